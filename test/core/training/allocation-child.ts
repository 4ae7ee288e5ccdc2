/**
 * Measures what one training loop leaves on the heap, in a process of its own, started with --expose-gc and
 * a young generation larger than a window of steps can fill: until it is full, garbage stays counted.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { Ensemble } from '../../../core/training/ensemble.ts';
import type { Rules } from '../../../core/training/member.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createRules } from '../../../core/training/rules.ts';

export interface Loop {
  /** Fields of the configuration that differ from gradient descent on Rosenbrock's function. */
  readonly given: object;
  readonly recorded?: boolean;
  /** What each update leaves behind on purpose. */
  readonly plant?: 'array' | 'object';
}

/** Steps between two looks at the heap; the recorder is emptied as often. */
const WINDOW = 100_000;
const WARM_UP_WINDOWS = 2;
const TRIALS = 6;
/** Bytes per step below which no further window can tell more. */
const SETTLED = 4;

/** Holds what was planted last, so that it is really made. */
const kept: unknown[] = [];

let collections = 0;
new PerformanceObserver((list) => {
  collections += list.getEntries().length;
}).observe({ entryTypes: ['gc'] });

/** Bytes on the heap per step: the least of a few windows in which nothing was collected; NaN if there is none. */
async function bytesPerStep({ given, recorded, plant }: Loop): Promise<number> {
  const windows = WARM_UP_WINDOWS + TRIALS;
  const config = parseExperimentConfig({
    version: 1,
    seed: 1,
    totalSteps: WINDOW * windows + 1,
    recordEvery: recorded ? 1 : WINDOW,
    lr: 1e-4,
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    problem: { kind: 'objective', objective: { id: 'rosenbrock' } },
    ...given,
  });
  const rules = createRules(config, {});
  const trainer = new Ensemble(config, plant ? planted(rules, plant) : rules, null);
  const recorder = recorded ? createRecorder() : null;
  let least = NaN;
  for (let window = 0; window < windows; window++) {
    recorder?.flush();
    gc!();
    await collected();
    collections = 0;
    const before = process.memoryUsage().heapUsed;
    trainer.advance(WINDOW, recorder);
    const bytes = (process.memoryUsage().heapUsed - before) / WINDOW;
    await collected();
    if (window < WARM_UP_WINDOWS || collections > 0) continue;
    if (!(bytes >= least)) least = bytes;
    if (least < SETTLED) break;
  }
  if (trainer.outcome !== null) throw new Error(`ended at step ${trainer.step}`);
  return least;
}

/** Lets the observer be told of all collections so far. */
async function collected(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

function planted(rules: Rules, plant: NonNullable<Loop['plant']>): Rules {
  const { optimizer } = rules;
  return {
    ...rules,
    optimizer: {
      ...optimizer,
      update(input, state, out) {
        kept[0] = plant === 'array' ? new Float64Array(out.length) : { t: input.t };
        optimizer.update(input, state, out);
      },
    },
  };
}

const loops = JSON.parse(process.argv[2]!) as readonly Loop[];
const bytes: number[] = [];
for (const loop of loops) bytes.push(await bytesPerStep(loop));
console.log(JSON.stringify(bytes));
