/** Reads the pieces of one text; what is wrong with one is said with file and line. */
import { PLACEHOLDER } from '../../renderer/src/lessons/sections.ts';
import type { Inline } from '../../renderer/src/lessons/text.ts';
import { InlineError, readInlines } from './inlines.ts';
import { joinLines, LessonTextError, type SourcePiece } from './lesson-text.ts';

export class PieceReader {
  readonly #file: string;
  readonly #claims: readonly string[] | null;

  /** `claims`: the names of the numbers that the text may state; null: any. */
  constructor(file: string, claims: readonly string[] | null) {
    this.#file = file;
    this.#claims = claims;
  }

  /** Throws LessonTextError for what cannot be read, and for an unknown claim. */
  read({ markdown, line }: SourcePiece): readonly Inline[] {
    try {
      const inlines = readInlines(markdown.split('\n').reduce(joinLines));
      const claims = this.#claims;
      const unknown = claims && claimsIn(inlines).find((name) => !claims.includes(name));
      if (unknown) throw new InlineError(`no claim is called “${unknown}”`);
      return inlines;
    } catch (error) {
      if (error instanceof InlineError) throw new LessonTextError(this.#file, line, error.message);
      throw error;
    }
  }

  /** Without anything of such kinds; throws LessonTextError with what is wrong about it where there is. */
  readWithout(
    kinds: readonly Inline['kind'][],
    piece: SourcePiece,
    fault: string,
  ): readonly Inline[] {
    const inlines = this.read(piece);
    if (holds(inlines, kinds)) throw new LessonTextError(this.#file, piece.line, fault);
    return inlines;
  }

  /** For a heading or a button, in which nothing else can be pressed. */
  readUnpressed(piece: SourcePiece): readonly Inline[] {
    const fault = 'no term and no passage can be pressed in a heading or an answer';
    return this.readWithout(['term', 'passage'], piece, fault);
  }
}

function holds(inlines: readonly Inline[], kinds: readonly Inline['kind'][]): boolean {
  return inlines.some(
    (inline) =>
      kinds.includes(inline.kind) || ('inlines' in inline && holds(inline.inlines, kinds)),
  );
}

function claimsIn(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'claim') return [inline.name];
    if (inline.kind === 'formula') {
      return [...inline.tex.matchAll(PLACEHOLDER)].map(([, name]) => name!);
    }
    if (!('inlines' in inline)) return [];
    const own = inline.kind === 'passage' && inline.to.kind === 'stepOf' ? [inline.to.claim] : [];
    return [...own, ...claimsIn(inline.inlines)];
  });
}
