import type { SvgElement } from './svg-element.ts';

/** A colour as SVG programs of every age understand it: sRGB, and how opaque it is. */
export interface SvgColor {
  readonly color: string;
  readonly opacity: number;
}

/** What an SVG pen cannot know by itself. */
export interface SvgTools {
  colorOf(css: string): SvgColor;
  measure(text: string, font: string): { readonly width: number };
  /** A picture inside the picture, as a `data:` address. */
  dataUrlOf(image: CanvasImageSource): string;
}

/** Where the drawing will stand. */
export interface SvgPlace {
  /** What the names of its definitions begin with: different ones for drawings in one page. */
  readonly ids: string;
  /** Whether the fonts that words are measured with are there, too; else other ones keep to the room. */
  readonly hasFonts: boolean;
}

const inFile: SvgPlace = { ids: '', hasFonts: false };

type Attributes = SvgElement['attributes'];

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  globalAlpha: number;
  font: string;
  dash: readonly number[];
  x: number;
  y: number;
  clip: string | null;
}

const initial: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  globalAlpha: 1,
  font: '400 12px sans-serif',
  dash: [],
  x: 0,
  y: 0,
  clip: null,
};

/**
 * The part of a canvas context that the charts draw with, written down as SVG instead of painted: the same
 * drawing code serves both. Text stays text. Anything else of a context is missing, so that using it fails.
 */
export class SvgPen {
  // Set by drawing code as on a canvas; text is always left-aligned on its baseline here.
  textAlign = 'left';
  textBaseline = 'alphabetic';
  imageSmoothingEnabled = true;
  imageSmoothingQuality = 'high';
  readonly #tools: SvgTools;
  readonly #place: SvgPlace;
  readonly #elements: SvgElement[] = [];
  readonly #clips: SvgElement[] = [];
  readonly #saved: State[] = [];
  #state: State = { ...initial };
  #path = '';

  constructor(tools: SvgTools, place = inFile) {
    this.#tools = tools;
    this.#place = place;
  }

  set fillStyle(css: string) {
    this.#state.fillStyle = css;
  }
  set strokeStyle(css: string) {
    this.#state.strokeStyle = css;
  }
  set lineWidth(width: number) {
    this.#state.lineWidth = width;
  }
  set lineJoin(join: string) {
    this.#state.lineJoin = join;
  }
  set lineCap(cap: string) {
    this.#state.lineCap = cap;
  }
  set globalAlpha(alpha: number) {
    this.#state.globalAlpha = alpha;
  }
  set font(font: string) {
    this.#state.font = font;
  }

  save(): void {
    this.#saved.push({ ...this.#state });
  }
  restore(): void {
    this.#state = this.#saved.pop() ?? { ...initial };
  }
  translate(x: number, y: number): void {
    this.#state.x += x;
    this.#state.y += y;
  }
  setLineDash(dash: readonly number[]): void {
    this.#state.dash = [...dash];
  }

