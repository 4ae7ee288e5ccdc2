import { formatNumber, superscript } from '../lib/format.ts';
import { locale, t } from './i18n.svelte.ts';

/** Below this factor a difference is told as a percentage. */
const FEW = 1.5;
/** From this factor on only the power of ten is told. */
const MANY = 1000;
/** A factor this close to a whole number is called by it. */
const NEAR = 0.05;
const DIGITS = '零一二三四五六七八九十';

/** How much lower one value is than another: as a percentage, or as a factor; null where neither has a meaning. */
export type Ratio =
  | { readonly kind: 'percent'; readonly words: string }
  | { readonly kind: 'factor'; readonly words: string };

/** `low` against `high`: `12 %` lower; `9` or `about 10⁷` times lower, 九分之一 or 10⁻⁷ 倍 of it. */
export function ratioWords(low: number, high: number): Ratio | null {
  const factor = high / low;
  if (!(low > 0 && Number.isFinite(factor) && factor > 1)) return null;
  if (factor < FEW) {
    const percent = formatNumber(100 * (1 - low / high), 2);
    return { kind: 'percent', words: t('percent', { value: percent }) };
  }
  const chinese = locale() === 'zh-CN';
  if (factor >= MANY) {
    const power = Math.round(Math.log10(factor));
    const words = chinese ? `10${superscript(-power)} 倍` : `about 10${superscript(power)}`;
    return { kind: 'factor', words };
  }
  return { kind: 'factor', words: chinese ? partOf(factor) : timesOf(factor) };
}

/** How many times as much one count is as another, `3.2`; null where that is hardly more, or has no meaning. */
export function timesWords(low: number, high: number): string | null {
  const factor = high / low;
  return low > 0 && factor >= FEW ? timesOf(factor) : null;
}

/** Between these a ratio is told as a percentage more or less. */
const [LEAST_PERCENT, MOST_PERCENT] = [0.02, 2];
/** A percentage smaller than this is none. */
const NO_PERCENT = 0.05;

/** What became of a number: `−64 %`, `+12 %`, or of a large change `× 3.1`. */
export function changeOf(ratio: number): string {
  if (!(ratio >= LEAST_PERCENT && ratio < MOST_PERCENT)) return `× ${formatNumber(ratio, 2)}`;
  const percent = 100 * (ratio - 1);
  if (Math.abs(percent) < NO_PERCENT) return t('percent', { value: '0' });
  const sign = percent > 0 ? '+' : '';
  return t('percent', { value: `${sign}${formatNumber(percent, 2)}` });
}

function timesOf(factor: number): string {
  return String(Number(factor.toPrecision(2)));
}

/** What one part in `factor` is called. */
function partOf(factor: number): string {
  const whole = Math.round(factor);
  if (whole > 10) return `1/${timesOf(factor)}`;
  if (Math.abs(factor / whole - 1) > NEAR) {
    return t('percent', { value: formatNumber(100 / factor, 2) });
  }
  return whole === 2 ? '一半' : `${DIGITS[whole]!}分之一`;
}
