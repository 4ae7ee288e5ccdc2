import { show } from '../../../core/parse.ts';
import { refuseFile, type Place } from '../file-refusal.ts';
import { measureJson, tooDeep } from '../json-part.ts';
import { limits, megabytes } from '../limits.ts';
import { tooMany } from '../zip-reader.ts';
import { jsonFaultAt } from './json-fault.ts';
import { shortened, TrainingLogReader, type ReadLog } from './training-log-reader.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * JSON of a training: a list of records, an object of lists of one length, one record a line, or the
 * `trainer_state.json` of Hugging Face, whose `log_history` is a list of records; or the scalars of TensorBoard, a list of
 * lists. Keys may be missing; of a key that is
 * there twice the second counts, as JSON has it. `inLines`: by its name it has one record a line; one that has not is
 * asked whether it does. Throws AppError 'bad-file' with line or record, and key.
 */
export function readJsonLog(text: string, stem: string, inLines: boolean): ReadLog {
  checkSize(text);
  if (inLines || looksLikeLines(text)) return ofLines(text, stem);
  const json = parsed(text, 1);
  if (Array.isArray(json)) {
    return Array.isArray(json[0]) ? ofScalars(json, stem) : ofRecords(json, stem);
  }
  if (!isObject(json)) throw refuseFile('no-records');
  const history = own(json, 'log_history');
  if (Array.isArray(history)) return ofRecords(history, stem);
  if (Object.values(json).some(Array.isArray)) return ofLists(json, stem);
  return ofRecords([json], stem);
}

function checkSize(text: string): void {
  const bytes = Buffer.from(text);
  if (bytes.length > limits.logJsonBytes) {
    const [given, allowed] = [megabytes(bytes.length), megabytes(limits.logJsonBytes)];
    throw refuseFile('too-large', {}, { given, allowed });
  }
  const records = recordsAmong(bytes);
  if (records > limits.logRecords) throw tooMany('records', records, limits.logRecords);
  const { tooDeepAt: at } = measureJson(bytes);
  if (at !== null) throw tooDeep(letterAt(bytes.subarray(0, at).toString(), 1));
}

/** At most so many objects and lists: of small ones there is more than the memory of the thread that reads. */
function recordsAmong(bytes: Uint8Array): number {
  let records = 0;
  for (const byte of bytes) if (byte === BRACE || byte === BRACKET) records++;
  return records;
}

const BRACKET = 0x5b;
const BRACE = 0x7b;

/** Several lines of which the first is a whole record. */
function looksLikeLines(text: string): boolean {
  const trimmed = text.trim();
  const end = trimmed.indexOf('\n');
  if (end < 0) return false;
  try {
    return isObject(JSON.parse(withQuotes(trimmed.slice(0, end))));
  } catch {
    return false;
  }
}

function ofLines(text: string, stem: string): ReadLog {
  const records: unknown[] = [];
  const lines: number[] = [];
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    records.push(parsed(line, i + 1));
    lines.push(i + 1);
  }
  return ofRecords(records, stem, (record) => ({ line: lines[record]! }));
}

/** `placeOf`: where a record is, by its number from 0. */
function ofRecords(
  given: readonly unknown[],
  stem: string,
  placeOf: (record: number) => Place = (record) => ({ record: record + 1 }),
): ReadLog {
  const found = new Set<string>();
  const records = given.map((one, i) => {
    if (!isObject(one)) throw refuseFile('bad-record', placeOf(i), { given: show(one) });
    for (const name of Object.keys(one)) found.add(name);
    checkColumns(found.size);
    return one;
  });
  if (found.size === 0) throw refuseFile('no-values');
  const names = [...found];
  const reader = new TrainingLogReader(names, stem);
  for (const [i, record] of records.entries()) {
    const cells = names.map((name) => own(record, name));
    reader.add(cells, (column) => ({ ...placeOf(i), column: shortened(names[column]!) }));
  }
  return reader.end();
}

/** What beside the lists is no list is not taken, and named. */
function ofLists(json: Json, stem: string): ReadLog {
  checkColumns(Object.keys(json).length);
  const lists = Object.entries(json).filter((one): one is [string, unknown[]] =>
    Array.isArray(one[1]),
  );
  const { length } = lists[0]![1];
  for (const [name, list] of lists) {
    if (list.length === length) continue;
    const place = { column: shortened(name) };
    throw refuseFile('bad-list', place, { given: `${list.length}`, allowed: `${length}` });
  }
  const names = lists.map(([name]) => name);
  const reader = new TrainingLogReader(names, stem);
  for (let i = 0; i < length; i++) {
    const cells = lists.map(([, list]) => list[i]);
    reader.add(cells, (column) => ({ record: i + 1, column: shortened(names[column]!) }));
  }
  const { run, log, series } = reader.end();
  const others = Object.keys(json).filter((name) => name.trim() !== '' && !names.includes(name));
  return { run, log: { ...log, left: [...log.left, ...others.map(shortened)] }, series };
}

/** As TensorBoard calls the columns of its tables. */
const scalarNames = ['Wall time', 'Step', 'Value'];

/** What the values are of, the name of the file tells. */
function ofScalars(given: readonly unknown[], stem: string): ReadLog {
  const reader = new TrainingLogReader(scalarNames, stem);
  for (const [i, one] of given.entries()) {
    const place = { record: i + 1 };
    if (!Array.isArray(one) || one.length !== scalarNames.length) {
      throw refuseFile('bad-record', place, { given: show(one) });
    }
    reader.add(one, (column) => ({ ...place, column: scalarNames[column]! }));
  }
  return reader.end();
}

function checkColumns(columns: number): void {
  if (columns > limits.logColumns) throw tooMany('columns', columns, limits.logColumns);
}

/** `line`: the one in the file at which this text begins. */
function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(withQuotes(text));
  } catch {
    throw refuseFile('bad-json', letterAt(text.slice(0, jsonFaultAt(text)), line));
  }
}

/** NaN and infinities, which Python writes bare, as the texts that are read as such. */
function withQuotes(text: string): string {
  let inText = false;
  return text.replace(/\\.|"|(?:NaN|-?Infinity)(?=\s*(?:[,}\]]|$))/gs, (found) => {
    if (found === '"') inText = !inText;
    return inText || found === '"' || found.startsWith('\\') ? found : `"${found}"`;
  });
}

/** The letter after these, which begin at the beginning of a line. */
function letterAt(before: string, line: number): Place {
  const lines = before.split(/\r\n?|\n/);
  return { line: line + lines.length - 1, offset: lines.at(-1)!.length + 1 };
}

function own(json: Json, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

function isObject(given: unknown): given is Json {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
