/** Reads a line of the text of a lesson or a guide, and what stands among its words. */
import { termIds, type TermId } from '../../renderer/src/glossary/index.ts';
import { lensSnippetIds } from '../../renderer/src/lib/lens-snippets.ts';
import { stageParts, type Inline, type Target } from '../../renderer/src/lessons/text.ts';
import { sources, type SourceId } from '../../renderer/src/training/sources.ts';

/** What is wrong with some words; where they stand, the caller knows. */
export class InlineError extends Error {
  override readonly name = 'InlineError';
}

/** Code, formula, number, strong, emphasis, term or passage: what begins first is read first; `[@smith]` cites. */
const MARKED =
  /`(?<code>[^`]+)`|\$(?<tex>[^$]+)\$|\{\{(?<claim>\w+)\}\}|\*\*(?<strong>.+?)\*\*|\*(?<emphasis>[^*]+)\*|\[@(?<source>\w+)\]|\[(?<words>[^\]]+)\]\((?<to>[^)]+)\)/gu;
/** What is left of a mark that was not closed. */
const UNREAD = /[`$*]|\{\{|\}\}|\]\(/u;

/** Throws InlineError for a mark that is not closed, an unknown term, and a passage that leads nowhere. */
export function readInlines(source: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of source.matchAll(MARKED)) {
    inlines.push(...plain(source.slice(from, match.index)), marked(match.groups!));
    from = match.index + match[0].length;
  }
  return [...inlines, ...plain(source.slice(from))];
}

function plain(text: string): readonly Inline[] {
  const unread = UNREAD.exec(text);
  if (unread) throw new InlineError(`“${unread[0]}” begins or ends nothing in “${text.trim()}”`);
  return text === '' ? [] : [{ kind: 'text', text }];
}

function marked(groups: Readonly<Record<string, string | undefined>>): Inline {
  const { code, tex, claim, strong, emphasis, source, words, to } = groups;
  if (code !== undefined) return { kind: 'code', code };
  if (tex !== undefined) return { kind: 'formula', tex };
  if (claim !== undefined) return { kind: 'claim', name: claim };
  if (strong !== undefined) return { kind: 'strong', inlines: readInlines(strong) };
  if (emphasis !== undefined) return { kind: 'emphasis', inlines: readInlines(emphasis) };
  if (source !== undefined) return { kind: 'source', id: sourceOf(source) };
  if (to!.startsWith(TERM)) return { kind: 'term', id: termOf(to!), inlines: readInlines(words!) };
  return { kind: 'passage', to: targetOf(to!), inlines: readInlines(words!) };
}

const TERM = 'term:';

/** `term:learningRate`, as the glossary has it. */
function termOf(to: string): TermId {
  const name = to.slice(TERM.length);
  const id = termIds.find((one) => one === name);
  if (!id) throw new InlineError(`the glossary has no term “${name}”`);
  return id;
}

/** `[@smith]`. */
function sourceOf(name: string): SourceId {
  if (!(name in sources)) throw new InlineError(`no publication is called “${name}”`);
  return name as SourceId;
}

/** `part:rate`, `step:3`, `step:nameOfAClaim`, `card:0`, `lens:seed`. */
function targetOf(to: string): Target {
  const [kind, name = ''] = to.split(':');
  const part = stageParts.find((one) => one === name);
  if (kind === 'part' && part) return { kind: 'part', part };
  if (kind === 'step' && /^\d+$/u.test(name)) return { kind: 'step', step: Number(name) };
  if (kind === 'step' && name !== '') return { kind: 'stepOf', claim: name };
  if (kind === 'card' && /^\d+$/u.test(name)) return { kind: 'card', card: Number(name) };
  const snippet = lensSnippetIds.find((one) => one === name);
  if (kind === 'lens' && snippet) return { kind: 'lens', snippet };
  throw new InlineError(
    `a passage leads to “${to}”: write part:${stageParts.join('|')}, step:3, step:aClaim, card:0, lens:aSnippet or term:aTerm`,
  );
}
