import { describe, expect, test } from 'vitest';
import { evaluated } from '../../../core/formula/worked.ts';
import { defaultParams, type Choice, type ParamSpecs, type Values } from '../../../core/params.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { scheduleIds, schedules, type ScheduleId } from '../../../core/schedules/index.ts';
import { workedRate } from '../../../core/schedules/worked-rate.ts';

const TOTAL = 120;

/** The defaults, every switch on, every choice, and a floor. */
function variantsOf(specs: ParamSpecs): readonly Values[] {
  const base = defaultParams(specs);
  const changes = Object.entries(specs).flatMap(([name, spec]): Values[] => {
    if (spec.kind === 'boolean') return [{ [name]: !spec.default }];
    if (spec.kind === 'choice') return spec.options.map(({ id }) => ({ [name]: id }));
    if (name === 'floor') return [{ floor: 0.25 }];
    return /length|size/i.test(name) && spec.kind === 'number' ? [{ [name]: 40 }] : [];
  });
  return [base, ...changes.map((change) => ({ ...base, ...change }))];
}

/** Every line gives what it says, and the last one the rate. */
function expectTold(choice: Choice): void {
  const schedule = buildSchedule(choice, 0.3, TOTAL);
  for (let t = 0; t <= 2 * TOTAL; t++) {
    const lr = schedule.lr(t);
    const lines = workedRate(choice, { peakLr: 0.3, total: TOTAL, t, lr });
    expect(lines.at(-1)!.value).toBe(lr);
    for (const { formula, uses, value } of lines) {
      expect(evaluated(formula, uses), `${formula} at t = ${t}`).toBeCloseTo(value, 13);
    }
  }
}

describe.each(scheduleIds)('%s', (id) => {
  test.each(variantsOf(schedules[id].params))('its arithmetic gives its rate: %j', (params) =>
    expectTold({ id, params }),
  );
});

const byDefault = (id: ScheduleId): Choice => ({ id, params: defaultParams(schedules[id].params) });
const short = scheduleIds.filter((id) => schedules[id].family !== 'composed').map(byDefault);

describe.each(short)('$id inside another', (inner) => {
  test('is told at its own index, with its own symbols', () => {
    const other = byDefault('inverse-time');
    const params = defaultParams(schedules.warmup.params);
    expectTold({ id: 'warmup', params: { ...params, inner: [inner] } });
    expectTold({ id: 'sequential', params: { schedules: [other, inner], milestones: [30] } });
    expectTold({ id: 'chained', params: { schedules: [other, inner] } });
  });
});

test('after a warm-up of 12 the inner index is t − 12, and its line comes first', () => {
  const choice: Choice = {
    id: 'warmup',
    params: { warmup: 12, startFactor: 0, inner: [byDefault('inverse-time')] },
  };
  const at = (t: number): ReturnType<typeof workedRate> => {
    const { lr } = buildSchedule(choice, 0.3, TOTAL);
    return workedRate(choice, { peakLr: 0.3, total: TOTAL, t, lr: lr(t) });
  };
  expect(at(20).map(({ symbol, value }) => [symbol, value])).toEqual([
    ["t'", 8],
    ["\\eta'_{t-W}", 0.3 / 1.08],
    ['\\eta_t', 0.3 / 1.08],
  ]);
  const [goal, rate] = at(5);
  expect([goal!.symbol, goal!.value, rate!.value]).toEqual(["\\eta'_0", 0.3, 0.15]);
});

test('a part within a part has primes of its own', () => {
  const inside: Choice = {
    id: 'sequential',
    params: { schedules: [byDefault('constant'), byDefault('cosine')], milestones: [10] },
  };
  const choice: Choice = { id: 'warmup', params: { warmup: 12, startFactor: 0, inner: [inside] } };
  const lr = buildSchedule(choice, 0.3, TOTAL).lr(30);
  const lines = workedRate(choice, { peakLr: 0.3, total: TOTAL, t: 30, lr });
  expect(lines.map(({ symbol }) => symbol)).toEqual([
    "t'",
    "t''",
    '\\eta^{(2)}_{\\,t-m_{1}}',
    "\\eta'_{t-W}",
    '\\eta_t',
  ]);
  expect(lines.slice(0, 2).map(({ value }) => value)).toEqual([18, 8]);
});

