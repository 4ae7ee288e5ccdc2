/** Reads what Chromium writes as PDF (Skia's way: no object streams, fonts named by their objects), as far as tests ask. */
import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Every character in the order in which it is drawn, without spaces: a PDF need not have any. */
  readonly text: string;
  /** Lines and curves that are drawn, letters not counted. */
  readonly strokes: number;
  /** The font of each character of the text: the same for what is drawn in one font of one weight. */
  readonly fonts: readonly string[];
  /** Luminance of what most of it is written in: 0 black … 1 white. */
  readonly ink: number;
}

export function readPdf(bytes: Buffer): readonly PdfPage[] {
  const file = bytes.toString('latin1');
  if (!file.startsWith('%PDF-') || !file.trimEnd().endsWith('%%EOF'))
    throw new Error('no whole PDF');
  const objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id, body]) => [id!, body!]),
  );
  const known = new Map<string, Decode>();
  const fontOf = (id: string): Decode => {
    let decode = known.get(id);
    if (!decode) known.set(id, (decode = decoderOf(objects, id)));
    return decode;
  };
  return pageIds(objects).map((id) => {
    const page = objects.get(id)!;
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)!;
    const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!);
    return { width: Number(width), height: Number(height), ...readContent(content, fontOf) };
  });
}

/** In the order of the pages; Skia's tree may have inner nodes. */
function pageIds(objects: ReadonlyMap<string, string>): readonly string[] {
  const under = (id: string): readonly string[] => {
    const node = objects.get(id)!;
    const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1];
    if (kids === undefined) return [id];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => under(kid!));
  };
  const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog'))!;
  return under(/\/Pages (\d+) 0 R/.exec(catalog)![1]!);
}

function streamOf(object: string): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const raw = object.slice(start, object.lastIndexOf('\nendstream'));
  return object.slice(0, start).includes('/FlateDecode')
    ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
    : raw;
}

type Decode = (hex: string) => string;

/** From codes to characters, as the font's own table has them. */
function decoderOf(objects: ReadonlyMap<string, string>, id: string): Decode {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)!)?.[1];
  if (table === undefined) throw new Error(`font ${id} does not say what its letters are`);
  const map = streamOf(objects.get(table)!);
  const digits = /begincodespacerange\s*<([0-9A-F]+)>/i.exec(map)![1]!.length;
  const characters = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of block!.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      characters.set(parseInt(code!, 16), utf16(text!));
    }
  }
  for (const [, block] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, text] of block!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = parseInt(from!, 16);
      for (let code = first; code <= parseInt(to!, 16); code++) {
        characters.set(code, String.fromCodePoint(utf16(text!).codePointAt(0)! + code - first));
      }
    }
  }
  return (hex) =>
    (hex.match(new RegExp(`.{${digits}}`, 'g')) ?? [])
      .map((code) => characters.get(parseInt(code, 16)) ?? '')
      .join('');
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function readContent(
  content: string,
  fontOf: (id: string) => Decode,
): Pick<PdfPage, 'text' | 'fonts' | 'strokes' | 'ink'> {
  let font = '';
  let ink = 0;
  const written = new Map<number, number>();
  let text = '';
  const fonts: string[] = [];
  let strokes = 0;
  const operators =
    /\/F(\d+) [\d.]+ Tf|([\d.]+) ([\d.]+) ([\d.]+) rg|((?:<[0-9A-F]+>|\[[^\]]*\]) T[jJ])|\nS\n/g;
  for (const [, fontId, red, green, blue, shown] of content.matchAll(operators)) {
    if (fontId !== undefined) font = fontId;
    else if (red !== undefined) {
      ink = 0.2126 * Number(red) + 0.7152 * Number(green) + 0.0722 * Number(blue);
    } else if (shown === undefined) strokes++;
    else {
      const decode = fontOf(font);
      const drawn = [...shown.matchAll(/<([0-9A-F]+)>/g)].map(([, hex]) => decode(hex!)).join('');
      const seen = drawn.replace(/\s/g, '');
      text += seen;
      fonts.push(...Array.from({ length: seen.length }, () => font));
      written.set(ink, (written.get(ink) ?? 0) + shown.length);
    }
  }
  const [most] = [...written].sort(([, a], [, b]) => b - a);
  return { text, fonts, strokes, ink: most?.[0] ?? 0 };
}
