import { placeLabels } from './end-labels.ts';
import { leaderTo, roomBeside, type Bounds } from './name-beside.ts';
import { roomAlong, type Side, type Taken } from './name-room.ts';
import { drawRich, measureRich, shorten, type Font } from './rich-text.ts';
import type { Scene } from './scene.ts';
import type { Spot } from './pane-lines.ts';

/** A name in bold, what stands behind it, and where the line ends that bears it. */
export interface Name {
  readonly id: string;
  readonly text: string;
  readonly more: string;
  readonly ink: string;
  readonly bold: boolean;
  readonly from: Spot;
}

export const NAME_SIZE = 12;
export const LINE_HEIGHT = 16;
/** As close as names may come where there are many. */
const TIGHT = 12;
/** From a line's end to its name in the column. */
export const NAME_OFFSET = 13;
/** Name of the danger level: it stands on a tint, where a paper halo would show. */
export const DANGER = 'danger';
const SPACE = 4;
const AROUND = 11;
/** So far into the plot the pill on its y axis may reach. */
const PILL = 16;

export function fonts(family: string): { readonly bold: Font; readonly plain: Font } {
  return {
    bold: { size: NAME_SIZE, weight: 600, family },
    plain: { size: NAME_SIZE, weight: 400, family },
  };
}

/**
 * Names in one column behind the line that ends last: beside the plot, or in the empty future while a
 * run goes on. They keep apart; a leader joins each to its line.
 */
export function drawNameColumn(
  canvas: CanvasRenderingContext2D,
  names: readonly Name[],
  scene: Scene,
  taken: Taken,
): void {
  if (names.length === 0) return;
  const { x, y, theme, nameColumn } = scene;
  const [foot, top] = y.range;
  const begin = Math.max(...names.map(({ from }) => from.x));
  const left = begin + NAME_OFFSET;
  const room = x.range[1] + nameColumn - left;
  const { bold, plain } = fonts(theme.font);
  const [first, last] = [top + 4, foot - 4];
  const shown = mostImportant(names, Math.floor((last - first) / TIGHT) + 1);
  const wishes = shown.map(({ from }) => ({ wanted: Math.min(foot, Math.max(top, from.y)) }));
  const spacing = (last - first) / Math.max(1, shown.length - 1);
  const heights = placeLabels(wishes, Math.min(LINE_HEIGHT, spacing), first, last);
  shown.forEach((name, i) => {
    const height = heights[i]!;
    drawLeader(canvas, name, begin, height);
    const font = name.bold ? bold : plain;
    const text = shorten(canvas, name.text, font, room);
    const halo = begin < x.range[1] - 1 ? { halo: theme.paper } : {};
    drawRich(canvas, text, left, height, { ...font, color: name.ink, ...halo });
    let width = measureRich(canvas, text, font);
    const rest = name.more === '' ? 0 : SPACE + measureRich(canvas, name.more, plain);
    if (rest > 0 && width + rest <= room) {
      drawRich(canvas, name.more, left + width + SPACE, height, {
        ...plain,
        color: theme.ink2,
        ...halo,
      });
      width += rest;
    }
    taken.takeWords({
      left: begin,
      top: height - 8,
      width: width + NAME_OFFSET,
      height: LINE_HEIGHT,
    });
  });
}

/** Where there is no room for all, names of runs come before those of theory; the selected one is always there. */
function mostImportant(names: readonly Name[], most: number): readonly Name[] {
  if (names.length <= most) return names;
  const rank = ({ bold, more }: Name): number => (bold ? 0 : more === '' ? 2 : 1);
  return [...names].sort((a, b) => rank(a) - rank(b)).slice(0, Math.max(1, most));
}

function drawLeader(
  canvas: CanvasRenderingContext2D,
  { from, ink }: Name,
  begin: number,
  height: number,
): void {
  const bend = begin - from.x > 2 ? [{ x: begin + 2, y: from.y }] : [];
  const ends = [begin + 8, begin + 10].map((x) => ({ x, y: height }));
  drawLine(canvas, [{ x: from.x + 2, y: from.y }, ...bend, ...ends], ink);
}

/** A thin line through these spots, from what is named to its name. */
function drawLine(canvas: CanvasRenderingContext2D, spots: readonly Spot[], ink: string): void {
  canvas.save();
  canvas.strokeStyle = ink;
  canvas.globalAlpha = 0.75;
  canvas.lineWidth = 1;
  canvas.setLineDash([]);
  canvas.beginPath();
  spots.forEach(({ x, y }, i) => (i === 0 ? canvas.moveTo(x, y) : canvas.lineTo(x, y)));
  canvas.stroke();
  canvas.restore();
}

/**
 * A name and a line of words beside a spot inside the plot, where nothing else is drawn: where there is no room for both
 * the words are left out. A name alone lies on a line where it must, which a halo keeps readable, but not on other words;
 * where there is no such room, it is left out, too.
 */
export function drawNameBeside(
  canvas: CanvasRenderingContext2D,
  name: Name,
  moreInk: string,
  scene: Scene,
  taken: Taken,
): void {
  const { theme, x } = scene;
  const { bold, plain } = fonts(theme.font);
  const first = { text: name.text, font: name.bold ? bold : plain, ink: name.ink };
  const second = { text: name.more, font: plain, ink: moreInk };
  const room = x.range[1] + scene.nameColumn - x.range[0] - 2 * AROUND;
  const whole = name.more === '' ? [] : [{ lines: [first, second], onLines: false }];
  const alone = [false, true].map((onLines) => ({ lines: [first], onLines }));
  for (const { lines, onLines } of [...whole, ...alone]) {
    const widest = Math.max(...lines.map(({ text, font }) => measureRich(canvas, text, font)));
    const size = { width: Math.min(widest, room), height: lines.length * LINE_HEIGHT };
    const box = roomBeside(taken, name.from, size, boundsOf(scene), onLines);
    if (!box) continue;
    const leader = leaderTo(box, name.from);
    if (leader) {
      drawLine(canvas, leader, name.ink);
      taken.moveTo(leader[0].x, leader[0].y);
      taken.lineTo(leader[1].x, leader[1].y);
    }
    lines.forEach(({ text, font, ink }, i) => {
      const height = box.top + LINE_HEIGHT * (i + 0.5);
      const style = { ...font, color: ink, halo: theme.paper };
      drawRich(canvas, shorten(canvas, text, font, room), box.left, height, style);
    });
    taken.takeWords(box);
    return;
  }
}

function boundsOf({ x, y, nameColumn }: Scene): Bounds {
  return {
    left: x.range[0] + PILL,
    right: x.range[1] + nameColumn - SPACE,
    top: y.range[1] - 4,
    bottom: y.range[0] - 2,
  };
}

/** Writes a name along its line if there is room; tells whether there was. */
export function drawNameAlong(
  canvas: CanvasRenderingContext2D,
  id: string,
  text: string,
  ink: string,
  heightAt: (x: number) => number | null,
  scene: Scene,
  taken: Taken,
  side?: Side,
): boolean {
  const { plain } = fonts(scene.theme.font);
  const size = { width: measureRich(canvas, text, plain), height: LINE_HEIGHT - 2 };
  const before = scene.names.get(id) ?? null;
  const box = roomAlong(taken, scene.x.range, heightAt, size, before, side);
  if (!box) {
    scene.names.delete(id);
    return false;
  }
  scene.names.set(id, box);
  drawRich(canvas, text, box.left, box.top + box.height / 2, {
    ...plain,
    color: ink,
    ...(id === DANGER ? {} : { halo: scene.theme.paper }),
  });
  taken.takeWords(box);
  return true;
}
