/** Laws that every schedule keeps, with any parameters that a form offers. */
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { scheduleSums } from '../../core/analysis/schedule-sums.ts';
import { parseSchedule } from '../../core/experiment/parse-choice.ts';
import { evaluated } from '../../core/formula/worked.ts';
import { defaultParams, parseParams, type Choice, type ParamSpec } from '../../core/params.ts';
import { buildSchedule } from '../../core/schedules/build.ts';
import {
  adaptiveScheduleIds,
  adaptiveSchedules,
  runSchedules,
  scheduleFamilies,
  scheduleIds,
  schedules,
  type RunScheduleId,
  type ScheduleId,
} from '../../core/schedules/index.ts';
import { workedRate } from '../../core/schedules/worked-rate.ts';
import type { ClosedForms, Schedule } from '../../core/schedules/schedule.ts';

const PEAK = 0.5;
const FAR = [3e3, 9_999, 65_535, 65_536, 1e6 + 1, 2 ** 29 - 1, 2 ** 29, 1e9 - 1, 1e9];

const TIMES = [...Array.from({ length: 700 }, (_, t) => t), ...FAR];

/** First rate of the default member in a run of 1000, relative to η₀; 1 where it is not listed. */
const firstRates: Partial<Record<ScheduleId, number>> = {
  'constant-factor': 1 / 3,
  'warmup-stable-decay': 1 / 50,
  'one-cycle': 1 / 25,
  noam: 1 / 100,
  'inverse-sqrt-warmup': 0,
  cyclic: 1 / 4,
  // 1000 = 8·125 roots in pairs of pairs of pairs: the middle one of 125 comes first, i = 63.
  chebyshev: 2 / (1.01 + 0.99 * Math.cos((125 * Math.PI) / (2 * 1000))),
  silver: Math.SQRT2,
  cycle: 1 / 5,
  warmup: 1 / 100,
};

/** A number of a grid of a million, so that no sum drowns in numbers near the smallest there are. */
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1e6 }).map((part) => min + (max - min) * (part / 1e6));

function anyValue(spec: ParamSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'number': {
      const { min, max } = spec.offered;
      if (spec.valid.integer) return fc.integer({ min, max: Math.min(max, 300) });
      return fc.oneof(fc.constantFrom(min, max), between(min, max));
    }
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...spec.options.map(({ id }) => id));
    case 'numbers': {
      const element = spec.valid.integer ? fc.integer({ min: 0, max: 300 }) : between(0, 1);
      const { min, max } = spec.length;
      const list = fc.array(element, { minLength: min, maxLength: Math.min(max, 6) });
      return spec.ascending ? list.map((values) => values.toSorted((a, b) => a - b)) : list;
    }
    default:
      return fc.constant(spec.kind === 'text' ? '' : spec.default);
  }
}

/** A schedule of this id with any offered parameters, in a run of any length. */
function anyOf(id: ScheduleId): fc.Arbitrary<{ choice: Choice<ScheduleId>; total: number }> {
  const entries = Object.entries<ParamSpec>(schedules[id].params);
  const values = fc.record(
    Object.fromEntries(entries.map(([name, spec]) => [name, anyValue(spec)])),
  );
  const total = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 1000 }));
  return fc.record({ params: values, total }).map(({ params, total: length }) => {
    const milestones = id === 'sequential' ? { milestones: [] } : {};
    return {
      choice: parseSchedule({ id, params: { ...params, ...milestones } }, id),
      total: length,
    };
  });
}

/** Σ over t < steps, with two numbers for one sum: the rounding error of each addition is kept. */
function carefulSum(term: (t: number) => number, steps: number): number {
  let high = 0;
  let low = 0;
  for (let t = 0; t < steps; t++) {
    const value = term(t);
    const next = high + value;
    const back = next - high;
    low += high - (next - back) + (value - back);
    high = next;
  }
  return high + low;
}

function expectClose(computed: number, wanted: number, tolerance = 1e-12): void {
  expect(Math.abs(computed - wanted)).toBeLessThanOrEqual(
    tolerance * Math.abs(wanted) + Number.MIN_VALUE / Number.EPSILON,
  );
}

test('the ids of both registries are different', () => {
  const ids = [...scheduleIds, ...adaptiveScheduleIds];
  expect(new Set(ids).size).toBe(ids.length);
});

const all = [...Object.values(schedules), ...Object.values(adaptiveSchedules)];

