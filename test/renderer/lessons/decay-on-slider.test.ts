/** A decay is looked for by dragging: what meets the challenge lies between the ends of its slider. */
import { expect, it } from 'vitest';
import { schedules } from '../../../core/schedules/index.ts';
import { trapInTheFormula } from '../../../renderer/src/lessons/07-trap-in-the-formula/lesson.ts';
import { assets } from '../../support/assets.ts';

it('neither end of the slider meets the challenge of lesson 7, and a good part between them does', () => {
  const { challenge } = trapInTheFormula;
  const begun = challenge.experiment.runs[0]!.config;
  const { min, max } = schedules['literal-recurrence'].params.decay.offered;
  const meets = (decay: number): boolean => {
    const schedule = { ...begun.schedule, params: { decay } };
    return challenge.judge({ ...begun, schedule }, assets).met;
  };
  const PLACES = 56;
  const along = Array.from({ length: PLACES + 1 }, (_, i) => min * (max / min) ** (i / PLACES));
  const met = along.map(meets);
  expect(met[0]).toBe(false);
  expect(met.at(-1)).toBe(false);
  expect(met.filter(Boolean).length / PLACES).toBeGreaterThan(0.1);
});
