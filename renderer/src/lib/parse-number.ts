const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A list of numbers as a person types it, parted by commas, spaces or 、; null if one of them is none. */
export function parseTypedNumbers(typed: string): readonly number[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter((part) => part !== '');
  const numbers = parts.map(parseTypedNumber).filter((number) => number !== null);
  return numbers.length === parts.length ? numbers : null;
}

/**
 * A number as a person types it: `0.001`, `1e-3`, `1/1000`, also in full-width digits and with −.
 * Null for anything else, the empty string included.
 */
export function parseTypedNumber(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll('\u2212', '-').trim();
  const parts = plain.split('/').map((part) => part.trim());
  if (parts.length > 2 || !parts.every((part) => PLAIN.test(part))) return null;
  const [numerator, denominator = 1] = parts.map(Number);
  const value = numerator! / denominator;
  return Number.isFinite(value) ? value : null;
}

/** So many characters fit into a field. */
const SHORT = 7;

/** A number as one would type it, so that it can be read again: `0.001`, and `1e12` where all zeros would be too long. */
export function typedForm(value: number): string {
  const plain = String(value);
  const power = value.toExponential().replace('e+', 'e');
  return plain.length > SHORT && power.length < plain.length ? power : plain;
}