describe.each(all)('$id in words', (spec) => {
  test('its formula renders, in the font of formulas', () => {
    expect(spec.formula).not.toEqual([]);
    for (const line of spec.formula) {
      expect(() =>
        katex.renderToString(line, { throwOnError: true, strict: 'error' }),
      ).not.toThrow();
    }
  });

  test('every parameter and option is named and explained in both languages', () => {
    for (const param of Object.values<ParamSpec>(spec.params)) {
      const options = param.kind === 'choice' ? param.options : [];
      for (const { label, help } of [param, ...options]) {
        for (const words of [label.zh, label.en, help.zh, help.en]) expect(words).not.toBe('');
        expect(help.zh.endsWith('。') && help.en.endsWith('.')).toBe(true);
      }
      if ('symbol' in param) {
        expect(() => katex.renderToString(param.symbol, { throwOnError: true })).not.toThrow();
      }
    }
    expect(scheduleFamilies).toHaveProperty(spec.family);
  });
});

describe.each(scheduleIds)('schedule %s', (id) => {
  const create = (lr = PEAK, total = 1000): Schedule =>
    buildSchedule({ id, params: defaultParams(schedules[id].params) }, lr, total);

  test('its defaults are what the parser makes of nothing', () => {
    expect(parseSchedule({ id }, id)).toEqual({ id, params: defaultParams(schedules[id].params) });
  });

  test('starts where it says', () => {
    expectClose(create().lr(0), PEAK * (firstRates[id] ?? 1), 1e-14);
  });

  test('is pure: asked in any order, and twice, it answers the same', () => {
    fc.assert(
      fc.property(
        anyOf(id),
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 2, maxLength: 20 }),
        ({ choice, total }, order) => {
          const one = buildSchedule(choice, PEAK, total);
          const there = [...order, ...order.toReversed()];
          const fresh = (): Schedule => buildSchedule(choice, PEAK, total);
          expect(there.map((t) => one.lr(t))).toEqual(there.map((t) => fresh().lr(t)));
          expect(there.map((t) => one.momentum?.(t))).toEqual(
            there.map((t) => fresh().momentum?.(t)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is total: finite and not negative up to a thousand million, momentum in [0, 1]', () => {
    fc.assert(
      fc.property(anyOf(id), ({ choice, total }) => {
        const { lr, momentum } = buildSchedule(choice, PEAK, total);
        const strange = TIMES.filter((t) => {
          const rate = lr(t);
          const cycled = momentum?.(t) ?? 0;
          return !(Number.isFinite(rate) && rate >= 0 && cycled >= 0 && cycled <= 1);
        });
        expect(strange).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is proportional to η₀, and leaves momentum alone', () => {
    fc.assert(
      fc.property(anyOf(id), ({ choice, total }) => {
        const one = buildSchedule(choice, 1, total);
        const large = buildSchedule(choice, 8, total);
        const none = buildSchedule(choice, 0, total);
        for (const t of [0, 1, 2, 5, 99, 500, 2000]) {
          expectClose(large.lr(t), 8 * one.lr(t), 1e-14);
          expect(none.lr(t)).toBe(0);
          expect(large.momentum?.(t)).toBe(one.momentum?.(t));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Schedules that the step card cannot write down with this step's numbers, and why. */
const withoutLines: Partial<Record<RunScheduleId, string>> = {
  'reduce-on-plateau': 'its rate follows from every metric before, not from an index',
};

test('every schedule is told in lines, but for those that are listed', () => {
  const silent = Object.values(runSchedules).filter((spec) => !('arithmetic' in spec));
  expect(silent.map(({ id }) => id)).toEqual(Object.keys(withoutLines));
});

test.each(scheduleIds)('the lines of %s give its rate, with any parameters', (id) => {
  fc.assert(
    fc.property(anyOf(id), fc.integer({ min: 0, max: 3000 }), ({ choice, total }, t) => {
      const lr = buildSchedule(choice, PEAK, total).lr(t);
      const lines = workedRate(choice, { peakLr: PEAK, total, t, lr });
      expect(lines.at(-1)).toMatchObject({ name: 'rate', value: lr });
      for (const { formula, uses, value } of lines) {
        const own = evaluated(formula, uses);
        const error = Math.abs(own - value);
        if (!(error <= 1e-12 * (PEAK + Math.abs(value)))) {
          expect.fail(`${formula} gives ${own}, not ${value}, at t = ${t}`);
        }
      }
    }),
    { numRuns: 100 },
  );
});

const withClosedForms = scheduleIds.filter((id) => 'closed' in schedules[id]);

describe.each(withClosedForms)('closed forms of %s', (id) => {
  const closed = (schedules[id] as { closed: ClosedForms<never> }).closed;
  const anySteps = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 31, max: 4000 }));

  test('sums are those of the terms, to 1e-12', () => {
    fc.assert(
      fc.property(anyOf(id), anySteps, ({ choice, total }, steps) => {
        const { lr } = buildSchedule(choice, 1, total);
        const values = choice.params as never;
        const sum = closed.sum?.(values, total, steps) ?? null;
        if (sum !== null) expectClose(sum, carefulSum(lr, steps));
        const squares = closed.sumOfSquares?.(values, total, steps) ?? null;
        if (squares !== null)
          expectClose(
            squares,
            carefulSum((t) => lr(t) ** 2, steps),
          );
      }),
      { numRuns: 150 },
    );
  });

  test('budgets are what the sums come to, or have no bound', () => {
    fc.assert(
      fc.property(anyOf(id), ({ choice, total }) => {
        const values = choice.params as never;
        const { lr } = buildSchedule(choice, 1, total);
        for (const power of [1, 2] as const) {
          const sumTo = power === 1 ? closed.sum : closed.sumOfSquares;
          const budget =
            (power === 1 ? closed.budget : closed.noiseBudget)?.(values, total) ?? null;
          if (budget === null) continue;
          const sum = (steps: number): number =>
            sumTo?.(values, total, steps) ?? carefulSum((t) => lr(t) ** power, steps);
          if (budget === Infinity) {
            expect(
              Array.from({ length: 2000 }, (_, i) => lr(1e9 - i)).some((rate) => rate > 0),
            ).toBe(true);
          } else {
            // What is left after the first 10⁵ terms: nothing, or less than the terms ever were.
            expect(sum(100_000)).toBeLessThanOrEqual(budget * (1 + 1e-12));
            if (lr(100_000) === 0) expectClose(sum(100_000), budget);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the half-life is when the rate has first come down to half of what it was', () => {
    fc.assert(
      fc.property(anyOf(id), ({ choice, total }) => {
        const { lr } = buildSchedule(choice, 1, total);
        const halfLife = closed.halfLife?.(choice.params as never, total) ?? null;
        if (halfLife === null) return;
        let highest = lr(0);
        for (let t = 1; t < 3000; t++) {
          const rate = lr(t);
          const early = t < halfLife - 1e-6;
          const half = highest / 2;
          // Within rounding of the half itself either answer is right.
          const right = early
            ? half === 0 || rate > half * (1 - 1e-9)
            : half > 0 && rate <= half * (1 + 1e-6);
          if (!right) expect.fail(`half-life ${halfLife}: lr(${t}) = ${rate}, before ≤ ${highest}`);
          if (!early) return;
          highest = Math.max(highest, rate);
        }
      }),
      { numRuns: 100 },
    );
  });
});

test('sums in closed form and term by term agree where both exist', () => {
  const twice = (choice: Choice): Choice => ({
    id: 'sequential',
    params: { schedules: [choice], milestones: [] },
  });
  for (const id of withClosedForms) {
    const choice = { id, params: defaultParams(schedules[id].params) };
    const known = scheduleSums(choice, PEAK, 500);
    const counted = scheduleSums(twice(choice), PEAK, 500);
    expectClose(known.sum, counted.sum);
    expectClose(known.sumOfSquares, counted.sumOfSquares);
    if (counted.halfLife !== null) expect(Math.ceil(known.halfLife! - 1e-9)).toBe(counted.halfLife);
  }
});

describe.each(adaptiveScheduleIds)('adaptive schedule %s', (id) => {
  const spec = adaptiveSchedules[id];
  const context = {
    lr: PEAK,
    total: 100,
    create: () => {
      throw new Error('nothing stands inside');
    },
  };
  const anyParams = fc.record(
    Object.fromEntries(
      Object.entries<ParamSpec>(spec.params).map(([name, param]) => [name, anyValue(param)]),
    ),
  );
  const anyMetrics = fc.array(fc.oneof(fc.double({ min: -2, max: 2 }), fc.constant(NaN)), {
    minLength: 1,
    maxLength: 60,
  });

  test('stands under its own name', () => {
    expect(spec.id).toBe(id);
  });

  test('starts at η₀, never rises, and a clone of its state goes on alike', () => {
    fc.assert(
      fc.property(anyParams, anyMetrics, (params, metrics) => {
        const schedule = spec.create(parseParams(spec.params, params, id), context);
        const state = schedule.init();
        expect(schedule.lr(state)).toBe(PEAK);
        let clone = structuredClone(state);
        for (const metric of metrics) {
          const before = schedule.lr(state);
          schedule.observe(state, metric);
          schedule.observe(clone, metric);
          expect(clone).toEqual(state);
          const rate = schedule.lr(state);
          expect(rate >= 0 && rate <= before).toBe(true);
          clone = structuredClone(state);
        }
      }),
    );
  });
});
