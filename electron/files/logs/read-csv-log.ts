import Papa from 'papaparse';
import { AppError } from '../../ipc/reply.ts';
import { refuseFile, type Place } from '../file-refusal.ts';
import { limits } from '../limits.ts';
import { tooMany } from '../zip-reader.ts';
import { rolesOf } from './column-roles.ts';
import { LogNumbers } from './log-number.ts';
import { runsAmongColumns } from './runs-among-columns.ts';
import { TrainingLogReader, type ReadLog } from './training-log-reader.ts';

const COMMENT = '#';
/** In letters: more than the longest names of all columns that are read. */
const LONGEST_HEAD = 300_000;
const delimiters = [',', ';', '\t', '|'];
const number = /^[+-]?(?:[\d.,]+(?:e[+-]?\d+)?|nan|inf(?:inity)?)$/i;

/** What reads the columns of one run. */
interface RunReader {
  /** Null: the table is of one run, and so are all its columns. */
  readonly run: string | null;
  readonly columns: readonly number[];
  readonly reader: TrainingLogReader;
}

/**
 * A table of values with a line of names; of several runs where it is a chart's of Weights & Biases, of which those
 * without a value are left out. Throws AppError 'bad-file' with line and column.
 */
export function readCsvLog(given: string, stem: string): readonly ReadLog[] {
  const text = given.replace(/\r\n?/g, '\n');
  let readers: readonly RunReader[] = [];
  let names: readonly string[] = [];
  eachRow(text, delimiterOf(text), (cells, line) => {
    if (readers.length === 0) {
      names = cells.map((cell) => cell.trim());
      checkNames(names, line);
      readers = readersOf(names, stem);
      return;
    }
    checkWidth(cells, names.length, line);
    for (const { columns, reader } of readers) {
      const own = columns.map((column) => cells[column]);
      reader.add(own, (at): Place => ({ line, column: names[columns[at]!]! }));
    }
  });
  const full = readers.filter(({ reader }) => reader.hasValues);
  if (full.length === 0) throw refuseFile('no-values');
  return full.map(({ run, reader }) => reader.end(run));
}

function checkNames(names: readonly string[], line: number): void {
  const isNothing = names.every((name) => name === '');
  if (!isNothing && names.every((name) => name === '' || number.test(name))) {
    throw refuseFile('no-header', { line });
  }
  if (names.length > limits.logColumns) {
    throw tooMany('columns', names.length, limits.logColumns);
  }
}

function readersOf(names: readonly string[], stem: string): readonly RunReader[] {
  const runs = runsAmongColumns(names) ?? [{ run: null, columns: [...names.keys()], names }];
  // One file has one decimal mark.
  const numbers = new LogNumbers();
  const readers = runs.map(({ run, columns, names: own }) => {
    try {
      return { run, columns, reader: new TrainingLogReader(own, stem, numbers) };
    } catch (error) {
      if (runs.length === 1 || !(error instanceof AppError)) throw error;
      return error;
    }
  });
  const known = readers.filter((one): one is RunReader => !(one instanceof AppError));
  // Of several runs those of which nothing is known are left out, as long as there are others.
  if (known.length === 0) throw readers[0] as AppError;
  return known;
}

/** Which delimiter makes the most of the names of the first line; a comma where none makes anything of them. */
function delimiterOf(text: string): string {
  const head = headOf(text);
  const known = delimiters.map((delimiter) => {
    const [first = []] = Papa.parse<string[]>(head, { ...rules(delimiter), preview: 1 }).data;
    const { step, metrics } = rolesOf(first);
    return { delimiter, known: metrics.size + (step === null ? 0 : 1), cells: first.length };
  });
  const best = known.toSorted((a, b) => b.known - a.known || b.cells - a.cells)[0]!;
  return best.delimiter;
}

/** What begins with the first line that is neither empty nor a comment. */
function headOf(text: string): string {
  let at = 0;
  for (let end = 0; end >= 0 && at < text.length; at = end + 1) {
    end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (!isSkipped(line)) break;
    if (end < 0) return '';
  }
  return text.slice(at, at + LONGEST_HEAD);
}

function isSkipped(line: string): boolean {
  return line.trim() === '' || line.startsWith(COMMENT);
}

function rules(delimiter: string): Papa.ParseConfig<string[]> & { readonly delimiter: string } {
  return { delimiter, newline: '\n', comments: COMMENT, skipEmptyLines: 'greedy' };
}

/** Lines are those of the file, from 1: where a row begins that goes over several. */
function eachRow(
  text: string,
  delimiter: string,
  row: (cells: readonly string[], line: number) => void,
): void {
  let [line, at] = [1, 0];
  Papa.parse<string[]>(text, {
    ...rules(delimiter),
    step: ({ data, errors, meta }) => {
      // Comments and empty lines before it are in its piece of the text.
      const piece = text.slice(at, meta.cursor);
      const skipped = skippedLines(piece);
      const [fault] = errors;
      if (fault?.type === 'Quotes') throw refuseFile('bad-quotes', { line: line + skipped });
      row(data, line + skipped);
      line += linesIn(piece);
      at = meta.cursor;
    },
  });
}

function skippedLines(piece: string): number {
  let skipped = 0;
  for (const line of piece.split('\n')) {
    if (!isSkipped(line)) return skipped;
    skipped++;
  }
  return 0;
}

/** A delimiter at the end of a line is no cell more. */
function checkWidth(cells: readonly string[], width: number, line: number): void {
  const beyond = cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length >= width && !beyond) return;
  throw refuseFile('bad-table', { line }, { given: `${cells.length}`, allowed: `${width}` });
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
