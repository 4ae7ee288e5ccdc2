import type {
  MisclassifiedImage,
  WeightImages,
} from '../../../../core/model-views/weight-images.ts';
import type { PictureIn } from '../../lib/cells.ts';
import { formatSetting } from '../../lib/format.ts';
import { drawRich, measureRich } from '../rich-text.ts';
import type { ChartTheme } from '../theme.ts';
import { mix, signColor } from './mixes.ts';
import { LEGEND_HEIGHT, smallFont, type DrawModel, type Room } from './model-drawing.ts';

/** What is written beside the images. */
export interface WeightWords {
  readonly weight: string;
  /** Over the images that are misclassified: the word, and how many of how many. */
  readonly misclassified: string;
  readonly howMany: string;
  /** What the arrow between two classes means. */
  readonly taken: string;
}

/** Images of equal size in rows, each with so much room below for a word. */
interface Gallery {
  readonly columns: number;
  readonly rows: number;
  /** CSS pixels for each pixel of an image, a whole number: edges stay sharp. */
  readonly zoom: number;
  /** From one image to the next. */
  readonly pitch: { readonly x: number; readonly y: number };
  /** Below the last row. */
  readonly gap: number;
}

const GAP = 8;
/** Between the images of one run among several, which are small. */
const NARROW_GAP = 4;
const CAPTION = 16;
const SCALE_ROW = 24;
const HEADING_ROW = 26;
/** Of the height, for the weights. */
const WEIGHT_SHARE = 0.56;
const RAMP = { width: 92, height: 6, cells: 46 };
const LARGEST_EXAMPLE = 6;

/** The weights of each class or unit as an image, and the images that are taken for another class. */
export function drawWeightImages(
  view: WeightImages,
  words: WeightWords,
  /** The weight that has the strongest colour. */
  most = greatestWeight(view),
): DrawModel {
  return (pen, room, theme) => {
    if (room.part === 'legend') {
      drawScale(pen, most, words.weight, { x: room.width, y: LEGEND_HEIGHT / 2 }, theme);
      return;
    }
    const height = room.part === 'picture' ? room.height : room.height * WEIGHT_SHARE - SCALE_ROW;
    const end = drawWeights(pen, view, most, { ...room, height }, theme);
    if (room.part === 'picture') return;
    const scale = { x: Math.min(end.x, room.width), y: end.y + SCALE_ROW / 2 };
    drawScale(pen, most, words.weight, scale, theme);
    const bottom = end.y + SCALE_ROW;
    pen.save();
    pen.translate(0, bottom);
    drawExamples(pen, view, { ...room, height: room.height - bottom }, theme, words);
    pen.restore();
  };
}

/** How large a pixel of the images becomes in a room, and what they take of it. */
export const weightsIn =
  (view: WeightImages): PictureIn =>
  (room) => {
    const { columns, rows, zoom, pitch, gap } = galleryOf(view, { ...room, part: 'picture' });
    return { width: columns * pitch.x - gap, height: rows * pitch.y, scale: zoom };
  };

function galleryOf({ of, weights, rows, columns }: WeightImages, room: Room): Gallery {
  const count = weights.length / (rows * columns);
  return fit(count, { rows, columns }, room, of === 'class' ? CAPTION : 0);
}

/** The largest weight on either side of zero. */
export function greatestWeight({ weights }: WeightImages): number {
  return weights.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
}

/** Returns where their last row ends. */
function drawWeights(
  pen: CanvasRenderingContext2D,
  view: WeightImages,
  most: number,
  room: Room,
  theme: ChartTheme,
): { readonly x: number; readonly y: number } {
  const { of, weights, rows, columns } = view;
  const size = rows * columns;
  const caption = of === 'class' ? CAPTION : 0;
  const gallery = galleryOf(view, room);
  for (let i = 0; i * size < weights.length; i++) {
    const at = placeOf(gallery, i);
    const pixels = weights.subarray(i * size, (i + 1) * size);
    drawImage(pen, pixels, columns, at, gallery.zoom, (value) => signColor(theme, value, most));
    if (caption > 0) {
      const middle = at.y + rows * gallery.zoom + CAPTION / 2;
      drawRich(pen, String(i), at.x, middle, { ...smallFont(theme), color: theme.ink2 });
    }
  }
  return {
    x: gallery.columns * gallery.pitch.x - gallery.gap,
    y: gallery.rows * gallery.pitch.y - (caption > 0 ? 0 : gallery.gap / 2),
  };
}

/** The colours of the least and the greatest weight, ending at the right edge `x`. */
function drawScale(
  pen: CanvasRenderingContext2D,
  most: number,
  weight: string,
  { x, y }: { readonly x: number; readonly y: number },
  theme: ChartTheme,
): void {
  const font = { ...smallFont(theme), color: theme.ink2 };
  const value = formatSetting(Number(most.toPrecision(2)));
  const right = most > 0 ? `${value} ${weight}` : `0 ${weight}`;
  const left = most > 0 ? `−${value}` : '0';
  const end = x - measureRich(pen, right, font);
  const begin = end - 6 - RAMP.width;
  drawRich(pen, right, end, y, font);
  drawRich(pen, left, begin - 6 - measureRich(pen, left, font), y, font);
  const cell = RAMP.width / RAMP.cells;
  for (let i = 0; i < RAMP.cells; i++) {
    pen.fillStyle = signColor(theme, (2 * (i + 0.5)) / RAMP.cells - 1, 1);
    pen.fillRect(begin + i * cell, y - RAMP.height / 2, cell, RAMP.height);
  }
}

