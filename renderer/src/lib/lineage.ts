import type { RunLineage } from '../../../electron/ipc/library.ts';
import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';

const origins = ['forkedFrom', 'resumedFrom', 'rerunOf'] as const satisfies (keyof RunLineage)[];

/** What came of a run, by what that one says of it. */
const offspring = {
  forkedFrom: 'forks',
  resumedFrom: 'goesOnIn',
  rerunOf: 'repeatedBy',
} as const satisfies Record<(typeof origins)[number], string>;

/** How a run and others are related, and those others; one that is not among the known has no name. */
export interface Relation {
  readonly kind: keyof RunLineage | (typeof offspring)[keyof RunLineage];
  readonly runs: readonly {
    readonly id: RunId;
    readonly name: string | null;
    /** The step a fork left it at; null: it is no fork. */
    readonly step: number | null;
    /** It is in the trash. */
    readonly trashed: boolean;
  }[];
}

type Related = Pick<RunSummary, 'id' | 'name' | 'config' | 'trashedAt' | keyof RunLineage>;

/** Where a run comes from, and what came of it among the known ones, the oldest first. */
export function lineageOf(run: Related, known: readonly Related[]): readonly Relation[] {
  const from = origins.flatMap((kind): Relation[] => {
    const id = run[kind];
    if (id === null) return [];
    const origin = known.find((other) => other.id === id);
    const name = origin?.name ?? null;
    const trashed = isTrashed(origin);
    return [{ kind, runs: [{ id, name, step: forkStep(run, kind), trashed }] }];
  });
  const to = origins.map((kind): Relation => {
    const runs = known.filter((other) => other[kind] === run.id).toReversed();
    return {
      kind: offspring[kind],
      runs: runs.map((other) => ({
        id: other.id,
        name: other.name,
        step: forkStep(other, kind),
        trashed: isTrashed(other),
      })),
    };
  });
  return [...from, ...to.filter(({ runs }) => runs.length > 0)];
}

const isTrashed = (run: Related | undefined): boolean => (run?.trashedAt ?? null) !== null;

function forkStep({ config }: Related, kind: keyof RunLineage): number | null {
  return kind === 'forkedFrom' ? (config?.fork?.step ?? null) : null;
}
