import type { ChartTheme } from './theme.ts';

/** A theme's colours are read back from a canvas once: that is slow. */
const known = new WeakMap<ChartTheme, Map<string, Uint8ClampedArray>>();

/** In what the shades are even: `oklch` turns through hues, `oklab` goes straight. */
type Space = 'oklch' | 'oklab';

/** Even shades from one colour to another, as RGBA bytes one after the other. */
export function colorRamp(
  theme: ChartTheme,
  from: string,
  to: string,
  shades: number,
  space: Space,
): Uint8ClampedArray {
  const made = known.get(theme) ?? new Map<string, Uint8ClampedArray>();
  known.set(theme, made);
  const key = `${from} ${to} ${shades} ${space}`;
  let ramp = made.get(key);
  if (!ramp) {
    const strip = new OffscreenCanvas(shades, 1);
    const pen = strip.getContext('2d', { willReadFrequently: true })!;
    for (let i = 0; i < shades; i++) {
      pen.fillStyle = `color-mix(in ${space}, ${to} ${(100 * i) / (shades - 1)}%, ${from})`;
      pen.fillRect(i, 0, 1, 1);
    }
    ramp = pen.getImageData(0, 0, shades, 1).data;
    made.set(key, ramp);
  }
  return ramp;
}
