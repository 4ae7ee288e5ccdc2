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

const told = scheduleIds.filter((id) => 'arithmetic' in schedules[id]);

test('only rates made one after the other, orders and lists go without', () => {
  const untold = scheduleIds.filter((id) => !told.includes(id));
  expect(untold.toSorted()).toEqual([
    'chebyshev',
    'cycle',
    'list',
    'literal-recurrence',
    'multiplicative',
    'silver',
  ]);
});

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

describe.each(told)('%s', (id) => {
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
