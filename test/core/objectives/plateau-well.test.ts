import { expect, test } from 'vitest';
import { plateauWell } from '../../../core/objectives/plateau-well.ts';
import { expectDerivatives } from '../../support/derivatives.ts';
import { at } from '../../support/at.ts';
import { below, descend } from '../../support/descent.ts';

const f = plateauWell.create({});

test('|Δf| < 10⁻⁶ announces convergence on the plateau after one step, 2797 too early', () => {
  const fooled = descend(f, [4.5], 0.5, ({ f, before }) => Math.abs(f - before) < 1e-6);
  expect(fooled.step).toBe(1);
  expect(fooled.f).toBeCloseTo(0.99996, 5);
  expect(descend(f, [4.5], 0.5, below(1e-6)).step).toBe(2798);
});

test('nothing cancels near the minimum', () => {
  expect(at(f, [1e-9]).f).toBe(5e-19);
});

test('its derivatives are those of its formula', () => {
  expectDerivatives(f, '1 - exp(-x^2 / 2)');
});