  beginPath(): void {
    this.#path = '';
  }
  /** A place that is not finite is passed over, as on a canvas. */
  moveTo(x: number, y: number): void {
    if (Number.isFinite(x) && Number.isFinite(y)) this.#path += `M${this.#at(x, y)}`;
  }
  /** The first point of a path is where it begins, as on a canvas. */
  lineTo(x: number, y: number): void {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    this.#path += `${this.#path === '' ? 'M' : 'L'}${this.#at(x, y)}`;
  }
  closePath(): void {
    this.#path += 'Z';
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path += `M${this.#at(x, y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
  }
  /** Whole circles only: the charts draw no other arcs. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    if (Math.abs(to - from) < 2 * Math.PI - 1e-9) throw new Error('only whole circles are drawn');
    const r = round(radius);
    const half = `a${r} ${r} 0 1 0 `;
    this.#path += `M${this.#at(x - radius, y)}${half}${2 * r} 0${half}${-2 * r} 0Z`;
  }
  clip(): void {
    const id = `${this.#place.ids}clip-${this.#clips.length + 1}`;
    const path = { name: 'path', attributes: { d: this.#path } };
    this.#clips.push({ name: 'clipPath', attributes: { id }, content: [path] });
    this.#state.clip = id;
  }

  fill(): void {
    this.#add('path', { d: this.#path, ...this.#paint('fill') });
  }
  stroke(): void {
    this.#add('path', { d: this.#path, fill: 'none', ...this.#paint('stroke') });
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add('rect', { ...this.#box(x, y, width, height), ...this.#paint('fill') });
  }
  fillText(text: string, x: number, y: number): void {
    this.#addText(text, x, y, this.#paint('fill'));
  }
  strokeText(text: string, x: number, y: number): void {
    this.#addText(text, x, y, { fill: 'none', ...this.#paint('stroke') });
  }
  drawImage(image: CanvasImageSource, x: number, y: number, width: number, height: number): void {
    const href = this.#tools.dataUrlOf(image);
    this.#add('image', { ...this.#box(x, y, width, height), preserveAspectRatio: 'none', href });
  }
  measureText(text: string): { readonly width: number } {
    return this.#tools.measure(text, this.#state.font);
  }

  /** The drawing, this wide and high. */
  drawing(width: number, height: number, title: string): SvgElement {
    const [w, h] = [round(width), round(height)];
    const defs = this.#clips.length > 0 ? [element('defs', {}, this.#clips)] : [];
    const content = [element('title', {}, title), ...defs, ...this.#elements];
    return element('svg', { width: w, height: h, viewBox: `0 0 ${w} ${h}` }, content);
  }

  #at(x: number, y: number): string {
    return `${round(x + this.#state.x)} ${round(y + this.#state.y)}`;
  }

  #spot(x: number, y: number): Attributes {
    return { x: round(x + this.#state.x), y: round(y + this.#state.y) };
  }

  #box(x: number, y: number, width: number, height: number): Attributes {
    return { ...this.#spot(x, y), width: round(width), height: round(height) };
  }

  #add(name: string, attributes: Attributes, content?: string): void {
    const { clip } = this.#state;
    const added = element(name, attributes, content);
    this.#elements.push(clip ? element('g', { 'clip-path': `url(#${clip})` }, [added]) : added);
  }

  #addText(text: string, x: number, y: number, paint: Attributes): void {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/.exec(this.#state.font)!;
    const room = this.#place.hasFonts
      ? {}
      : { textLength: round(this.measureText(text).width), lengthAdjust: 'spacingAndGlyphs' };
    const font = {
      'font-weight': weight!,
      'font-size': round(Number(size)),
      'font-family': family!,
    };
    const attributes = { ...this.#spot(x, y), ...room, 'xml:space': 'preserve', ...font, ...paint };
    this.#add('text', attributes, text);
  }

  #paint(kind: 'fill' | 'stroke'): Attributes {
    const { globalAlpha, fillStyle, strokeStyle, lineWidth, lineJoin, lineCap, dash } = this.#state;
    const { color, opacity } = this.#tools.colorOf(kind === 'fill' ? fillStyle : strokeStyle);
    const alpha = round(opacity * globalAlpha);
    const paint = { [kind]: color, ...(alpha < 1 && { [`${kind}-opacity`]: alpha }) };
    if (kind === 'fill') return paint;
    return {
      ...paint,
      'stroke-width': lineWidth,
      ...(lineJoin !== 'miter' && { 'stroke-linejoin': lineJoin }),
      ...(lineCap !== 'butt' && { 'stroke-linecap': lineCap }),
      ...(dash.length > 0 && { 'stroke-dasharray': dash.join(' ') }),
    };
  }
}

function element(
  name: string,
  attributes: Attributes,
  content?: readonly SvgElement[] | string,
): SvgElement {
  return content === undefined ? { name, attributes } : { name, attributes, content };
}

/** A hundredth of a pixel is as much as anyone sees; half a picture's size is digits. */
function round(x: number): number {
  return Math.round(x * 100) / 100;
}
