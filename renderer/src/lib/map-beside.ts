/** How large a square map can be beside a column of charts, or below it. Lengths in pixels. */

/** What stands above a map, and between it and the charts. */
const [HEAD, GAP] = [36, 24];
/** The least one that tells something, and the largest below charts: more would push away what follows. */
const [LEAST, MOST_BELOW] = [160, 320];
/** Charts keep the larger part, and so much that the words above them are whole. */
const [SHARE, CHARTS] = [0.4, 600];

/** The side of a map beside charts; 0: there is no room for one. */
export function mapBeside(width: number, height: number): number {
  const size = Math.floor(Math.min(height - HEAD, SHARE * width, width - GAP - CHARTS));
  return size < LEAST ? 0 : size;
}

/** The side of a map below charts; 0: there is no room for one. */
export function mapBelow(width: number): number {
  return width < LEAST ? 0 : Math.min(width, MOST_BELOW);
}
