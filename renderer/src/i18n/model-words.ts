import type { ConfusionMatrix } from '../../../core/model-views/confusion-matrix.ts';
import type { ClassifiedPoints } from '../../../core/model-views/decision-map.ts';
import type { ModelAtStep, ModelView } from '../../../core/model-views/model-view.ts';
import { formatCount, formatNumber } from '../lib/format.ts';
import { t } from './i18n.svelte.ts';

/** Title of the pane, and behind it what is seen and when. */
export function modelTitle({ view, step }: ModelAtStep): {
  readonly title: string;
  readonly what: string;
} {
  const when = step === 0 ? t('look.start') : t('look.step', { step: formatCount(step) });
  if (view.kind !== 'weight-images') return { title: t(`look.${view.kind}`), what: when };
  const title = t(`look.weight-images.${view.of}`);
  const units = formatCount(view.units);
  if (view.of === 'class') return { title, what: t('look.what.class', { when }) };
  const count = view.weights.length / (view.rows * view.columns);
  const shown = formatCount(count);
  if (count < view.units) return { title, what: t('look.what.some', { shown, units, when }) };
  return { title, what: t('look.what.unit', { units, when }) };
}

/** What the picture of a model says, in a sentence for those who do not see it. */
export function modelSentence({ view, step }: ModelAtStep, run: string): string {
  return t('look.at', { run, step: formatCount(step), what: said(view) });
}

/** How many samples a matrix has on its diagonal, and how many in all. */
export function rightOf(
  counts: ConfusionMatrix['train'],
  classes: number,
): { readonly right: string; readonly of: string } {
  const right = counts.reduce((sum, n, i) => (i % (classes + 1) === 0 ? sum + n : sum), 0);
  return { right: formatCount(right), of: formatCount(counts.reduce((sum, n) => sum + n, 0)) };
}

function said(view: ModelView): string {
  switch (view.kind) {
    case 'decision-map': {
      const { train, test } = view;
      return t('look.says.decision-map', {
        wrong: wrongOf(train),
        of: formatCount(train.label.length),
        testWrong: wrongOf(test),
        testOf: formatCount(test.label.length),
      });
    }
    case 'fitted-curve':
      return t('look.says.fitted-curve', {
        of: formatCount(view.train.of),
        low: formatNumber(Math.min(...view.predicted)),
        high: formatNumber(Math.max(...view.predicted)),
      });
    case 'weight-images':
      return t('look.says.weight-images', {
        low: formatNumber(view.weights.reduce((least, w) => Math.min(least, w), Infinity)),
        high: formatNumber(view.weights.reduce((most, w) => Math.max(most, w), -Infinity)),
        wrong: formatCount(view.misclassified),
        of: formatCount(view.tested),
      });
    case 'confusion-matrix': {
      const test = rightOf(view.test, view.classes);
      return t('look.says.confusion-matrix', {
        ...rightOf(view.train, view.classes),
        testRight: test.right,
        testOf: test.of,
      });
    }
    case 'predicted-actual': {
      const { x, y } = view.train;
      const error =
        y.reduce((sum, predicted, i) => sum + Math.abs(predicted - x[i]!), 0) / y.length;
      return t('look.says.predicted-actual', {
        of: formatCount(y.length),
        error: formatNumber(error),
      });
    }
    case 'not-finite':
      return t('look.notFinite');
  }
}

function wrongOf({ label, predicted }: ClassifiedPoints): string {
  return formatCount(label.filter((actual, i) => actual !== predicted[i]).length);
}
