import type { ScheduleUnit } from '../../../core/experiment/config.ts';
import type { NumberParam } from '../../../core/params.ts';
import { t, text } from './i18n.svelte.ts';

/** In what a constant of a schedule counts: `per step`, `steps`, `the whole run` for a length of 0; null: a plain number. */
export function timeUnitWords(
  { time }: NumberParam,
  value: number,
  unit: ScheduleUnit,
): string | null {
  if (time === undefined) return null;
  if (time === 'per-unit') return t(`schedule.unit.${unit}`);
  return value === 0 ? text(time.whenZero) : t(`schedule.length.${unit}`);
}
