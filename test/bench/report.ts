import type { Entry, Table } from './throughput.ts';
import { flopsPerStep, workload, type WorkloadId } from './workloads.ts';

/** Single-precision libraries agree with float64 to about this. */
const LOSS_TOLERANCE = 1e-4;

const NAME = 18;
const COLUMN = 13;

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

/** The fastest of the libraries at a workload, leaving some out. */
function fastest(
  table: Table,
  names: readonly string[],
  id: WorkloadId,
): readonly [name: string, stepsPerSecond: number] | null {
  const speeds = names.map((name) => [name, speedOf(table, name, id)] as const);
  const best = speeds.toSorted(([, a], [, b]) => b - a)[0];
  return best && best[1] > 0 ? best : null;
}

function speedOf(table: Table, name: string, id: WorkloadId): number {
  return table.get(name)?.get(id)?.stepsPerSecond ?? 0;
}

export function reportThroughput(
  table: Table,
  libraries: readonly string[],
  ceiling: number,
): void {
  const ids = [...new Set([...table.values()].flatMap((row) => [...row.keys()]))].toSorted();
  const line = (name: string, cell: (id: WorkloadId) => string): void =>
    console.log(name.padEnd(NAME) + ids.map((id) => cell(id).padStart(COLUMN)).join(''));

  console.log();
  for (const id of ids) console.log(`${id.padEnd(6)}${workload(id).title}`);
  console.log('\nSteps per second, one core');
  line('', (id) => id);
  for (const [name, row] of table) {
    line(name, (id) => {
      const entry = row.get(id);
      return entry ? number(entry.stepsPerSecond) : '-';
    });
  }

  console.log('\nOurs, every step recorded, as a multiple of');
  for (const name of table.keys()) {
    if (name === 'ours') continue;
    line(name, (id) => ratio(speedOf(table, 'ours', id), speedOf(table, name, id)));
  }
  line('fastest library', (id) => {
    const best = fastest(table, libraries, id);
    return best ? ratio(speedOf(table, 'ours', id), best[1]) : '-';
  });

  console.log(
    `\nMatrix products of ours, GFLOP/s; plain JavaScript reaches ${number(ceiling)} here`,
  );
  line('ours', (id) => gigaflops(table.get('ours')?.get(id), id, 1));
  line('of the ceiling', (id) => gigaflops(table.get('ours')?.get(id), id, ceiling));
}

const ratio = (ours: number, theirs: number): string =>
  ours > 0 && theirs > 0 ? `${number(ours / theirs)}×` : '-';

function gigaflops(entry: Entry | undefined, id: WorkloadId, unit: number): string {
  const given = workload(id);
  if (!entry || given.kind === 'descent') return '-';
  const rate = (entry.stepsPerSecond * flopsPerStep(given)) / 1e9 / unit;
  return unit === 1 ? rate.toFixed(2) : `${(100 * rate).toFixed(0)} %`;
}

/** Whether all that accept given weights began at the same loss; says who did not. */
export function sameFirstLoss(table: Table): boolean {
  const first = new Map<WorkloadId, readonly [name: string, loss: number]>();
  let same = true;
  for (const [name, row] of table) {
    for (const [id, { firstLoss }] of row) {
      if (firstLoss === null) continue;
      const [reference, loss] = first.get(id) ?? [name, firstLoss];
      first.set(id, [reference, loss]);
      if (Math.abs(firstLoss - loss) <= LOSS_TOLERANCE * (1 + Math.abs(loss))) continue;
      console.log(`${name} begins ${id} at a loss of ${firstLoss}, ${reference} at ${loss}.`);
      same = false;
    }
  }
  return same;
}