/** The lines at index t, each as its symbol, formula and value. */
function linesAt(choice: Choice, t: number): readonly (readonly [string, string, number])[] {
  const { lr } = buildSchedule(choice, 0.3, TOTAL);
  const lines = workedRate(choice, { peakLr: 0.3, total: TOTAL, t, lr: lr(t) });
  return lines.map(({ symbol, formula, value }) => [symbol, formula, value]);
}

test('a rate made from the one before names it, also inside another schedule', () => {
  const literal: Choice = { id: 'literal-recurrence', params: { decay: 0.5 } };
  expect(linesAt(literal, 0)).toEqual([['\\eta_t', 'eta0', 0.3]]);
  expect(linesAt(literal, 2)).toEqual([['\\eta_t', 'before/(1 + decay*t)', 0.3 / 1.5 / 2]]);
  const waiting: Choice = {
    id: 'sequential',
    params: { schedules: [byDefault('constant'), literal], milestones: [10] },
  };
  const { lr } = buildSchedule(waiting, 0.3, TOTAL);
  const lines = workedRate(waiting, { peakLr: 0.3, total: TOTAL, t: 12, lr: lr(12) });
  const { before, t } = lines.at(-2)!.uses;
  expect(before).toEqual({ symbol: '\\eta^{(2)}_{\\,t-m_{1}-1}', value: 0.3 / 1.5 });
  expect(t).toEqual({ symbol: "t'", value: 2 });
});

test('factors are used up one by one, and the last one goes on', () => {
  const choice: Choice = { id: 'multiplicative', params: { factors: [0.5, 0.9] } };
  const factorAt = (t: number): unknown => {
    const { lr } = buildSchedule(choice, 0.3, TOTAL);
    return workedRate(choice, { peakLr: 0.3, total: TOTAL, t, lr: lr(t) })[0]!.uses['factor'];
  };
  expect([1, 2, 3].map(factorAt)).toEqual([
    { symbol: 'c_{1}', value: 0.5 },
    { symbol: 'c_{2}', value: 0.9 },
    { symbol: 'c_{2}', value: 0.9 },
  ]);
});

test('which value of a list is used, comes first', () => {
  const values = [1, 0.5, 0.2];
  const listed = (hold: number): Choice => ({ id: 'list', params: { values, hold } });
  expect(linesAt(listed(0), 79)).toEqual([
    ['k', 'min(floor(t*count/total), count - 1)', 1],
    ['\\eta_t', 'eta0*factor', 0.15],
  ]);
  expect(linesAt(listed(4), 300)[0]).toEqual(['k', 'min(floor(t/hold), count - 1)', 2]);
  const turning = (hold: number): Choice => ({ id: 'cycle', params: { values, hold } });
  expect(linesAt(turning(1), 7)[0]).toEqual(['k', 't - count*floor(t/count)', 1]);
  expect(linesAt(turning(4), 22)[0]).toEqual([
    'k',
    'floor(t/hold) - count*floor(t/(count*hold))',
    2,
  ]);
});

test('Chebyshev says which root it is at, where a line can', () => {
  const ordered = (order: string): Choice => ({
    id: 'chebyshev',
    params: { length: 8, condition: 100, order },
  });
  const rootAt = (order: string, t: number): readonly unknown[] =>
    linesAt(ordered(order), t).map(([symbol, , value]) => [symbol, symbol === 'i' ? value : null]);
  expect(rootAt('ascending', 10)).toEqual([
    ['i', 3],
    ['\\eta_t', null],
  ]);
  expect(rootAt('descending', 2)).toEqual([
    ['i', 6],
    ['\\eta_t', null],
  ]);
  expect(rootAt('paired', 1)).toEqual([['\\eta_t', null]]);
});
