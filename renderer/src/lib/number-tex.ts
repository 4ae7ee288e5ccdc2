import type { Substitute } from '../../../core/formula/tex.ts';
import { formatNumber, formatSetting } from './format.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as TeX, as `format.ts` writes it: three significant digits, or as it was set where it is a setting. */
export function numberTex(value: number, isSetting = false): Substitute {
  const words = isSetting ? formatSetting(value) : formatNumber(value);
  const tex = words
    .replaceAll('−', '-')
    .replaceAll('\u202f', '\\,')
    .replace('∞', '\\infty')
    .replace('NaN', '\\mathrm{NaN}')
    .replace('×', ' \\times ')
    .replace(/10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/u, (_, power: string) => `10^{${plainPower(power)}}`);
  if (words.startsWith('−')) return { tex, kind: 'negative' };
  return { tex, kind: /10\^\{/.test(tex) ? 'scaled' : 'number' };
}

function plainPower(high: string): string {
  return [...high]
    .map((character) => (character === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(character))))
    .join('');
}
