/** Numbers as people read them: three significant digits, a real minus, powers of ten in superscript. */

import { t } from '../i18n/i18n.svelte.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MINUS = '−';
const NARROW_SPACE = '\u202f';
/** From here on, and below 10⁻³, a power of ten is written out. */
const LARGE = 1e5;
const SMALL = 1e-3;

/** `−12` → `⁻¹²`. */
export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))]
    .map((digit) => SUPERSCRIPTS[Number(digit)])
    .join('');
  return exponent < 0 ? `⁻${digits}` : digits;
}

/** A value to `digits` significant digits: `0.0224`, `4.36×10⁻²⁷`, `−3.2`, `∞`, `NaN`. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  if (value === 0) return '0';
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (size >= SMALL && size < LARGE) return sign + plain(size, digits, power);
  return `${sign}${mantissa}×10${superscript(power)}`;
}

function plain(size: number, digits: number, power: number): string {
  const decimals = Math.max(0, digits - 1 - power);
  const text = size.toFixed(decimals);
  return power >= 3 ? groupThousands(text) : text;
}

/** Every digit the value has, for hover and for copying. */
export function formatExactly(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A count with narrow spaces: `2 000`, `1 437`. */
export function formatCount(count: number): string {
  return groupThousands(String(Math.round(count))).replace('-', MINUS);
}

/** A setting as it was typed, no digit more: `0.1`, `2 000`, `10⁻⁵`. */
export function formatSetting(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= SMALL && size < 1e7)) {
    return groupThousands(String(value)).replace('-', MINUS);
  }
  const [mantissa = '', exponent = '0'] = size.toExponential().split('e');
  const sign = value < 0 ? MINUS : '';
  const power = `10${superscript(Number(exponent))}`;
  return mantissa === '1' ? sign + power : `${sign}${mantissa}×${power}`;
}

/** More digits than these nobody types: such a setting was computed, `2/101`. */
const TYPED_DIGITS = 8;

/** A setting as it was typed; of one that was computed three digits, like any number that is read: `0.0198`. */
export function formatSettingBriefly(value: number): string {
  return formatSetting(Number(value.toPrecision(TYPED_DIGITS)) === value ? value : tidied(value));
}

const tidied = (value: number): number => Number(value.toPrecision(3));

/** A fraction as a percentage: `95.6 %`, `95.6%` in Chinese. */
export function formatPercent(fraction: number, decimals = 1): string {
  return t('percent', { value: (fraction * 100).toFixed(decimals).replace('-', MINUS) });
}

/** A size of files: `640 KB`, `8.2 MB`, `1.3 GB`; powers of 1,000, as systems show them. */
export function formatBytes(bytes: number): string {
  const units = ['KB', 'MB', 'GB', 'TB'] as const;
  // What would be rounded to a thousand is one of the next unit.
  const rounded = Number(bytes.toPrecision(3));
  const power = Math.min(
    units.length,
    Math.max(1, Math.floor(Math.log10(Math.max(1, rounded)) / 3)),
  );
  const size = bytes / 1000 ** power;
  const digits = power > 1 && size < 10 ? 1 : 0;
  return `${groupThousands(size.toFixed(digits))}\u00a0${units[power - 1]!}`;
}

/** Groups the digits before the decimal point by narrow spaces that do not break; four-digit numbers too. */
function groupThousands(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