function drawExamples(
  pen: CanvasRenderingContext2D,
  { examples, rows, columns }: WeightImages,
  room: Room,
  theme: ChartTheme,
  { misclassified, howMany, taken }: WeightWords,
): void {
  const bold = { size: 13, weight: 600, family: theme.font } as const;
  drawRich(pen, misclassified, 0, 10, { ...bold, color: theme.ink });
  const after = measureRich(pen, misclassified, bold) + 6;
  const plain = { ...bold, weight: 400, color: theme.ink2 } as const;
  drawRich(pen, howMany, after, 10, plain);
  const left = room.width - measureRich(pen, taken, plain);
  if (left > after + measureRich(pen, howMany, plain) + GAP) drawRich(pen, taken, left, 10, plain);
  pen.save();
  pen.translate(0, HEADING_ROW);
  const height = room.height - HEADING_ROW;
  const gallery = tile({ rows, columns }, { ...room, height });
  examples.slice(0, gallery.rows * gallery.columns).forEach((example, i) => {
    drawExample(pen, example, { rows, columns }, placeOf(gallery, i), gallery, theme);
  });
  pen.restore();
}

function drawExample(
  pen: CanvasRenderingContext2D,
  { pixels, label, predicted }: MisclassifiedImage,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  at: { readonly x: number; readonly y: number },
  { zoom }: Gallery,
  theme: ChartTheme,
): void {
  const ground = mix(theme, theme.paper, theme.ink, 0.04);
  drawImage(pen, pixels, columns, at, zoom, (ink) => mix(theme, ground, theme.ink, ink));
  const font = smallFont(theme, 600);
  const middle = at.y + rows * zoom + CAPTION / 2 + 1;
  const actual = `${label} → `;
  const width = measureRich(pen, actual, font);
  const chosen = predicted < 0 ? '?' : String(predicted);
  const left = at.x + (columns * zoom - width - measureRich(pen, chosen, font)) / 2;
  drawRich(pen, actual, left, middle, { ...font, color: theme.ink });
  drawRich(pen, chosen, left + width, middle, { ...font, color: theme.beyondInk });
}

/** Pixel by pixel, so that it stays sharp in a file of lines, too. */
function drawImage(
  pen: CanvasRenderingContext2D,
  pixels: Float32Array,
  columns: number,
  { x, y }: { readonly x: number; readonly y: number },
  zoom: number,
  colorOf: (value: number) => string,
): void {
  pixels.forEach((value, i) => {
    pen.fillStyle = colorOf(value);
    pen.fillRect(x + (i % columns) * zoom, y + Math.floor(i / columns) * zoom, zoom, zoom);
  });
}

/** The largest images of which so many fit into the room. */
function fit(
  count: number,
  image: { readonly rows: number; readonly columns: number },
  room: Room,
  caption: number,
): Gallery {
  const gap = room.part === 'picture' ? NARROW_GAP : GAP;
  let best = { columns: 1, rows: count, zoom: -Infinity };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const across = (room.width - (columns - 1) * gap) / columns / image.columns;
    const down = (room.height - (rows - 1) * gap) / rows - caption;
    const zoom = Math.floor(Math.min(across, down / image.rows));
    // Of equal sizes the fullest rows.
    const fuller = zoom === best.zoom && count % columns === 0 && count % best.columns > 0;
    if (zoom > best.zoom || fuller) best = { columns, rows, zoom };
  }
  return gallery({ ...best, zoom: Math.max(1, best.zoom), gap }, image, caption);
}

/** Images of a good size, as many as fit into the room. */
function tile(image: { readonly rows: number; readonly columns: number }, room: Room): Gallery {
  const zoom = Math.max(
    2,
    Math.min(LARGEST_EXAMPLE, Math.floor((room.height - CAPTION) / image.rows)),
  );
  const columns = Math.floor((room.width + GAP) / (image.columns * zoom + GAP));
  const rows = Math.floor((room.height + GAP) / (image.rows * zoom + CAPTION + GAP));
  return gallery({ columns, rows: Math.max(1, rows), zoom, gap: GAP }, image, CAPTION);
}

function gallery(
  given: Omit<Gallery, 'pitch'>,
  image: { readonly rows: number; readonly columns: number },
  caption: number,
): Gallery {
  const { zoom, gap } = given;
  const pitch = { x: image.columns * zoom + gap, y: image.rows * zoom + caption + gap };
  return { ...given, pitch };
}

function placeOf(
  { columns, pitch }: Gallery,
  i: number,
): { readonly x: number; readonly y: number } {
  return { x: (i % columns) * pitch.x, y: Math.floor(i / columns) * pitch.y };
}
