/** The text of a guide as the page gets it: plain data, made from its Markdown when the app is built. */
import type { Block as LessonBlock, Inline } from '../lessons/text.ts';
import type { SourceId } from './sources.ts';

export type Block =
  | LessonBlock
  | { readonly kind: 'aside'; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** Offers to open an experiment of the guide, by its name there. */
  | { readonly kind: 'show'; readonly experiment: string };

export interface GuideSection {
  /** What the code knows it by: `## [id] Title`; null where it is read and nothing else. */
  readonly id: string | null;
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
}

export interface GuideText {
  readonly title: string;
  /** What stands before the first section. */
  readonly lead: readonly Block[];
  readonly sections: readonly GuideSection[];
}

/** All there is in a block, what stands inside of something else behind it. */
export function inlinesIn(block: Block): readonly Inline[] {
  const open = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((one) => ('inlines' in one ? [one, ...open(one.inlines)] : [one]));
  switch (block.kind) {
    case 'list':
      return open(block.items.flat());
    case 'table':
      return open([...block.head, ...block.rows.flat()].flat());
    case 'display':
      return [{ kind: 'formula', tex: block.tex }];
    case 'show':
      return [];
    default:
      return open(block.inlines);
  }
}

/** Blocks of a text in the order in which they stand. */
export function blocksOf({ lead, sections }: GuideText): readonly Block[] {
  return [...lead, ...sections.flatMap(({ blocks }) => blocks)];
}

/** Publications that a text cites, each once, in the order in which it does. */
export function sourcesIn(text: GuideText): readonly SourceId[] {
  const cited = blocksOf(text)
    .flatMap(inlinesIn)
    .flatMap((inline) => (inline.kind === 'source' ? [inline.id] : []));
  return [...new Set(cited)];
}
