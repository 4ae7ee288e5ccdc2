/**
 * The training loop makes no object and no array. What may be left is a number that a function returned and
 * V8 could not keep in a register: where the function was not inlined it is boxed, 16 bytes. So each loop is
 * allowed the numbers that functions return in one of its steps, and half a box of noise. (The step's momentum,
 * a number or null, costs no box beyond the one its schedule returned.)
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { optimizerIds } from '../../../core/optimizers/index.ts';
import type { Loop } from './allocation-child.ts';

const BOX = 16;
const NOISE = 8;
/** Boxed numbers allowed in a step of any loop below. */
const MOST_NUMBERS = 6;

const child = join(import.meta.dirname, 'allocation-child.ts');
/** Compiled in the thread itself: on a busy machine another thread may come to it only after the measurement. */
const flags = [
  '--expose-gc',
  '--min-semi-space-size=128',
  '--max-semi-space-size=128',
  '--no-concurrent-recompilation',
];

/** Bytes that each loop leaves per step; all of them in one process. */
async function bytesPerStep(loops: readonly Loop[]): Promise<readonly number[]> {
  const args = [...flags, child, JSON.stringify(loops)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as readonly number[];
}

const noisy = { kind: 'objective', objective: { id: 'rosenbrock' }, noise: 0.1 };
const network = {
  ...{ kind: 'model', model: { id: 'mlp', params: { hidden: [4] } } },
  ...{ dataset: { id: 'xor' }, batchSize: 4 },
};

describe('numbers left on the heap per step', () => {
  test.each([
    ['not recorded', 1, false],
    // The loss at another point than θ, where an optimizer names one, is one more number.
    ['every step recorded, the recorder emptied rarely', 2, true],
  ])('under a constant rate, %s: at most %i', async (_name, numbers, recorded) => {
    const bytes = await bytesPerStep(
      optimizerIds.map((id) => ({ given: { optimizer: { id } }, recorded })),
    );
    bytes.forEach((each, i) => {
      expect(each, optimizerIds[i]).toBeLessThan(numbers * BOX + NOISE);
    });
  });

  test.each([
    ['a rate that falls', 1, { schedule: { id: 'inverse-time' } }],
    // Rate and momentum, and the half wave of each.
    [
      'a rate and a momentum that cycle',
      4,
      { schedule: { id: 'one-cycle' }, optimizer: { id: 'momentum' } },
    ],
    // Two draws: a normal number each, two uniform ones and the normal number kept for the next.
    ['a noisy gradient', 5, { problem: noisy }],
    ['a network on mini-batches', MOST_NUMBERS, { problem: network }],
  ])('%s: at most %i', async (_name, numbers, given) => {
    const [each] = await bytesPerStep([{ given }]);
    expect(each).toBeLessThan(numbers * BOX + NOISE);
  });

  test('an object or an array made in each update is noticed, whatever is allowed above', async () => {
    const [nothing, object, array] = await bytesPerStep([
      { given: {} },
      { given: {}, plant: 'object' },
      { given: {}, plant: 'array' },
    ]);
    expect(nothing).toBeLessThan(NOISE);
    expect(object).toBeGreaterThan(BOX + NOISE);
    expect(array).toBeGreaterThan(MOST_NUMBERS * BOX + NOISE);
  });
});
