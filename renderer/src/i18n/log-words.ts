import type { MetricName } from '../../../core/training/metrics.ts';
import { calledTogether } from './ended-run.ts';
import type { TrainingLog } from '../../../electron/ipc/training-log.ts';
import { t } from './i18n.svelte.ts';

/** What can be said of training logs among runs that are compared. */
export function logsWords(logs: readonly { readonly name: string }[]): string {
  return t('log.compared', { count: logs.length, runs: calledTogether(logs) });
}

const named = [
  'train/loss',
  'optim/lr',
  'optim/grad_norm',
  'eval/test_loss',
  'eval/train_accuracy',
  'eval/test_accuracy',
] as const;

/** What a series of a log is called; one that only this app records has its own name. */
export function metricWords(metric: MetricName): string {
  const known = named.find((one) => one === metric);
  return known ? t(`log.metric.${known}`) : metric;
}

/** So many columns are named in a notice; the page of the run names all. */
const NAMED = 4;

/** What is worth a word of logs that were just taken in: how their steps are meant, what was not taken. */
export function takenWords(logs: readonly TrainingLog[]): readonly string[] {
  const units = new Set(logs.map(({ unit }) => unit));
  const left = [...new Set(logs.flatMap((log) => log.left))];
  const names = left.slice(0, NAMED).join(t('listSeparator'));
  return [
    ...(units.has('epoch') ? [t('log.taken.epoch')] : []),
    ...(units.has('record') ? [t('log.taken.record')] : []),
    ...(logs.some(({ columns }) => columns.some(({ percent }) => percent))
      ? [t('log.taken.percent')]
      : []),
    ...(left.length > NAMED ? [t('log.taken.leftMany', { names, count: left.length })] : []),
    ...(left.length > 0 && left.length <= NAMED ? [t('log.taken.left', { names })] : []),
  ];
}
