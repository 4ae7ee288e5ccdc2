import type { ChartTheme } from '../../renderer/src/charts/theme.ts';

/** A theme whose colours are their own names, so that a drawing says which it used. */
export const chartTheme: ChartTheme = {
  paper: 'paper',
  ink: 'ink',
  ink2: 'ink-2',
  hairline: 'hairline',
  axis: 'axis',
  accent: 'accent',
  onAccent: 'on-accent',
  beyond: 'beyond',
  beyondInk: 'beyond-ink',
  beyondTint: 'beyond-tint',
  valley: 'valley',
  ridge: 'ridge',
  contour: 'contour',
  series: Array.from({ length: 8 }, (_, slot) => ({
    line: `line-${slot}`,
    faint: `faint-${slot}`,
    band: `band-${slot}`,
    ink: `ink-${slot}`,
  })),
  font: 'sans-serif',
};
