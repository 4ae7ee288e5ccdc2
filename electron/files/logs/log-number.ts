import { show } from '../../../core/parse.ts';
import { refuseFile, type Place } from '../file-refusal.ts';

const blank = /^(?:null|none|n\/?a|-)?$/i;
const nan = /^[+-]?nan$/i;
const infinite = /^([+-]?)inf(?:inity)?$/i;
const decimal = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$/i;

/** Reads the numbers of one file, which has one decimal mark: a point or a comma. */
export class LogNumbers {
  #mark: '.' | ',' | null = null;

  /** Null where nothing was written. Throws AppError 'bad-file' with the place. */
  read(cell: unknown, place: () => Place): number | null {
    if (typeof cell === 'number') return cell;
    if (cell === null || cell === undefined) return null;
    const text = typeof cell === 'string' ? cell.trim() : null;
    if (text === '') return null;
    const value = text === null ? undefined : this.#parse(text);
    if (value !== undefined) return value;
    throw refuseFile('bad-number', place(), { given: show(cell) });
  }

  #parse(text: string): number | null | undefined {
    if (decimal.test(text)) {
      const mark = text.includes(',') ? ',' : text.includes('.') ? '.' : null;
      if (mark && this.#mark && mark !== this.#mark) return undefined;
      this.#mark ??= mark;
      return Number(mark === ',' ? text.replace(',', '.') : text);
    }
    if (blank.test(text)) return null;
    if (nan.test(text)) return NaN;
    const sign = infinite.exec(text)?.[1];
    if (sign === undefined) return undefined;
    return sign === '-' ? -Infinity : Infinity;
  }
}
