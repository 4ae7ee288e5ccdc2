import { drawGround, drawNames } from '../draw-pane.ts';
import { drawOverlay } from '../draw-overlay.ts';
import { paneLines } from '../pane-lines.ts';
import type { Pane } from '../plot.ts';
import type { Scene } from '../scene.ts';
import { paneHeight, paneTop } from '../stack-layout.ts';
import { drawLines } from './draw-lines.ts';
import { drawTitle } from './draw-title.ts';
import { pictureTitle, type Picture } from './picture.ts';

/** What a chart draws under and over the lines besides; its pane begins at `top`. */
interface Around {
  under?(pen: CanvasRenderingContext2D, top: number): void;
  over?(pen: CanvasRenderingContext2D, top: number): void;
}

/** What stands behind the title of a pane, all of it. */
export function saidOf({ symbol, notes = [] }: Pane): string {
  return [symbol ?? '', ...notes].filter((words) => words !== '').join(' · ');
}

/** One pane of a column with a title and an x axis of its own, without the cursor. */
export function panePicture(
  scene: Scene,
  xTitle: string,
  about: string,
  around: Around = {},
): Picture {
  const { pane, theme, width } = scene;
  return {
    title: pictureTitle(pane.title, about),
    width,
    height: paneHeight(scene),
    paper: theme.paper,
    draw(pen) {
      drawTitle(pen, { title: pane.title, symbol: saidOf(pane), about }, width, theme);
      // Names keep to the places they have on the page, and do not move there because of this picture.
      const drawn = { ...scene, names: new Map(scene.names) };
      const lines = paneLines(drawn);
      around.under?.(pen, paneTop);
      pen.save();
      pen.translate(0, paneTop);
      drawGround(pen, drawn, lines);
      drawLines(pen, drawn, lines);
      drawNames(pen, drawn, lines);
      pen.restore();
      around.over?.(pen, paneTop);
      const reading = { pill: null, dots: [] };
      const panes = [{ scene: drawn, top: paneTop, reading }];
      drawOverlay(pen, { panes, xTitle, cursor: null, width });
    },
  };
}
