/** Canvas text with true superscripts: `10⁻³` is drawn as 10 with a raised, smaller −3. */

const RAISED: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
  '⁻': '−',
};
const RAISED_SIZE = 0.74;
const RAISE = 0.36;
const HAIR_SPACE = '\u200a';
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const SEAM = new RegExp(
  `(?<=[${CJK}])(?=[\\p{L}\\p{N}η])(?![${CJK}])|(?<=[\\p{L}\\p{N}])(?<![${CJK}])(?=[${CJK}])`,
  'gu',
);

export interface Font {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly family: string;
}

export interface TextStyle extends Font {
  readonly color: string;
  /** Colour of a soft edge that keeps the words readable over lines. */
  readonly halo?: string;
}

interface Piece {
  readonly text: string;
  readonly raised: boolean;
}

/** Plain and raised pieces of a text; Chinese and Latin get the air that pages get by `text-autospace`. */
export function piecesOf(text: string): readonly Piece[] {
  const spaced = text.replace(SEAM, HAIR_SPACE.repeat(2));
  const pieces: Piece[] = [];
  for (const character of spaced) {
    const raised = RAISED[character];
    const open = pieces.at(-1);
    const piece = { text: raised ?? character, raised: raised !== undefined };
    if (open?.raised === piece.raised) {
      pieces[pieces.length - 1] = { ...open, text: open.text + piece.text };
    } else pieces.push(piece);
  }
  return pieces;
}

export function fontOf({ size, weight, family }: Font): string {
  return `${weight} ${size}px ${family}`;
}

/** Width of the text in pixels. */
export function measureRich(canvas: CanvasRenderingContext2D, text: string, font: Font): number {
  return piecesOf(text).reduce((width, piece) => width + measurePiece(canvas, piece, font), 0);
}

/** Most words on a chart are the same in every frame. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 2000;

/** To be called when fonts have been loaded: words may be wider or narrower now. */
export function forgetWidths(): void {
  widths.clear();
}

function measurePiece(canvas: CanvasRenderingContext2D, piece: Piece, font: Font): number {
  const used = fontOf(piece.raised ? { ...font, size: font.size * RAISED_SIZE } : font);
  const key = `${used}|${piece.text}`;
  let width = widths.get(key);
  if (width === undefined) {
    canvas.font = used;
    width = canvas.measureText(piece.text).width;
    if (widths.size >= MOST_WIDTHS) widths.clear();
    widths.set(key, width);
  }
  return width;
}

/** Draws the text from its left edge `x`, centred on the height `y`. */
export function drawRich(
  canvas: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  style: TextStyle,
): void {
  canvas.save();
  canvas.textAlign = 'left';
  canvas.textBaseline = 'alphabetic';
  canvas.fillStyle = style.color;
  canvas.setLineDash([]);
  canvas.globalAlpha = 1;
  const base = y + style.size * 0.355;
  const pieces = piecesOf(text);
  const paint = (draw: (text: string, x: number, y: number) => void): void => {
    let left = x;
    for (const piece of pieces) {
      const width = measurePiece(canvas, piece, style);
      canvas.font = fontOf(piece.raised ? { ...style, size: style.size * RAISED_SIZE } : style);
      draw(piece.text, left, piece.raised ? base - style.size * RAISE : base);
      left += width;
    }
  };
  if (style.halo) {
    canvas.strokeStyle = style.halo;
    canvas.lineWidth = 3.5;
    canvas.lineJoin = 'round';
    paint((piece, left, bottom) => canvas.strokeText(piece, left, bottom));
  }
  paint((piece, left, bottom) => canvas.fillText(piece, left, bottom));
  canvas.restore();
}

/** The text, or as much of it as fits into `room` pixels with an ellipsis. */
export function shorten(
  canvas: CanvasRenderingContext2D,
  text: string,
  font: Font,
  room: number,
): string {
  if (measureRich(canvas, text, font) <= room) return text;
  const characters = [...text];
  let fits = 1;
  let tooMany = characters.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const part = `${characters.slice(0, middle).join('')}…`;
    if (measureRich(canvas, part, font) <= room) fits = middle;
    else tooMany = middle;
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}
