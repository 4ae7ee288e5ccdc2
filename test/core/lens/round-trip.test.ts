import { describe, expect, test } from 'vitest';
import { codeTargets } from '../../../core/export/index.ts';
import { readCode } from '../../../core/lens/read-code.ts';
import { sameRate } from '../../../core/lens/recognise.ts';
import type { Values } from '../../../core/params.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import type { RunScheduleId } from '../../../core/schedules/index.ts';
import { request } from '../export/requests.ts';

/** What the app exports and the lens reads: schedule, parameters, targets. */
const inReach: readonly (readonly [
  RunScheduleId,
  Values,
  readonly (keyof typeof codeTargets)[],
])[] = [
  ['inverse-time', { decay: 0.1 }, ['pytorch', 'keras', 'numpy']],
  ['inverse-time', { decay: 0.3, decayLength: 7 }, ['pytorch', 'keras', 'numpy']],
  ['inverse-time', { decay: 0.3, decayLength: 7, staircase: true }, ['pytorch', 'keras', 'numpy']],
  ['literal-recurrence', { decay: 0.1 }, ['pytorch']],
  ['exponential', {}, ['pytorch', 'keras', 'numpy']],
  ['exponential', { gamma: 0.5, decayLength: 8, staircase: true }, ['pytorch', 'keras', 'numpy']],
  ['natural-exponential', {}, ['pytorch', 'keras', 'numpy']],
  ['inverse-sqrt', {}, ['pytorch', 'numpy']],
  ['step', {}, ['pytorch', 'keras', 'numpy']],
  ['polynomial', { power: 2, length: 60 }, ['numpy']],
];

describe('what the app exports as code is read back', () => {
  for (const [id, params, targets] of inReach) {
    for (const target of targets) {
      test(`${id} ${JSON.stringify(params)} in ${target}`, () => {
        const wanted = request(id, params, { lr: 0.2 });
        const code = codeTargets[target].write(wanted, ({ en }) => en);
        const count = { epochs: target === 'keras' ? 12 : 60, stepsPerEpoch: 5 };
        const reading = readCode(code, { lr: 9, decay: 9, ...count });
        if (reading.kind !== 'clock') throw new Error('reads a metric');
        const schedule = buildSchedule(wanted.schedule, 0.2, 60);
        expect(reading.rates).toHaveLength(60);
        expect(reading.lr).toBe(0.2);
        for (const [t, rate] of reading.rates.entries()) {
          expect(sameRate(rate, schedule.lr(t)), `t = ${t}: ${rate}`).toBe(true);
        }
      });
    }
  }
});
