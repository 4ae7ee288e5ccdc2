import { forgetWidths } from './rich-text.ts';

/** Colours and type of the page, as a canvas needs them: resolved, for the theme that is on. */
export interface ChartTheme {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly hairline: string;
  readonly axis: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly beyond: string;
  readonly beyondInk: string;
  readonly beyondTint: string;
  /** Elevation of the map, and its level lines. */
  readonly valley: string;
  readonly ridge: string;
  readonly contour: string;
  /** The series slots 0 … 7. */
  readonly series: readonly SlotColors[];
  readonly font: string;
}

export interface SlotColors {
  readonly line: string;
  /** The raw line behind its mean. */
  readonly faint: string;
  /** The spread around the line. */
  readonly band: string;
  /** Words. */
  readonly ink: string;
}

/** Dashes of the series slots, in CSS pixels. */
export const dashes: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 3],
  [8, 3, 2, 3],
  [12, 4],
  [4, 2, 1, 2],
  [1, 3],
  [10, 2, 2, 2],
];

export function slotOf(theme: ChartTheme, slot: number): SlotColors {
  return theme.series[slot % theme.series.length]!;
}

/** Dashes of a series slot, in CSS pixels. */
export function dashOf(slot: number): readonly number[] {
  return dashes[slot % dashes.length]!;
}

/** The theme of what is printed: light, on white, whatever is on the screen. */
export function paperTheme(): ChartTheme {
  return { ...readTheme('light'), paper: '#fff' };
}

/** Reads the tokens, as they are on the page or in one scheme; `light-dark()` is resolved only in a property that is used, hence the probe. */
export function readTheme(scheme: 'light' | null = null): ChartTheme {
  const probe = document.createElement('span');
  if (scheme) probe.style.colorScheme = scheme;
  probe.hidden = true;
  document.body.append(probe);
  const resolved = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const color = (token: string): string => resolved(`var(${token})`);
  const veiled = (token: string, percent: number): string =>
    resolved(`color-mix(in oklch, var(${token}) ${percent}%, transparent)`);
  const theme: ChartTheme = {
    paper: color('--paper'),
    ink: color('--ink'),
    ink2: color('--ink-2'),
    hairline: color('--hairline'),
    axis: color('--axis'),
    accent: color('--accent'),
    onAccent: color('--on-accent'),
    beyond: color('--beyond'),
    beyondInk: color('--beyond-ink'),
    beyondTint: color('--beyond-tint'),
    valley: color('--valley'),
    ridge: color('--ridge'),
    contour: color('--contour'),
    series: dashes.map((_, slot) => ({
      line: color(`--series-${slot}`),
      faint: veiled(`--series-${slot}`, 36),
      band: veiled(`--series-${slot}`, 15),
      ink: color(`--series-${slot}-ink`),
    })),
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return theme;
}

/** Calls back whenever colours or fonts may have changed; returns how to stop. */
export function followTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
  dark.addEventListener('change', changed);
  const fontsLoaded = (): void => {
    forgetWidths();
    changed();
  };
  document.fonts.addEventListener('loadingdone', fontsLoaded);
  return () => {
    root.disconnect();
    dark.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', fontsLoaded);
  };
}
