import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import type { RunResult } from '../../../../core/training/trainer.ts';
import type { ExperimentId, ComputedRun } from '../../../../electron/ipc/run.ts';
import { frozenEnd } from '../../../../renderer/src/lib/travel-budget.ts';
import { runRow, type RunRow } from '../../../../renderer/src/lib/runs-table/run-row.ts';
import { bowl } from '../../../support/experiments.ts';
import { summary } from '../../../support/fake-lab.ts';

export function result(loss: number): RunResult {
  return {
    finalLoss: loss,
    bestLoss: loss / 2,
    bestStep: 1,
    tail: { steps: 20, means: [loss] },
    testAccuracy: null,
    testLoss: null,
    falseConvergence: null,
  };
}

export interface RowChange {
  readonly config?: Partial<ExperimentConfig>;
  /** Absent: the run has not ended. */
  readonly loss?: number;
  readonly experiment?: string;
  readonly run?: Partial<ComputedRun>;
}

export function row(id: string, change: RowChange = {}): RunRow {
  const { config, loss, experiment = 'e1', run } = change;
  const made = summary(id, {
    experimentId: experiment as ExperimentId,
    experimentName: experiment,
    config: bowl({ totalSteps: 100, ...config }),
    result: loss === undefined ? null : result(loss),
    ...run,
  });
  return runRow(made, 0, { baseline: null, frozen: frozenEnd(made) });
}

export const ids = (rows: readonly RunRow[]): readonly string[] => rows.map(({ run }) => run.id);
