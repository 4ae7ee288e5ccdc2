import { FormulaError } from '../../../core/formula/errors.ts';
import { parseFormula } from '../../../core/formula/parse.ts';
import { t } from './i18n.svelte.ts';

/** What is wrong with a formula of x, or of x and y, as a sentence that says where; null if it can be read. */
export function formulaFault(typed: string): string | null {
  try {
    parseFormula(typed, ['x', 'y']);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return formulaSentence(error);
    throw error;
  }
}

function formulaSentence({ code, at, given, allowed }: FormulaError): string {
  const place = { at: at + 1 };
  switch (code) {
    case 'empty':
      return t('formula.empty');
    case 'too-long':
    case 'too-many-parts':
    case 'too-deep':
      return t('formula.too-large', { allowed });
    case 'unknown-character':
      return t('formula.unknown-character', { ...place, given });
    case 'bad-number':
      return t('formula.bad-number', { ...place, given });
    case 'unknown-name':
      return t('formula.unknown-name', { ...place, given });
    case 'missing-operand':
      return t('formula.missing-operand', place);
    case 'missing-operator':
      return t('formula.missing-operator', place);
    case 'missing-parenthesis':
      return t('formula.missing-parenthesis', { ...place, given });
    case 'unclosed-parenthesis':
      return t('formula.unclosed-parenthesis', place);
    case 'unexpected-parenthesis':
      return t('formula.unexpected-parenthesis', place);
    case 'unexpected-comma':
      return t('formula.unexpected-comma', place);
    case 'wrong-argument-count':
      return t('formula.wrong-argument-count', { ...place, given, allowed });
  }
}
