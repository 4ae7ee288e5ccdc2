import type { ViewSettings } from '../../electron/ipc/library.ts';

/** Every run, newest first, but for what a test wants otherwise. */
export function viewSettings(change: Partial<ViewSettings> = {}): ViewSettings {
  return {
    search: '',
    filter: {},
    group: 'experiment',
    sort: { column: 'made', descending: true },
    columns: ['problem', 'last'],
    ...change,
  };
}
