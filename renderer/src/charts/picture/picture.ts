import type { ChartTheme } from '../theme.ts';
import { svgDocument, svgNode, type SvgElement } from './svg-element.ts';
import { SvgPen, type SvgColor, type SvgPlace, type SvgTools } from './svg-pen.ts';

/** A pane as a picture of its own: title, axes and names of the runs included. Sizes in CSS pixels. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Colour of the page it stands on. */
  readonly paper: string;
  draw(pen: CanvasRenderingContext2D): void;
}

/** The paper that a picture is drawn for anew, in place of the screen: for it the room on the screen means nothing. */
export interface Paper {
  readonly theme: ChartTheme;
  /** Of a column of text, in CSS pixels of the picture. */
  readonly width: number;
  /** Side of a square that has words beside it. */
  readonly side: number;
}

/** Makes the picture of a pane, saying what it belongs to; null while there is nothing to draw. */
export type PictureOf = ((about: string, paper?: Paper) => Picture) | null;

/** What a picture is called; with nothing about it, by its title alone. */
export function pictureTitle(title: string, about: string): string {
  return about === '' ? title : `${title} – ${about}`;
}

/** Around a pane, so that no word touches the edge of the picture. */
export const MARGIN = 12;

/** The picture as PNG, `scale` pixels for each CSS pixel. */
export async function toPng(picture: Picture, scale: number): Promise<Uint8Array> {
  const { width, height } = sizeOf(picture);
  const canvas = canvasInPage();
  try {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext('2d')!;
    pen.scale(scale, scale);
    drawOnPaper(pen, picture);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error(`no picture of ${canvas.width} × ${canvas.height} pixels`);
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    canvas.remove();
  }
}

/** The picture as SVG, for a file. */
export function toSvg(picture: Picture): string {
  return svgDocument(drawnAsSvg(picture, sizeOf(picture), (pen) => drawOnPaper(pen, picture)));
}

/**
 * The picture as lines and letters in the page, in the fonts of the page: an image in it has only those of the
 * system. No margin: its words keep the edge of the column. `ids`: what no other picture's names begin with.
 */
export function toSvgNode(picture: Picture, ids: string): SVGElement {
  const place = { ids, hasFonts: true };
  return svgNode(drawnAsSvg(picture, picture, (pen) => picture.draw(pen), place));
}

function drawnAsSvg(
  { title }: Picture,
  { width, height }: Pick<Picture, 'width' | 'height'>,
  draw: (pen: CanvasRenderingContext2D) => void,
  place?: SvgPlace,
): SvgElement {
  const ruler = canvasInPage();
  try {
    const pen = new SvgPen(browserTools(ruler.getContext('2d')!), place);
    draw(pen as unknown as CanvasRenderingContext2D);
    return pen.drawing(width, height, title);
  } finally {
    ruler.remove();
  }
}

/** In the page a canvas writes with the page's figures, which are all of one width. */
function canvasInPage(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.hidden = true;
  document.body.append(canvas);
  return canvas;
}

function sizeOf({ width, height }: Picture): { readonly width: number; readonly height: number } {
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

function drawOnPaper(pen: CanvasRenderingContext2D, picture: Picture): void {
  const { width, height } = sizeOf(picture);
  pen.fillStyle = picture.paper;
  pen.fillRect(0, 0, width, height);
  pen.translate(MARGIN, MARGIN);
  picture.draw(pen);
}

function browserTools(ruler: CanvasRenderingContext2D): SvgTools {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, SvgColor>();
  const colorOf = (css: string): SvgColor => {
    let color = known.get(css);
    if (!color) known.set(css, (color = inSrgb(pen, css)));
    return color;
  };
  return {
    colorOf,
    measure(text, font) {
      ruler.font = font;
      return ruler.measureText(text);
    },
    dataUrlOf(image) {
      const canvas = document.createElement('canvas');
      const { width, height } = image as OffscreenCanvas;
      canvas.width = width;
      canvas.height = height;
      canvas.getContext('2d')!.drawImage(image, 0, 0);
      return canvas.toDataURL('image/png');
    },
  };
}

/** Tokens are in OKLCH, which few drawing programs know. */
function inSrgb(pen: OffscreenCanvasRenderingContext2D, css: string): SvgColor {
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = css;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  const hex = [red!, green!, blue!].map((part) => part.toString(16).padStart(2, '0')).join('');
  return { color: `#${hex}`, opacity: Math.round((alpha! / 255) * 1000) / 1000 };
}
