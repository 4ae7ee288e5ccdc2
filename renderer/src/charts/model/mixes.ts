import { colorRamp } from '../color-ramp.ts';
import { slotOf, type ChartTheme } from '../theme.ts';

/** Shades between two colours. */
const SHADES = 65;

/** A share, from 0 to 1, of the way from one colour to another: red, green, blue and opacity, 0 to 255. */
export function mixBytes(
  theme: ChartTheme,
  from: string,
  to: string,
  share: number,
): Uint8ClampedArray {
  const shade = Math.round(Math.min(1, Math.max(0, share || 0)) * (SHADES - 1)) * 4;
  return colorRamp(theme, from, to, SHADES, 'oklab').subarray(shade, shade + 4);
}

/** The same as a CSS colour. */
export function mix(theme: ChartTheme, from: string, to: string, share: number): string {
  const [red, green, blue] = mixBytes(theme, from, to, share);
  return `rgb(${red}, ${green}, ${blue})`;
}

/**
 * Classes in colours that the first runs do not have: purple and green, which the colour-blind tell apart,
 * then the others.
 */
const CLASS_SLOTS = [3, 2, 4, 5, 6, 7, 0, 1];

export function classSlot(label: number): number {
  return CLASS_SLOTS[label % CLASS_SLOTS.length]!;
}

/** Where ink of a sign belongs: below 0, and above it. */
export function signColor(theme: ChartTheme, value: number, most: number): string {
  const { line } = slotOf(theme, value < 0 ? 0 : 1);
  return mix(theme, theme.paper, line, most > 0 ? Math.abs(value) / most : 0);
}
