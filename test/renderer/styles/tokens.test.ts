import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Contrast of the inks in tokens.css, by the definition of WCAG 2.2. */

const css = readFileSync(
  new URL('../../../renderer/src/styles/tokens.css', import.meta.url),
  'utf8',
);
type Color = readonly [red: number, green: number, blue: number];

/** The two values of a `light-dark()` token. */
function token(name: string): { light: Color; dark: Color } {
  const found = new RegExp(
    `${name}:\\s*light-dark\\((#\\w+|oklch\\([^)]*\\)),\\s*(oklch\\([^)]*\\))\\)`,
  ).exec(css);
  if (!found) throw new Error(`tokens.css has no ${name} with a light and a dark value.`);
  return { light: linear(found[1]!), dark: linear(found[2]!) };
}

/** Linear sRGB of a hexadecimal colour or of `oklch(L% C h)`. */
function linear(text: string): Color {
  if (text.startsWith('#')) {
    const channel = (at: number): number => {
      const value = Number.parseInt(text.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return [channel(1), channel(3), channel(5)];
  }
  const [lightness = 0, chroma = 0, hue = 0] = text.match(/[\d.]+/g)!.map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const inRange = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    inRange(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    inRange(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    inRange(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function luminance([red, green, blue]: Color): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Color, b: Color): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const inks = [
  '--ink',
  '--ink-2',
  '--accent-ink',
  '--beyond-ink',
  '--good-ink',
  ...Array.from({ length: 8 }, (_, slot) => `--series-${slot}-ink`),
];
const grounds = ['--paper', '--surface', '--tint', '--selected'];
const lines = [
  '--accent',
  '--beyond',
  ...Array.from({ length: 8 }, (_, slot) => `--series-${slot}`),
];

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(inks)('%s is readable on every ground (AA, 4.5)', (ink) => {
    for (const ground of grounds) {
      expect(contrast(token(ink)[theme], token(ground)[theme]), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(lines)('%s is seen on paper (3)', (line) => {
    expect(contrast(token(line)[theme], token('--paper')[theme])).toBeGreaterThanOrEqual(3);
  });

  test('words on the accent are readable', () => {
    expect(contrast(token('--on-accent')[theme], token('--accent')[theme])).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});

test('the measure of contrast is the known one', () => {
  expect(contrast(linear('#000000'), linear('#ffffff'))).toBeCloseTo(21, 6);
  expect(contrast(linear('#777777'), linear('#ffffff'))).toBeCloseTo(4.48, 2);
  expect(linear('oklch(100% 0 0)')[0]).toBeCloseTo(1, 3);
});
