import type { ViewSettings } from '../../../../electron/ipc/library.ts';
import { sameProblem } from '../same-problem.ts';
import type { RowGroup } from './group.ts';
import type { RunRow } from './run-row.ts';
import { sparkDomain } from './spark-domain.ts';

/** Heights that the spark-lines of a group share, if its losses can be compared; else each has its own. */
export type SparkRange = readonly [low: number, high: number] | null;

/** One line of the table, in pixels high. */
export type TableLine =
  | { readonly kind: 'group'; readonly group: RowGroup; readonly height: number }
  /** Room between a group and a run that does not belong to it. */
  | { readonly kind: 'gap'; readonly group: RowGroup; readonly height: number }
  | {
      readonly kind: 'run';
      readonly row: RunRow;
      readonly group: RowGroup;
      readonly sparks: SparkRange;
      /** Pinned, and the next of its group is not: the order of the table begins below it. */
      readonly lastPinned: boolean;
      readonly height: number;
    };

const ROW = 36;
const GROUP = 44;
const GAP = 16;

/** A run that is an experiment by itself needs no heading that says the same. */
export function isHeaded({ rows }: RowGroup, by: ViewSettings['group']): boolean {
  return by !== 'none' && !(by === 'experiment' && rows.length === 1);
}

export function linesOf(
  groups: readonly RowGroup[],
  by: ViewSettings['group'],
  isFolded: (key: string) => boolean,
): readonly TableLine[] {
  return groups.flatMap((group, i): readonly TableLine[] => {
    const headed = isHeaded(group, by);
    const after = groups[i - 1];
    const head: readonly TableLine[] = headed
      ? [{ kind: 'group', group, height: GROUP }]
      : after && isHeaded(after, by)
        ? [{ kind: 'gap', group, height: GAP }]
        : [];
    if (headed && isFolded(group.key)) return head;
    const sparks = sparkRange(group);
    return [
      ...head,
      ...group.rows.map((row, k) => {
        const lastPinned = row.run.pinned && group.rows[k + 1]?.run.pinned === false;
        return { kind: 'run', row, group, sparks, lastPinned, height: ROW } as const;
      }),
    ];
  });
}

function sparkRange({ rows }: RowGroup): SparkRange {
  if (!sameProblem(rows.map(({ run }) => run.config))) return null;
  return sparkDomain(rows.map(({ run }) => run.spark));
}
