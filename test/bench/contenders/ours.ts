import { createRecorder } from '../../../core/training/recorder.ts';
import { ourTrainer } from '../our-trainer.ts';
import { RUN_STEPS, type Workload } from '../workloads.ts';
import type { Contender, Training } from './contender.ts';

/** Steps between two emptyings of the recorder, as the app's worker empties it. */
const SLICE = 8192;

/** The trainer as the app runs it: loss, rate, gradient norm and few parameters recorded at every step. */
const contender: Contender = (workload) => train(workload, 1);
export default contender;

export function train(workload: Workload, recordEvery: number): Training {
  let recorder = createRecorder();
  let trainer = ourTrainer(workload, recordEvery);
  trainer.advance(1, recorder);
  const first = recorder.flush().find(({ metric }) => metric === 'train/loss');
  return {
    firstLoss: first?.values[0] ?? NaN,
    run(steps) {
      for (let left = steps; left > 0;) {
        if (trainer.step >= RUN_STEPS) {
          trainer = ourTrainer(workload, recordEvery);
          recorder = createRecorder();
        }
        const slice = Math.min(left, SLICE, RUN_STEPS - trainer.step);
        trainer.advance(slice, recorder);
        recorder.flush();
        left -= slice;
      }
    },
  };
}
