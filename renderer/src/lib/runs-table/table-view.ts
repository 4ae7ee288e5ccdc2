import type { ViewSettings } from '../../../../electron/ipc/library.ts';

/** All runs in use, newest experiment first. */
export const usualView: ViewSettings = {
  search: '',
  filter: {},
  group: 'experiment',
  sort: { column: 'made', descending: true },
  columns: null,
};

/** The same runs in the same order, groups and columns, however the settings are written down. */
export function sameView(a: ViewSettings, b: ViewSettings): boolean {
  return plain(a) === plain(b);
}

function plain({ search, filter, group, sort, columns }: ViewSettings): string {
  const fields = Object.entries(filter)
    .map(([field, values]) => [field, values.toSorted()] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const order = [sort.column, sort.descending];
  return JSON.stringify([search.trim(), fields, group, order, columns?.toSorted() ?? null]);
}
