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
  readonly #elements: string[] = [];
  readonly #clips: string[] = [];
  readonly #saved: State[] = [];
  #state: State = { ...initial };
  #path = '';

  constructor(tools: SvgTools) {
    this.#tools = tools;
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
    const id = `clip-${this.#clips.length + 1}`;
    this.#clips.push(`<clipPath id="${id}"><path d="${this.#path}"/></clipPath>`);
    this.#state.clip = id;
  }

  fill(): void {
    this.#add(`<path d="${this.#path}"${this.#paint('fill')}/>`);
  }
  stroke(): void {
    this.#add(`<path d="${this.#path}" fill="none"${this.#paint('stroke')}/>`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    const size = `width="${round(width)}" height="${round(height)}"`;
    this.#add(`<rect ${this.#place(x, y)} ${size}${this.#paint('fill')}/>`);
  }
  fillText(text: string, x: number, y: number): void {
    this.#addText(text, x, y, this.#paint('fill'));
  }
  strokeText(text: string, x: number, y: number): void {
    this.#addText(text, x, y, ` fill="none"${this.#paint('stroke')}`);
  }
  drawImage(image: CanvasImageSource, x: number, y: number, width: number, height: number): void {
    const size = `width="${round(width)}" height="${round(height)}"`;
    const address = this.#tools.dataUrlOf(image);
    this.#add(`<image ${this.#place(x, y)} ${size} preserveAspectRatio="none" href="${address}"/>`);
  }
  measureText(text: string): { readonly width: number } {
    return this.#tools.measure(text, this.#state.font);
  }

  /** The drawing as a document. */
  document(width: number, height: number, title: string): string {
    const size = `width="${round(width)}" height="${round(height)}"`;
    const box = `viewBox="0 0 ${round(width)} ${round(height)}"`;
    const defs = this.#clips.length > 0 ? [`<defs>${this.#clips.join('')}</defs>`] : [];
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box}>`,
      `<title>${escape(title)}</title>`,
      ...defs,
      ...this.#elements,
      '</svg>\n',
    ].join('\n');
  }

  #at(x: number, y: number): string {
    return `${round(x + this.#state.x)} ${round(y + this.#state.y)}`;
  }

  #place(x: number, y: number): string {
    return `x="${round(x + this.#state.x)}" y="${round(y + this.#state.y)}"`;
  }

  #add(element: string): void {
    const { clip } = this.#state;
    this.#elements.push(clip ? `<g clip-path="url(#${clip})">${element}</g>` : element);
  }

  #addText(text: string, x: number, y: number, paint: string): void {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/.exec(this.#state.font)!;
    const font = `font-weight="${weight}" font-size="${round(Number(size))}" font-family="${escape(family!)}"`;
    // Where the font is missing, another one keeps to the room that was measured.
    const width = `textLength="${round(this.measureText(text).width)}" lengthAdjust="spacingAndGlyphs"`;
    const place = `${this.#place(x, y)} ${width} xml:space="preserve"`;
    this.#add(`<text ${place} ${font}${paint}>${escape(text)}</text>`);
  }

  #paint(kind: 'fill' | 'stroke'): string {
    const { globalAlpha, fillStyle, strokeStyle, lineWidth, lineJoin, lineCap, dash } = this.#state;
    const { color, opacity } = this.#tools.colorOf(kind === 'fill' ? fillStyle : strokeStyle);
    const alpha = round(opacity * globalAlpha);
    const paint = ` ${kind}="${color}"${alpha < 1 ? ` ${kind}-opacity="${alpha}"` : ''}`;
    if (kind === 'fill') return paint;
    return [
      `${paint} stroke-width="${lineWidth}"`,
      lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`,
      lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`,
      dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '',
    ].join('');
  }
}

/** A hundredth of a pixel is as much as anyone sees; half a picture's size is digits. */
function round(x: number): number {
  return Math.round(x * 100) / 100;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for XML: without the control characters it cannot hold. */
function escape(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- XML 1.0 has no place for these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (character) => entities[character]!)
  );
}
