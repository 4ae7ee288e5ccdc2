/**
 * What a training log says, read as a short script of somebody else would: by hand for tables, with Python's idea of
 * JSON. It knows the few names that the logs of its tests have. What it cannot read it throws.
 */
import type { FileRun } from '../../../electron/files/format.ts';

type Cell = string | number | boolean | null;

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The steps and values of each column that the run says it was made of, or that it has to be made of. */
export type PlainSeries = Readonly<Record<string, readonly (readonly [number, number])[]>>;

const due = ['loss', 'lr', 'val_loss', 'val_acc', 'Value'];

export interface PlainRun {
  /** What the file calls it; '' where it has one run and calls it nothing. */
  readonly run: string;
  readonly series: PlainSeries;
}

/**
 * The runs of the file itself, of several those with a value; `also`: names of columns, for each run, that are wanted
 * though this reader does not know them.
 */
export function readLogPlainly(
  bytes: Uint8Array,
  isTable: boolean,
  also: readonly (readonly string[])[],
): readonly PlainRun[] {
  const text = textIn(bytes);
  const table = isTable ? tableIn(text, also) : tableOf(jsonIn(text));
  const runs = runsIn(table.names);
  const read: PlainRun[] = [];
  for (const { run, names } of runs) {
    const series = seriesIn({ ...table, names }, [...due, ...(also[read.length] ?? [])]);
    if (runs.length === 1 || Object.keys(series).length > 0) read.push({ run, series });
  }
  return read;
}

/** The columns of each run of a chart of Weights & Biases by their own names; those of other runs have none. */
function runsIn(
  table: readonly string[],
): readonly { readonly run: string; readonly names: readonly string[] }[] {
  const own = table.map((name, at) => {
    const column = name.replace(/__(MIN|MAX)$/, '');
    const [run, ...rest] = [column.split(' - ').slice(0, -1).join(' - '), ...column.split(' - ')];
    const again = table.slice(0, at).filter((one) => one === name).length;
    const spread = ['__MIN', '__MAX'].every((end) => table.includes(`${column}${end}`));
    if (rest.length < 2 || !spread) return null;
    return { key: `${again} ${run}`, run: run!, name: name.slice(run!.length + 3) };
  });
  const keys = [...new Set(own.flatMap((one) => one?.key ?? []))];
  if (keys.length === 0) return [{ run: '', names: table }];
  return keys.map((key) => ({
    run: own.find((one) => one?.key === key)!.run,
    names: own.map((one, at) => (one === null ? table[at]! : one.key === key ? one.name : '')),
  }));
}

function seriesIn({ names, rows }: Table, wished: readonly string[]): PlainSeries {
  const at = names.findIndex((name) => /^_?steps?$/i.test(name.trim()));
  const epoch = names.findIndex((name) => /^epochs?$/i.test(name.trim()));
  const stepAt = at < 0 ? epoch : at;
  const wanted = [...new Set(wished)].filter((name) => names.includes(name));
  const series = wanted.map((name) => {
    const column = names.indexOf(name);
    const points: [number, number][] = [];
    for (const [record, row] of rows.entries()) {
      const value = numberIn(row[column] ?? null);
      if (value === null) continue;
      const step = stepAt < 0 ? record : numberIn(row[stepAt] ?? null);
      if (step === null || !Number.isInteger(step)) throw new Error(`no step: ${step}`);
      points.push([step === 0 ? 0 : step, value]);
    }
    return [name, fractions(name, points)] as const;
  });
  return Object.fromEntries(series.filter(([, points]) => points.length > 0));
}

/** The same of what the app made of it. */
export function logAsPlain({ chunks, log }: FileRun): PlainSeries {
  const series = log!.columns.map(({ name, metric }) => [
    name,
    chunks
      .filter((chunk) => chunk.metric === metric)
      .flatMap(({ first, stride, values }) =>
        Array.from(values, (value, i) => [first + i * stride, value] as const),
      ),
  ]);
  return Object.fromEntries(series) as PlainSeries;
}

function fractions(name: string, points: [number, number][]): readonly [number, number][] {
  if (!/acc/i.test(name) || !points.some(([, value]) => value > 1)) return points;
  return points.map(([step, value]) => [step, value / 100]);
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function numberIn(cell: Cell): number | null {
  if (typeof cell === 'number' || cell === null) return cell;
  if (typeof cell === 'boolean') throw new Error(`no number: ${cell}`);
  const text = cell.trim().toLowerCase();
  if (['', '-', 'null', 'none', 'na', 'n/a'].includes(text)) return null;
  if (['nan', '+nan', '-nan'].includes(text)) return NaN;
  const infinite = ['inf', '+inf', 'infinity', '+infinity', '-inf', '-infinity'].indexOf(text);
  if (infinite >= 0) return infinite < 4 ? Infinity : -Infinity;
  const value = Number(text.replace(',', '.'));
  if (Number.isNaN(value)) throw new Error(`no number: ${text}`);
  return value;
}

/** Cells between the delimiter that parts the names as they were wanted. */
function tableIn(text: string, also: readonly (readonly string[])[]): Table {
  const tables = [',', ';', '\t', '|'].map((delimiter) => {
    const [names = [], ...rows] = rowsIn(text, delimiter);
    return { names: names.map((name) => name.trim()), rows };
  });
  const known = ({ names }: Table): number =>
    also.flat().filter((name) => names.some((one) => one.endsWith(name))).length;
  return tables.toSorted((a, b) => known(b) - known(a) || b.names.length - a.names.length)[0]!;
}

function rowsIn(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  let line = '';
  for (const letter of `${text.replaceAll(/\r\n?/g, '\n')}\n`) {
    line += letter;
    if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && letter === delimiter) [row, cell] = [[...row, cell], ''];
    else if (!quoted && letter === '\n') {
      if (line.trim() !== '' && !line.startsWith('#')) rows.push([...row, cell]);
      [row, cell, line] = [[], '', ''];
    } else cell += letter;
  }
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''));
}

/** NaN and infinities may stand bare. */
function jsonIn(text: string): unknown {
  const whole = (part: string): unknown =>
    JSON.parse(part.replaceAll(/([[:,]\s*)(NaN|-?Infinity)(?=\s*[\],}])/g, '$1"$2"'));
  try {
    return whole(text);
  } catch {
    return text
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== '')
      .map(whole);
  }
}

function tableOf(json: unknown): Table {
  const log = json as Readonly<Record<string, unknown>>;
  const history = Array.isArray(json) ? (json as unknown[]) : log['log_history'];
  if (Array.isArray(json) && Array.isArray(json[0])) {
    return { names: ['Wall time', 'Step', 'Value'], rows: json as Cell[][] };
  }
  if (Array.isArray(history)) return tableOfRecords(history as Record<string, Cell>[]);
  const lists = Object.entries(log).filter(([, list]) => Array.isArray(list));
  if (lists.length === 0) return tableOfRecords([log as Record<string, Cell>]);
  const columns = lists.map(([, list]) => list as Cell[]);
  const rows = columns[0]!.map((_, i) => columns.map((column) => column[i]!));
  return { names: lists.map(([name]) => name), rows };
}

function tableOfRecords(records: readonly Readonly<Record<string, Cell>>[]): Table {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return { names, rows: records.map((record) => names.map((name) => record[name] ?? null)) };
}
