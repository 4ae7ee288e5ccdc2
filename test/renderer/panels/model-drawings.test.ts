/** What is written beside the picture of a model. */
import { beforeEach, expect, test } from 'vitest';
import type { Scaling } from '../../../core/datasets/scaling.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { createModelViewer } from '../../../core/model-views/model-view.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { svgDocument } from '../../../renderer/src/charts/picture/svg-element.ts';
import { SvgPen } from '../../../renderer/src/charts/picture/svg-pen.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { modelDrawing } from '../../../renderer/src/panels/model-drawings.ts';
import { chartTheme } from '../../support/chart-theme.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

function drawnCurve(scaling: Scaling): string {
  const config = parseExperimentConfig({
    ...bowl(),
    problem: { kind: 'model', dataset: { id: 'sine' }, model: { id: 'mlp' }, scaling },
  });
  const [member] = createTrainer(config).checkpoint().members;
  const draw = modelDrawing(
    createModelViewer(config, {})(member!.params),
    { slot: 0, scaling },
    true,
  );
  const pen = new SvgPen({
    colorOf: (color) => ({ color, opacity: 1 }),
    measure: (text) => ({ width: text.length * 6 }),
    dataUrlOf: () => '',
  });
  draw!(pen as unknown as CanvasRenderingContext2D, { width: 300, height: 340 }, chartTheme);
  return svgDocument(pen.drawing(300, 340, ''));
}

test('an axis says in which unit the model gets its input', () => {
  expect(drawnCurve('none')).toContain('>x →<');
  expect(drawnCurve('standardize')).toContain('>x, standardised →<');
  expect(drawnCurve('min-max')).toContain('>x, rescaled to 0–1 →<');
  setLocale('zh-CN');
  expect(drawnCurve('standardize')).toContain('>x（已标准化） →<');
});
