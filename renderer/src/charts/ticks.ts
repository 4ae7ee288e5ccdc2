import { formatCount, formatSetting, superscript } from '../lib/format.ts';

export interface Tick {
  readonly value: number;
  /** Null: a line or mark without words. */
  readonly label: string | null;
  /** Hairlines cross the plot, marks stand beside the axis. */
  readonly kind: 'hairline' | 'mark';
}

const MINUS = '−';

/**
 * Evenly spaced round values inside the range, at most `most` of them and at least one; all labels have
 * the decimals of the spacing, so that they stand under each other: 0.80 0.85 0.90.
 */
export function linearTicks([low, high]: readonly [number, number], most: number): readonly Tick[] {
  const span = high - low;
  const single: Tick = { value: low, label: formatSetting(low), kind: 'hairline' };
  if (!(span > 0) || !Number.isFinite(span)) return [single];
  const step = roundStep(span / Math.max(1, most - 1));
  const begin = Math.ceil(low / step - 1e-9);
  const end = Math.floor(high / step + 1e-9);
  if (!(end >= begin) || !Number.isFinite(end)) return [single];
  const write = writerFor(step, Math.max(Math.abs(low), Math.abs(high)));
  return Array.from({ length: end - begin + 1 }, (_, i) => {
    const value = Number(((begin + i) * step).toPrecision(12));
    return { value, label: write(value), kind: 'hairline' };
  });
}

/** Ticks of a step axis: whole steps, and one at the end if a round spacing gets there. */
export function stepTicks(domain: readonly [number, number], most: number): readonly Tick[] {
  const [from, to] = domain;
  const span = to - from;
  const spacing = roundDivisor(span, most) ?? Math.max(1, Math.ceil(roundStep(span / (most - 1))));
  const begin = Math.ceil(from / spacing);
  const count = Math.floor(to / spacing) - begin + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const value = (begin + i) * spacing;
    return { value, label: formatCount(value), kind: 'hairline' };
  });
}

/**
 * Ticks of a logarithmic step axis, at log(1 + t): 0, powers of ten, and 3 times them where there is room for their
 * words; marks at the other multiples. `most`: words on the axis.
 */
export function logStepTicks(lastStep: number, most: number): readonly Tick[] {
  const decades = Math.floor(Math.log10(Math.max(1, lastStep)) + 1e-9) + 1;
  const every = Math.ceil(decades / Math.max(1, most - 1));
  const threes = 2 * decades + 1 <= most;
  const zero: Tick = { value: 0, label: formatCount(0), kind: 'hairline' };
  const multiples = digitMultiples(1, Math.max(1, lastStep)).map(({ digit, value }): Tick => {
    const whole = digit === 1 && Math.round(Math.log10(value)) % every === 0;
    const said = whole || (threes && digit === 3);
    const label = said ? formatCount(value) : null;
    return { value: Math.log1p(value), label, kind: said ? 'hairline' : 'mark' };
  });
  return [zero, ...multiples];
}

/** A round whole number that divides the span into at most `most` − 1 parts and not too few. */
function roundDivisor(span: number, most: number): number | null {
  const least = span / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(least));
  for (const digits of [
    [1, 2, 2.5, 5, 10, 20],
    [3, 4, 6, 15, 30],
  ]) {
    for (const digit of digits) {
      const spacing = digit * power;
      if (!Number.isInteger(spacing) || spacing < least || span % spacing !== 0) continue;
      if (spacing <= 2 * least) return spacing;
    }
  }
  return null;
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9));
  return (factor ?? 10) * power;
}

function writerFor(step: number, largest: number): (value: number) => string {
  if (largest >= 1e6 || largest < 1e-2) return formatSetting;
  const decimals = [0, 1, 2, 3, 4, 5, 6].find((n) => isWhole(step * 10 ** n)) ?? 6;
  return (value) => {
    if (decimals === 0) return formatCount(value);
    return value.toFixed(decimals).replace('-', MINUS);
  };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** Labelled powers of ten are this far apart: every decade, or a number of decades easy to count by. */
const DECADE_STEPS = [1, 2, 3, 6, 9, 12, 15, 30, 45, 60, 90, 120, 150, 300];
/** Above this many decades only labelled ones get a hairline. */
const MOST_HAIRLINES = 10;

/**
 * Powers of ten inside the range, labelled so that never more than `most` words stand on the axis. Up
 * to ten decades each has a hairline; over ten, hairline and label come every third decade or rarer.
 * Between neighbouring labels stand marks at 2 … 9. Below about a decade 2 and 5 are labelled too.
 */
export function logTicks([low, high]: readonly [number, number], most: number): readonly Tick[] {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const span = Math.log10(high) - Math.log10(low);
  if (last - first < 1 || span < 1.3) return ticksWithinDecades(low, high, most);
  const least = span > MOST_HAIRLINES ? 3 : 1;
  const every =
    DECADE_STEPS.find(
      (n) => n >= least && Math.floor(last / n) - Math.ceil(first / n) + 1 <= most,
    ) ?? last - first + 1;
  const anyLabel = Math.floor(last / every) >= Math.ceil(first / every);
  const ticks: Tick[] = [];
  for (let power = first; power <= last; power++) {
    const labelled = anyLabel ? power % every === 0 : power === last;
    if (!labelled && span > MOST_HAIRLINES) continue;
    const label = labelled ? powerLabel(power) : null;
    ticks.push({ value: Number(`1e${power}`), label, kind: 'hairline' });
  }
  return every === 1 ? [...ticks, ...marksBetween(low, high)] : ticks;
}

/** 10⁻³; but 1 and 10 as they are. */
export function powerLabel(power: number): string {
  if (power === 0) return '1';
  return power === 1 ? '10' : `10${superscript(power)}`;
}

function marksBetween(low: number, high: number): readonly Tick[] {
  return digitMultiples(low, high)
    .filter(({ digit }) => digit !== 1)
    .map(({ value }) => ({ value, label: null, kind: 'mark' }));
}

function ticksWithinDecades(low: number, high: number, most: number): readonly Tick[] {
  const multiples = digitMultiples(low, high);
  const choices = [[1, 2, 5], [1, 5], [1, 3], [1]];
  for (const digits of choices) {
    const count = multiples.filter(({ digit }) => digits.includes(digit)).length;
    if (count < 2 || count > most) continue;
    return multiples.map(({ digit, value }) =>
      digits.includes(digit)
        ? { value, label: formatSetting(value), kind: 'hairline' }
        : { value, label: null, kind: 'mark' },
    );
  }
  return linearTicks([low, high], Math.min(3, most));
}

function digitMultiples(low: number, high: number): { digit: number; value: number }[] {
  const multiples: { digit: number; value: number }[] = [];
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  for (let power = from; power <= to; power++) {
    for (let digit = 1; digit <= 9; digit++) {
      const value = Number(`${digit}e${power}`);
      const inside = value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
      if (inside) multiples.push({ digit, value });
    }
  }
  return multiples;
}
