import type { Scaling } from '../../../core/datasets/scaling.ts';
import type { ModelView } from '../../../core/model-views/model-view.ts';
import { drawConfusionMatrix } from '../charts/model/draw-confusion-matrix.ts';
import { drawDecisionMap } from '../charts/model/draw-decision-map.ts';
import { drawFittedCurve } from '../charts/model/draw-fitted-curve.ts';
import { drawPredicted } from '../charts/model/draw-predicted.ts';
import { drawWeightImages, greatestWeight, weightsIn } from '../charts/model/draw-weight-images.ts';
import type { DrawModel } from '../charts/model/model-drawing.ts';
import { squareIn, type PictureIn } from '../lib/cells.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { rightOf } from '../i18n/model-words.ts';
import { formatCount } from '../lib/format.ts';

/** Whether the test samples of a view are drawn only on demand. */
export function hasTestSwitch({ kind }: ModelView): boolean {
  return kind !== 'weight-images' && kind !== 'not-finite';
}

/** Of the run that is looked at: its place among all, and how its inputs are rescaled. */
export interface DrawnRun {
  readonly slot: number;
  readonly scaling: Scaling;
}

/**
 * A view of a model as a drawing with its words. Null where nothing can be drawn. Views side by side (`beside`,
 * itself among them) have one scale of colours.
 */
export function modelDrawing(
  view: ModelView,
  { slot, scaling }: DrawnRun,
  testShown: boolean,
  beside: readonly ModelView[] = [view],
): DrawModel | null {
  switch (view.kind) {
    case 'decision-map':
      return drawDecisionMap(view, testShown, {
        classes: t('look.class'),
        axes: { left: 'x₂ ↑', right: inputWords('x₁', scaling) },
        wrong: t('look.wrong'),
        boundary: t(`look.boundary.${view.classes > 2 ? 'several' : view.unit}`),
      });
    case 'fitted-curve':
      return drawFittedCurve(view, slot, testShown, {
        ...sampleWords(),
        curve: t('look.curve'),
        axes: { left: 'y ↑', right: inputWords('x', scaling) },
      });
    case 'weight-images':
      return drawWeightImages(
        view,
        {
          weight: t('look.weight'),
          misclassified: t('look.misclassified'),
          howMany: t('look.howMany', {
            count: formatCount(view.misclassified),
            of: formatCount(view.tested),
          }),
          taken: t('look.taken'),
        },
        strongest(beside),
      );
    case 'confusion-matrix': {
      const set = testShown ? 'test' : 'train';
      return drawConfusionMatrix(view, testShown, {
        actual: t('look.actual'),
        predicted: t('look.predicted'),
        counted: t(`look.counted.${set}`, rightOf(view[set], view.classes)),
      });
    }
    case 'predicted-actual':
      return drawPredicted(view, testShown, {
        ...sampleWords(),
        curve: t('look.right'),
        actual: t('look.actual'),
        predicted: t('look.predicted'),
      });
    case 'not-finite':
      return null;
  }
}

/** How views of one kind, each in a cell of its own, fill their cells. */
export function pictureIn(views: readonly ModelView[]): PictureIn {
  const view = views.find(({ kind }) => kind !== 'not-finite');
  return view?.kind === 'weight-images' ? weightsIn(view) : squareIn;
}

/** An input on its axis. The model gets it rescaled, and what it has learnt is drawn in what it gets. */
export function inputWords(name: string, scaling: Scaling): string {
  return t(`look.input.${scaling}`, { name });
}

function sampleWords(): { train: string; test: string; outside: string } {
  return {
    train: t('look.train'),
    test: t('look.testSamples'),
    outside: t('look.outside'),
  };
}

function strongest(views: readonly ModelView[]): number {
  return Math.max(
    ...views.map((view) => (view.kind === 'weight-images' ? greatestWeight(view) : 0)),
  );
}
