import { describe, expect, test } from 'vitest';
import { evaluated } from '../../../core/formula/worked.ts';
import { defaultParams, type ParamSpecs, type Values } from '../../../core/params.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { scheduleIds, schedules } from '../../../core/schedules/index.ts';
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

test('the schedules that one line says, say it', () => {
  expect(told.length).toBeGreaterThanOrEqual(12);
});

describe.each(told)('%s', (id) => {
  test.each(variantsOf(schedules[id].params))('its arithmetic gives its rate: %j', (params) => {
    const choice = { id, params };
    const schedule = buildSchedule(choice, 0.3, TOTAL);
    for (let t = 0; t <= 2 * TOTAL; t++) {
      const lr = schedule.lr(t);
      const line = workedRate(choice, { peakLr: 0.3, total: TOTAL, t, lr })!;
      expect(line.value).toBe(lr);
      expect(evaluated(line.formula, line.uses), `t = ${t}`).toBeCloseTo(lr, 13);
    }
  });
});

test('a schedule put together from others has no line of its own', () => {
  const choice = { id: 'sequential', params: defaultParams(schedules.sequential.params) };
  expect(workedRate(choice, { peakLr: 1, total: 10, t: 3, lr: 0.5 })).toBeNull();
});
