import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { MetricName } from '../../../../core/training/metrics.ts';
import { drawLines, type DrawnLine, type Drawing } from '../drawing.ts';
import type { GuideExperiment } from '../guide.ts';
import { seriesOf } from '../run-series.ts';
import { EDGE, experiments, type Symptom } from './experiments.ts';

/** One line of a drawing: a run of the experiment, and what of it is drawn. */
interface Line {
  readonly run: number;
  readonly metric?: MetricName;
}

interface Plan {
  /** The symptom first, then what the decisive test makes of it. */
  readonly lines: readonly Line[];
  readonly log: boolean;
  /** Steps that are drawn, where it is not the whole run. */
  readonly from?: number;
  readonly to?: number;
  /** What is higher leaves the drawing at its top. */
  readonly top?: number;
}

const both: readonly Line[] = [{ run: 0 }, { run: 1 }];

const plans: Readonly<Record<Symptom, Plan>> = {
  runaway: { lines: both, log: true },
  zigzag: { lines: both, log: false, from: EDGE.at - 30, to: EDGE.at + 30 },
  stuck: { lines: both, log: false, top: 3 },
  crawl: { lines: both, log: true },
  floor: {
    lines: [
      { run: 0, metric: 'ensemble/loss_mean' },
      { run: 1, metric: 'ensemble/loss_mean' },
    ],
    log: true,
  },
  frozen: { lines: both, log: true },
  saddle: { lines: both, log: false },
  spike: { lines: both, log: false, to: 20 },
  // Here two curves of one run make the symptom.
  overfit: {
    lines: [
      { run: 0, metric: 'eval/test_loss' },
      { run: 0, metric: 'eval/train_loss' },
    ],
    log: false,
  },
  underfit: {
    lines: [
      { run: 0, metric: 'eval/train_loss' },
      { run: 1, metric: 'eval/train_loss' },
    ],
    log: false,
  },
};

/** The drawing of a symptom, from the experiment its button opens. */
export function drawSymptom(symptom: Symptom, assets: Assets): Drawing {
  const { lines, log, from = 0, to = Infinity, top = Infinity } = plans[symptom];
  const { runs }: GuideExperiment = experiments[symptom];
  const drawn = lines.map(({ run, metric = 'train/loss' }): DrawnLine => {
    const { steps, values } = seriesOf(runs[run]!.config, metric, assets);
    return steps.flatMap((step, k) =>
      step < from || step > to ? [] : [{ x: step, y: Math.min(top, values[k]!) }],
    );
  });
  return drawLines(drawn, log);
}
