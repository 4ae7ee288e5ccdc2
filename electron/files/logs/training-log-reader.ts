import type { MetricName } from '../../../core/training/metrics.ts';
import { beginningOf } from './log-text.ts';
import { MOST_COLUMN_NAME, type TrainingLog } from '../../ipc/training-log.ts';
import { refuseFile, type Place } from '../file-refusal.ts';
import { metricIn, plain, rolesOf, type ColumnRoles } from './column-roles.ts';
import { LogNumbers } from './log-number.ts';
import { LogSeries } from './log-series.ts';

const LAST_STEP = 1e9;
/** Names that a refusal tells of those that are there, and of those that are known. */
const TOLD = 8;
const KNOWN = 'loss, train/loss, val_loss, lr, learning_rate, grad_norm, accuracy, val_accuracy';

/** What was read of one run. */
export interface ReadLog {
  /** What it is called in a file of several; null: after its file. */
  readonly run: string | null;
  readonly log: TrainingLog;
  /** In the order of their metrics; none is empty. */
  readonly series: readonly LogSeries[];
}

/** Takes the records of a log, one after the other, apart into series. */
export class TrainingLogReader {
  readonly #names: readonly string[];
  readonly #roles: ColumnRoles;
  readonly #numbers: LogNumbers;
  readonly #series: ReadonlyMap<number, LogSeries>;
  #records = 0;

  /** `stem`: the name of the file without its ending. Throws AppError 'bad-file'. */
  constructor(names: readonly string[], stem: string, numbers = new LogNumbers()) {
    this.#names = names;
    this.#roles = withMetrics(names, stem);
    this.#numbers = numbers;
    this.#series = new Map(
      [...this.#roles.metrics].map(([column, metric]) => [column, new LogSeries(metric)]),
    );
  }

  get hasValues(): boolean {
    return [...this.#series.values()].some(({ length }) => length > 0);
  }

  /** One cell for each column; `place` in the file of one of them, by its number from 0. */
  add(cells: readonly unknown[], place: (column: number) => Place): void {
    const { step: column } = this.#roles;
    const record = this.#records++;
    const step = column === null ? record : this.#stepOf(cells[column], column, place);
    for (const [at, series] of this.#series) {
      const here = (): Place => place(at);
      const value = this.#numbers.read(cells[at], here);
      if (value === null) continue;
      if (step === null) {
        throw refuseFile('bad-step', place(column!), { allowed: '0, 1, 2, …' });
      }
      series.add(step, value, here);
    }
  }

  /** `run`: what it is called in its file. Throws AppError 'bad-file' where there is not one value. */
  end(run: string | null = null): ReadLog {
    const series = [...this.#series.values()].filter(({ length }) => length > 0);
    if (series.length === 0) throw refuseFile('no-values');
    const taken = [...this.#series].filter(([, { length }]) => length > 0);
    const used = new Set([this.#roles.step, ...taken.map(([column]) => column)]);
    return {
      run,
      log: {
        unit: this.#roles.unit,
        columns: taken.map(([column, { metric, isPercent: percent }]) => ({
          name: shortened(this.#names[column]!),
          metric,
          percent,
        })),
        left: this.#names
          .filter((name, column) => !used.has(column) && name.trim() !== '')
          .map(shortened),
      },
      series,
    };
  }

  #stepOf(cell: unknown, column: number, place: (column: number) => Place): number | null {
    const here = (): Place => place(column);
    const step = this.#numbers.read(cell, here);
    if (step === null) return null;
    if (Number.isInteger(step) && step >= 0 && step <= LAST_STEP) return step + 0;
    throw refuseFile('bad-step', here(), { given: `${step}`, allowed: `0 – ${LAST_STEP}` });
  }
}

/** A table of one value, as TensorBoard writes it, is of what the file is called after. */
function withMetrics(names: readonly string[], stem: string): ColumnRoles {
  const roles = rolesOf(names);
  if (roles.metrics.size > 0) return roles;
  const value = names.findIndex((name) => plain(name) === 'value');
  if (value < 0) {
    const given = names.slice(0, TOLD).map(shortened).join(', ');
    throw refuseFile(
      'no-metric',
      {},
      { given: beginningOf(given, MOST_COLUMN_NAME), allowed: KNOWN },
    );
  }
  const metric = metricIn(stem);
  if (metric === null) throw refuseFile('unnamed-metric', {}, { given: beginningOf(stem, 100) });
  return { ...roles, metrics: new Map<number, MetricName>([[value, metric]]) };
}

/** A name as it is kept, at most as long as names are. */
export function shortened(name: string): string {
  return name.length > MOST_COLUMN_NAME ? `${beginningOf(name, MOST_COLUMN_NAME - 1)}…` : name;
}
