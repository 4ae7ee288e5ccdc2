/** Colours and type of the page, as a canvas needs them: resolved, for the theme that is on. */
export interface ChartTheme {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly hairline: string;
  readonly beyond: string;
  readonly beyondInk: string;
  readonly beyondTint: string;
  /** Line and label colour of the series slots 0 … 7. */
  readonly series: readonly { readonly line: string; readonly ink: string }[];
  readonly font: string;
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

/** Reads the tokens; `light-dark()` is resolved only in a property that is used, hence the probe. */
export function readTheme(): ChartTheme {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const color = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const theme: ChartTheme = {
    paper: color('--paper'),
    ink: color('--ink'),
    ink2: color('--ink-2'),
    hairline: color('--hairline'),
    beyond: color('--beyond'),
    beyondInk: color('--beyond-ink'),
    beyondTint: color('--beyond-tint'),
    series: dashes.map((_, slot) => ({
      line: color(`--series-${slot}`),
      ink: color(`--series-${slot}-ink`),
    })),
    font: getComputedStyle(document.body).fontFamily,
  };
  probe.remove();
  return theme;
}
