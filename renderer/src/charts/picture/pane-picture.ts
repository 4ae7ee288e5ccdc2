import { drawGround, drawNames } from '../draw-pane.ts';
import { drawOverlay } from '../draw-overlay.ts';
import { paneLines } from '../pane-lines.ts';
import type { Scene } from '../scene.ts';
import { paneHeight, paneTop } from '../stack-layout.ts';
import { drawLines } from './draw-lines.ts';
import { drawTitle } from './draw-title.ts';
import type { Picture } from './picture.ts';

/** One pane of a column with a title and an x axis of its own, without the cursor. */
export function panePicture(scene: Scene, xTitle: string, about: string): Picture {
  const { pane, theme, width } = scene;
  return {
    title: `${pane.title} – ${about}`,
    width,
    height: paneHeight(scene),
    paper: theme.paper,
    draw(pen) {
      drawTitle(pen, { title: pane.title, symbol: pane.symbol ?? '', about }, width, theme);
      // Names keep to the places they have on the page, and do not move there because of this picture.
      const drawn = { ...scene, names: new Map(scene.names) };
      const lines = paneLines(drawn);
      pen.save();
      pen.translate(0, paneTop);
      drawGround(pen, drawn, lines);
      drawLines(pen, drawn, lines);
      drawNames(pen, drawn, lines);
      pen.restore();
      const reading = { pill: null, dots: [] };
      const panes = [{ scene: drawn, top: paneTop, reading }];
      drawOverlay(pen, { panes, xTitle, cursor: null, width });
    },
  };
}
