import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { createTrainer, type Trainer } from '../../core/training/trainer.ts';
import { RUN_STEPS, type Workload } from './workloads.ts';

/** Our trainer on a workload, for RUN_STEPS updates; null where there is no such model yet. */
export function ourTrainer(workload: Workload, recordEvery: number): Trainer | null {
  if (workload.kind !== 'descent') return null;
  return createTrainer(
    parseExperimentConfig({
      version: 1,
      seed: 1,
      problem: { kind: 'objective', objective: { id: 'rosenbrock' }, start: workload.start },
      optimizer: { id: 'adam' },
      schedule: { id: 'constant' },
      lr: workload.lr,
      totalSteps: RUN_STEPS,
      recordEvery,
    }),
  );
}
