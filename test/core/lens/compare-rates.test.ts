import { describe, expect, test } from 'vitest';
import { compareRates, type MeantFormula } from '../../../core/lens/compare-rates.ts';
import { readCode } from '../../../core/lens/read-code.ts';
import type { LensSettings } from '../../../core/lens/reading.ts';

const settings: LensSettings = { lr: 0.1, decay: 0.1, epochs: 10, stepsPerEpoch: 5 };
const perEpoch: MeantFormula = { id: 'inverse-time', unit: 'epoch' };

function compare(code: string, meant = perEpoch, changes: Partial<LensSettings> = {}) {
  const run = { ...settings, ...changes };
  const reading = readCode(code, run);
  if (reading.kind !== 'clock') throw new Error('reads a metric');
  return compareRates(reading, meant, run);
}

describe('code beside the formula', () => {
  test('the famous line agrees twice and parts at 2; its whole travel is R(k) and one epoch more', () => {
    const { partsAt, formula, travel, left } = compare('lr = lr / (1 + decay_rate * epoch)');
    expect(partsAt).toBe(2);
    expect(formula[2]).toBeCloseTo(0.083333, 6);
    // R(0.1) = 4.3327 epochs' worth of η₀, of which the epoch counted as 0 is the first.
    expect((travel + left!) / 0.1).toBeCloseTo(4.3327, 4);
  });

  test('the closed form parts nowhere, and what it has left has no bound', () => {
    const { partsAt, left, travel, formulaTravel } = compare('lr = lr0 / (1 + k * epoch)');
    expect(partsAt).toBeNull();
    expect(left).toBe(Infinity);
    expect(travel).toBe(formulaTravel);
  });

  test('another rounding does not part them, over a thousand divisions', () => {
    const code = 's = MultiplicativeLR(opt, lambda e: 1/(1+k*e))';
    const meant: MeantFormula = { id: 'literal-recurrence', unit: 'epoch' };
    expect(compare(code, meant, { epochs: 1000, decay: 1e-4 }).partsAt).toBeNull();
  });

  test('a formula of epochs keeps its rate through the steps of an epoch', () => {
    const old = 'opt = SGD(lr=0.1, decay=0.1)';
    expect(compare(old).partsAt).toBe(1);
    expect(compare(old, { ...perEpoch, unit: 'step' }).partsAt).toBeNull();
    const stairs =
      's = InverseTimeDecay(0.1, decay_steps=steps_per_epoch, decay_rate=0.1, staircase=True)';
    expect(compare(stairs).partsAt).toBeNull();
    const inLoop =
      'for epoch in range(epochs):\n  for b in loader:\n    lr = lr / (1 + k * epoch)\n';
    // Step 5 is the first of epoch 1 and divides once; step 6 divides again.
    expect(compare(inLoop)).toMatchObject({ partsAt: 6, left: null });
  });

  test('counted from 1 they part at once', () => {
    const code = 'for epoch in range(1, epochs + 1):\n    lr = lr0 / (1 + k * epoch)\n';
    expect(compare(code).partsAt).toBe(0);
  });

  test('an exponential has a finite travel left: η_T/(1 − γ)', () => {
    const { left } = compare('lr = lr0 * 0.5 ** epoch');
    expect(left).toBeCloseTo((0.1 * 0.5 ** 10) / 0.5, 12);
  });
});
