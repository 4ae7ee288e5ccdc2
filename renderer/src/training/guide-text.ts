/** Reads the text of a guide: Markdown of few kinds, in one language. */
import type { SourceId } from './sources.ts';

/** Words, or what stands among them. */
export type Piece =
  | { readonly kind: 'text' | 'formula' | 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'claim'; readonly name: string }
  | { readonly kind: 'source'; readonly id: SourceId };

export type Block =
  | { readonly kind: 'paragraph' | 'aside'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Piece[])[];
      readonly rows: readonly (readonly (readonly Piece[])[])[];
    }
  /** Offers to open an experiment of the guide, by its name there. */
  | { readonly kind: 'show'; readonly experiment: string };

export interface GuideSection {
  /** What the code knows it by: `## [id] Title`; null where it is read and nothing else. */
  readonly id: string | null;
  readonly title: readonly Piece[];
  readonly blocks: readonly Block[];
}

export interface GuideText {
  readonly title: string;
  /** What stands before the first section. */
  readonly lead: readonly Block[];
  readonly sections: readonly GuideSection[];
}

const HEAD = /^## (?:\[([\w-]+)\] )?(.+)$/;

/**
 * Takes a text apart: `# title`, then blocks between empty lines, in sections. A block is a paragraph, a list of
 * `- ` lines, a table of `|` lines, an aside (`> `), a formula between double dollars, or `@show experiment`.
 */
export function readGuideText(source: string): GuideText {
  const parts = source
    .trim()
    .split(/\n\s*\n/)
    .map((part) => part.trim());
  const title = /^# (.+)$/.exec(parts[0] ?? '')?.[1] ?? '';
  const lead: Block[] = [];
  const sections: (GuideSection & { readonly blocks: Block[] })[] = [];
  for (const part of parts.slice(1)) {
    const head = HEAD.exec(part);
    if (head) sections.push({ id: head[1] ?? null, title: piecesOf(head[2]!), blocks: [] });
    else (sections.at(-1)?.blocks ?? lead).push(blockOf(part));
  }
  return { title, lead, sections };
}

function blockOf(part: string): Block {
  const lines = part.split('\n');
  const [first = ''] = lines;
  const show = /^@show (\w+)$/.exec(first);
  if (show) return { kind: 'show', experiment: show[1]! };
  if (first.startsWith('$$')) return { kind: 'formula', text: part.replaceAll('$$', '').trim() };
  if (first.startsWith('|')) {
    const [head = [], , ...rows] = lines.map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => piecesOf(cell.trim())),
    );
    return { kind: 'table', head, rows };
  }
  if (first.startsWith('- ')) {
    const items = part.split(/^- /m).slice(1);
    return { kind: 'list', items: items.map((item) => piecesOf(joined(item.split('\n')))) };
  }
  const aside = first.startsWith('> ');
  const words = joined(aside ? lines.map((line) => line.replace(/^> ?/, '')) : lines);
  return { kind: aside ? 'aside' : 'paragraph', pieces: piecesOf(words) };
}

/** Behind a Chinese character a line goes on without a space. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim()
    .replaceAll(
      /(?<=[\p{Script=Han}，。；：、！？（）“”])\n|\n(?=[\p{Script=Han}，。；：、（“])/gu,
      '',
    )
    .replaceAll('\n', ' ');
}

const PIECE = /\$([^$]+)\$|\*\*(.+?)\*\*|`([^`]+)`|\{\{(\w+)\}\}|\[@(\w+)\]/gu;

export function piecesOf(words: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const say = (to: number): void => {
    if (to > from) pieces.push({ kind: 'text', text: words.slice(from, to) });
  };
  for (const match of words.matchAll(PIECE)) {
    const [whole, formula, strong, code, claim, source] = match;
    say(match.index);
    if (formula !== undefined) pieces.push({ kind: 'formula', text: formula });
    else if (strong !== undefined) pieces.push({ kind: 'strong', pieces: piecesOf(strong) });
    else if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (claim !== undefined) pieces.push({ kind: 'claim', name: claim });
    else pieces.push({ kind: 'source', id: source as SourceId });
    from = match.index + whole.length;
  }
  say(words.length);
  return pieces;
}

/** All pieces of a block, those inside of strong words too. */
export function piecesIn(block: Block): readonly Piece[] {
  const open = (pieces: readonly Piece[]): readonly Piece[] =>
    pieces.flatMap((piece) => (piece.kind === 'strong' ? open(piece.pieces) : [piece]));
  if (block.kind === 'list') return open(block.items.flat());
  if (block.kind === 'table') return open([...block.head, ...block.rows.flat()].flat());
  return 'pieces' in block ? open(block.pieces) : [];
}

/** Blocks of a text in the order in which they stand. */
export function blocksOf({ lead, sections }: GuideText): readonly Block[] {
  return [...lead, ...sections.flatMap(({ blocks }) => blocks)];
}

/** Publications that a text cites, each once, in the order in which it does. */
export function sourcesIn(text: GuideText): readonly SourceId[] {
  const cited = blocksOf(text)
    .flatMap(piecesIn)
    .flatMap((piece) => (piece.kind === 'source' ? [piece.id] : []));
  return [...new Set(cited)];
}
