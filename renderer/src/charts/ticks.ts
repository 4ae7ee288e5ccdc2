import { formatSetting, superscript } from '../lib/format.ts';

export interface Tick {
  readonly value: number;
  /** Null: a mark without words. */
  readonly label: string | null;
}

/** Evenly spaced round values inside the range, at most `most` of them. */
export function linearTicks([low, high]: readonly [number, number], most: number): readonly Tick[] {
  const span = high - low;
  if (!(span > 0)) return [{ value: low, label: formatSetting(low) }];
  const step = roundStep(span / Math.max(1, most));
  const begin = Math.ceil(low / step - 1e-9);
  const end = Math.floor(high / step + 1e-9);
  return Array.from({ length: end - begin + 1 }, (_, i) => {
    const value = Number(((begin + i) * step).toPrecision(12));
    return { value, label: formatSetting(value) };
  });
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9));
  return (factor ?? 10) * power;
}

/**
 * Powers of ten inside the range, labelled so that never more than `most` words stand on the axis;
 * between labelled decades the others are marks. Within less than two decades 2 and 5 are labelled too.
 */
export function logTicks([low, high]: readonly [number, number], most: number): readonly Tick[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const decades = last - first + 1;
  if (decades <= 2 && Math.log10(high / low) < 2) return subTicks(low, high, most);
  const every = decades <= most ? 1 : Math.max(3, Math.ceil(decades / Math.max(1, most)));
  const ticks: Tick[] = [];
  for (let power = first; power <= last; power++) {
    const labelled = (power - last) % every === 0;
    ticks.push({ value: 10 ** power, label: labelled ? powerLabel(power) : null });
    if (every === 1 && power < last) {
      for (let digit = 2; digit <= 9; digit++)
        ticks.push({ value: digit * 10 ** power, label: null });
    }
  }
  return ticks;
}

/** 10⁻³; but 0.1, 1 and 10 as they are. */
export function powerLabel(power: number): string {
  return power === 0 ? '1' : power === 1 ? '10' : `10${superscript(power)}`;
}

function subTicks(low: number, high: number, most: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (let digit = 1; digit <= 9; digit++) {
      const value = Number(`${digit}e${power}`);
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      ticks.push({ value, label: [1, 2, 5].includes(digit) ? formatSetting(value) : null });
    }
  }
  const labelled = ticks.filter(({ label }) => label !== null);
  if (labelled.length >= 2 && labelled.length <= most) return ticks;
  if (labelled.length > most) {
    return ticks.map((tick) => ({
      value: tick.value,
      label: Number.isInteger(Math.log10(tick.value)) ? tick.label : null,
    }));
  }
  return linearTicks([low, high], Math.min(3, most));
}
