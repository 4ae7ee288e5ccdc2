import { formatSetting } from '../lib/format.ts';
import { numberTex } from '../lib/number-tex.ts';
import type { Reading } from './prerequisite.ts';

/** `{{name}}`, or `{{(name)}}` in formulas. */
const NAMED = /\{\{(\()?(\w+)\)?\}\}/gu;

/** The names of the numbers in words or in a formula. */
export function namesIn(words: string): readonly string[] {
  return [...words.matchAll(NAMED)].map((match) => match[2]!);
}

/** Words with their numbers in, to three digits and no zeros behind them. Throws where the reading has no such number. */
export function filled(words: string, numbers: Reading['numbers']): string {
  return words.replace(NAMED, (_, _open, name: string) =>
    formatSetting(Number(numberOf(numbers, name).toPrecision(3))),
  );
}

/** A formula with its numbers in. Throws where the reading has no such number. */
export function filledTex(tex: string, numbers: Reading['numbers']): string {
  return tex.replace(NAMED, (_, open: string | undefined, name: string) => {
    const value = numberOf(numbers, name);
    const number = numberTex(value, Number.isInteger(value));
    return open && number.kind === 'negative' ? `(${number.tex})` : `{${number.tex}}`;
  });
}

function numberOf(numbers: Reading['numbers'], name: string): number {
  const value = numbers[name];
  if (value === undefined) throw new RangeError(`the figure has no number ${name}`);
  return value;
}
