import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { stringify } from '../../electron/store/json-values.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { columnsOf, type Columns } from './oracle.ts';

/** A run that nothing interrupted, computed here. */
interface Whole {
  readonly columns: Columns;
  /** Outcome, result and last state, every bit of it. */
  readonly end: string;
}

/** By configuration. */
const wholes = new Map<string, Whole>();

function wholeOf(config: ExperimentConfig): Whole {
  const known = wholes.get(stringify(config));
  if (known) return known;
  const recorder = createRecorder();
  const trainer = createTrainer(config, assets);
  trainer.advance(config.totalSteps, recorder);
  const { outcome } = trainer;
  const columns = columnsOf(recorder.flush());
  const end = endOf(outcome?.status, trainer.result(), trainer.checkpoint());
  const whole = { columns, end };
  wholes.set(stringify(config), whole);
  return whole;
}

function endOf(state: unknown, result: unknown, checkpoint: unknown): string {
  return stringify({ state, result, checkpoint });
}

/**
 * Says of a stored run what is not as in the one that nothing interrupted: steps, bits, the state it ends in. Returns
 * the number of values that were compared.
 */
export function compareWithWhole(
  store: Store,
  id: RunId,
  config: ExperimentConfig,
  faults: string[],
): number {
  const { run, series } = store.readRun(id);
  const whole = wholeOf(config);
  const what = `${config.seed} (${config.optimizer.id} on ${config.problem.kind})`;
  const stored = columnsOf(series.flatMap(({ metric }) => store.readValues(id, metric)));
  let values = 0;
  for (const [metric, expected] of whole.columns) {
    const found = stored.get(metric);
    values += expected.length;
    if (found?.length !== expected.length || !expected.beginsWith(found)) {
      faults.push(`${what}: ${metric} is not that of the uninterrupted run`);
    }
  }
  if (stored.size !== whole.columns.size) faults.push(`${what}: it has other series`);
  const end = endOf(run.state, run.result, store.readCheckpoint(id));
  if (end !== whole.end) faults.push(`${what}: it ends ${run.state} (${run.error}), otherwise`);
  return values;
}
