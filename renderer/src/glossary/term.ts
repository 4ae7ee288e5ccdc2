import type { Text } from '../../../core/text.ts';

/** A word of the field: what it is called and what it means. */
export interface Term {
  readonly name: Text;
  /** TeX. */
  readonly symbol?: string;
  /** One to three sentences; formulas between dollars. */
  readonly means: Text;
  /** Other names under which it is looked for, in either language; also wrong ones that are in use. */
  readonly aliases: readonly string[];
  /** The number of the lesson that explains it; null where none does. */
  readonly lesson: number | null;
}
