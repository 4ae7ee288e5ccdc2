import { MOST_NAME } from '../ipc/library.ts';

/** Behind a name that is taken, as the page counts those that are alike: ` (2)`. */
const NUMBER = / \(\d+\)$/;
/** The first half of a character, whose second half was cut away. */
const HALF = /[\ud800-\udbff]$/;

/**
 * Runs under names that tell them apart in their experiment, from those that are there and from each other: one that
 * is taken, by a run in the trash too, which may come back, has the first free number from 2 on behind it, and is cut before that where it would be too long.
 */
export function toldApart<Run extends { readonly name: string }>(
  added: readonly Run[],
  there: readonly { readonly name: string }[],
): readonly Run[] {
  const taken = new Set(there.map(({ name }) => name));
  return added.map((run) => {
    const name = freeName(run.name, taken);
    taken.add(name);
    return { ...run, name };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(NUMBER, '');
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const next = stem.slice(0, MOST_NAME - suffix.length).replace(HALF, '') + suffix;
    if (!taken.has(next)) return next;
  }
}
