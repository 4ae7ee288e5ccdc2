import { expect, test } from 'vitest';
import { adamw } from '../../../core/optimizers/adamw.ts';
import type { OptimizerSpec } from '../../../core/optimizers/optimizer.ts';
import { workedUpdate, type WorkedUpdate } from '../../../core/optimizers/worked-update.ts';
import { defaultParams, type ParamSpecs, type Values } from '../../../core/params.ts';

type Spec = OptimizerSpec<string, ParamSpecs, unknown>;

/** The first update of `spec` with gradient 3 at θ = 2. */
function firstUpdate(spec: Spec, changed: Values): WorkedUpdate {
  const values = { ...defaultParams(spec.params), ...changed };
  const optimizer = spec.create(values, 0.1);
  const before = optimizer.init(1);
  const after = structuredClone(before);
  const grad = Float64Array.of(3);
  const input = { t: 1, lr: 0.1, momentum: null, params: Float64Array.of(2), grad };
  const delta = new Float64Array(1);
  optimizer.update(input, after, delta);
  return workedUpdate(spec, values, { input, peakLr: 0.1, before, after, delta }, 0);
}

const spec = adamw as unknown as Spec;
const slots = (changed: Values): readonly string[] =>
  firstUpdate(spec, changed).slots.map(({ name }) => name);

test('tells of a slot only in the variants that have it', () => {
  expect(slots({ amsgrad: false })).not.toContain('largest');
  expect(slots({ amsgrad: true })).toContain('largest');
});

test('shows each slot before and after', () => {
  const { slots: changes } = firstUpdate(spec, {});
  const m = changes.find(({ name }) => name === 'm')!;
  expect(m.before).toEqual({ symbol: 'm_{t-1}', value: 0 });
  expect(m.after).toEqual({ symbol: 'm_t', value: expect.closeTo(0.3, 15) as number });
});

test('shows the running powers, common to all coordinates', () => {
  const { slots: changes } = firstUpdate(spec, {});
  expect(changes.filter(({ name }) => name.startsWith('power'))).toEqual([
    {
      name: 'powerbeta_1',
      before: { symbol: '\\beta_1^{t-1}', value: 1 },
      after: { symbol: '\\beta_1^t', value: 0.9 },
    },
    {
      name: 'powerbeta_2',
      before: { symbol: '\\beta_2^{t-1}', value: 1 },
      after: { symbol: '\\beta_2^t', value: 0.999 },
    },
  ]);
});

test('the rule is told numbers only, not the switches and choices', () => {
  let told: Readonly<Record<string, unknown>> = {};
  const asked: Spec = {
    ...spec,
    arithmetic(values, at) {
      told = at;
      return spec.arithmetic(values, at);
    },
  };
  firstUpdate(asked, {});
  expect(told).toMatchObject({ theta: 2, g: 3, eta: 0.1, eta0: 0.1, t: 1, beta1: 0.9, m: 0 });
  expect(Object.values(told).every((value) => typeof value === 'number')).toBe(true);
});
