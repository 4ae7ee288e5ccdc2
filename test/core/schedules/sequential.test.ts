import { expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('sequential');

const constant = { id: 'constant', params: {} };
const linear = { id: 'linear', params: {} };
const cyclic = { id: 'cyclic', params: { up: 2 } };

test('each schedule starts from its own zero at its milestone, as long as its part', () => {
  const schedule = scheduleOf(
    'sequential',
    { schedules: [constant, linear, linear], milestones: [2, 4] },
    8,
  );
  expect(rates(schedule, 10)).toEqual([1, 1, 1, 0.5, 1, 0.75, 0.5, 0.25, 0, 0]);
});

test('a part of no length is passed over', () => {
  const schedule = scheduleOf('sequential', {
    schedules: [constant, linear, constant],
    milestones: [2, 2],
  });
  expect(rates(schedule, 4)).toEqual([1, 1, 1, 1]);
});

test('without milestones the run is shared out equally', () => {
  const schedule = scheduleOf('sequential', { schedules: [constant, linear, linear] }, 6);
  expect(rates(schedule, 6)).toEqual([1, 1, 1, 0.5, 1, 0.5]);
});

test('momentum is cycled by the schedule in charge, or left to the optimizer', () => {
  const mixed = scheduleOf('sequential', { schedules: [constant, cyclic], milestones: [3] });
  expect([0, 2, 3, 5].map((t) => mixed.momentum!(t))).toEqual([
    null,
    null,
    0.9,
    expect.closeTo(0.8, 15),
  ]);
  expect(scheduleOf('sequential', { schedules: [constant, linear] }).momentum).toBeUndefined();
});

test('a wrong number of milestones is refused, inside another schedule too', () => {
  const wrong = { id: 'sequential', params: { schedules: [constant, linear], milestones: [1, 2] } };
  expect(() => scheduleOf('sequential', wrong.params)).toThrow(
    new ConfigError('wrong-length', 'sequential.params.milestones', '2', '0, 1'),
  );
  expect(() => scheduleOf('chained', { schedules: [constant, wrong] })).toThrow(
    new ConfigError('wrong-length', 'chained.params.schedules.1.params.milestones', '2', '0, 1'),
  );
});

test('milestones are indices, none before the one in front of it', () => {
  const schedules = [constant, linear, constant];
  for (const milestones of [
    [1.5, 2],
    [4, 2],
  ]) {
    expect(() => scheduleOf('sequential', { schedules, milestones })).toThrow(
      /sequential\.params\.milestones\.[01]/,
    );
  }
});
