import { metricNames, type MetricName } from '../../../core/training/metrics.ts';
import type { LogUnit } from '../../ipc/training-log.ts';

/** What the columns of a log are for: by number, from 0. */
export interface ColumnRoles {
  /** Null: its records are counted. */
  readonly step: number | null;
  readonly unit: LogUnit;
  /** Each metric at most once. */
  readonly metrics: ReadonlyMap<number, MetricName>;
}

/** Names of one thing, the surest first; compared as `plain` writes them. */
const stepNames = [
  ...['global_step', 'trainer_global_step', 'train_global_step', 'step', 'steps', 'train_step'],
  ...['training_step', 'iteration', 'iterations', 'iter', 'iters', 'update', 'updates', '_step'],
];
const epochNames = ['epoch', 'epochs', 'train_epoch', 'trainer_epoch'];

const heldOut = ['val', 'valid', 'validation', 'eval', 'test', 'dev'];
const accuracies = [
  ...['accuracy', 'acc', 'categorical_accuracy', 'sparse_categorical_accuracy'],
  ...['binary_accuracy', 'top1', 'top1_accuracy', 'acc1'],
];
const both = (first: readonly string[], second: readonly string[]): readonly string[] =>
  first.flatMap((one) => second.map((other) => `${one}_${other}`));

const namesOf: { readonly [M in MetricName]?: readonly string[] } = {
  'train/loss': [
    ...['loss', 'train_loss', 'training_loss', 'loss_train', 'loss_training', 'train_loss_step'],
    ...['train_loss_epoch', 'epoch_loss', 'batch_loss', 'train_batch_loss', 'total_loss'],
    ...['train_total_loss', 'train_train_loss'],
  ],
  'optim/lr': [
    ...['lr', 'learning_rate', 'train_learning_rate', 'train_lr', 'optim_lr', 'optimizer_lr'],
    'epoch_learning_rate',
  ],
  'optim/grad_norm': [
    ...['grad_norm', 'gradient_norm', 'train_grad_norm', 'train_gradient_norm', 'optim_grad_norm'],
    ...['global_grad_norm', 'total_grad_norm', 'grad_2_0_norm_total'],
  ],
  'eval/train_loss': ['eval_train_loss'],
  'eval/test_loss': [
    ...both(heldOut, ['loss', 'loss_epoch', 'total_loss']),
    ...both(['loss'], heldOut),
    ...['eval_test_loss', 'eval_eval_loss', 'epoch_val_loss'],
  ],
  'eval/train_accuracy': [
    ...accuracies,
    ...both(['train', 'training'], accuracies),
    ...both(accuracies, ['train']),
    'eval_train_accuracy',
  ],
  'eval/test_accuracy': [
    ...both(heldOut, accuracies),
    ...both(accuracies, heldOut),
    'eval_test_accuracy',
  ],
};

/** Lightning names a rate after its optimizer, others after its group of parameters: `lr-AdamW/pg1`, `lr/pg0`. */
const ratesOfParts = /^lr_[a-z0-9_]+$/;
/** The least or greatest of several values is none of them. */
const extreme = /__(?:min|max)$/;

/**
 * What each column is for, by its name. A table that Downhill has written keeps all its metrics; in any other
 * `eval/loss` is the loss on held-out data, as the libraries mean it.
 */
export function rolesOf(names: readonly string[]): ColumnRoles {
  const own = ownRoles(names);
  if (own) return own;
  const known = names.map(plain);
  const steps = firstOf(known, stepNames);
  const step = steps ?? firstOf(known, epochNames);
  const unit = steps === null ? (step === null ? 'record' : 'epoch') : 'step';
  const metrics = new Map<number, MetricName>();
  for (const metric of metricNames) {
    const exact = metric === 'eval/loss' ? -1 : names.indexOf(metric);
    const at = firstOf(known, namesOf[metric] ?? []) ?? rateOfPart(metric, known) ?? exact;
    if (at >= 0 && at !== step && !metrics.has(at)) metrics.set(at, metric);
  }
  return { step, unit, metrics };
}

/** What a single value is of, as the name of its file tells: `run-1-tag-train_loss`. */
export function metricIn(fileStem: string): MetricName | null {
  const tag = fileStem.split(/tag[-_]/i).at(-1)!;
  const words = plain(tag.replace(/\s*\(\d+\)$/, '')).split('_');
  for (let from = 0; from < words.length; from++) {
    const { metrics } = rolesOf([words.slice(from).join('_')]);
    const [metric] = metrics.values();
    if (metric) return metric;
  }
  return null;
}

/** `step`, then metrics in their order, as core/analysis/csv.ts writes them. */
function ownRoles([first, ...others]: readonly string[]): ColumnRoles | null {
  if (first !== 'step' || others.length === 0) return null;
  const places = others.map((name) => (metricNames as readonly string[]).indexOf(name));
  const inOrder = places.every((place, i) => place > (places[i - 1] ?? -1));
  // Without a rate it could as well be another's, whose `eval/loss` is something else.
  if (!inOrder || (others.includes('eval/loss') && !others.includes('optim/lr'))) return null;
  return {
    step: 0,
    unit: 'step',
    metrics: new Map(others.map((name, i) => [i + 1, name as MetricName])),
  };
}

function firstOf(known: readonly string[], wanted: readonly string[]): number | null {
  const name = wanted.find((one) => known.includes(one));
  return name === undefined ? null : known.indexOf(name);
}

function rateOfPart(metric: MetricName, known: readonly string[]): number | null {
  const isRate = (name: string): boolean => ratesOfParts.test(name) && !extreme.test(name);
  const at = metric === 'optim/lr' ? known.findIndex(isRate) : -1;
  return at < 0 ? null : at;
}

/** A name without its case, spaces and slashes: `Train/Loss` and `train loss` are one. */
export function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s./\\:-]+/g, '_');
}
