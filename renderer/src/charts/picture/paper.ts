import { paperTheme } from '../theme.ts';
import type { Paper } from './picture.ts';

/** Of the column a square has so much, and the words beside it the rest. */
export const SQUARE_SHARE = 0.32;
/** Pictures are drawn a fifth larger than they are printed: figures are set smaller than the text. */
const WIDTH = 750;

/** The column of a sheet (styles/print.css): light, on white. */
export function columnOfSheet(): Paper {
  return { theme: paperTheme(), width: WIDTH, side: WIDTH * SQUARE_SHARE };
}
