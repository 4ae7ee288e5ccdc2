/** The real run worker, with a death of its own for some seeds, a moment after it has begun. */
import { parentPort } from 'node:worker_threads';
import '../../../electron/worker/run-worker.ts';
import type { WorkerCommand } from '../../../electron/worker/protocol.ts';
import { deadlySeeds } from './deadly-seeds.ts';

const deaths: Readonly<Record<number, () => void>> = {
  [deadlySeeds.throws]: () => {
    throw new RangeError('out of luck');
  },
  [deadlySeeds.exits]: () => process.exit(3),
  [deadlySeeds.eatsMemory]: () => {
    const eaten: unknown[] = [];
    for (;;) eaten.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  },
  [deadlySeeds.hoardsArrays]: () => {
    const hoard: Float64Array[] = [];
    for (;;) hoard.push(new Float64Array(1 << 18).fill(hoard.length));
  },
  [deadlySeeds.hangs]: () => {
    for (;;);
  },
};

parentPort?.on('message', (command: WorkerCommand) => {
  if (command.kind !== 'start') return;
  const die = deaths[command.config.seed];
  if (die) setTimeout(die, 150);
});
