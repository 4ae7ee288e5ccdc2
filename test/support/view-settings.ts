import type { ViewSettings } from '../../electron/ipc/library.ts';

/** Every run, newest first, but for what a test wants otherwise. */
export function viewSettings(change: Partial<ViewSettings> = {}): ViewSettings {
  return {
    search: '',
    states: [],
    tags: [],
    problem: null,
    optimizer: null,
    schedule: null,
    archived: 'hide',
    groupBy: null,
    sortBy: 'created',
    descending: true,
    columns: ['name', 'problem', 'finalLoss'],
    ...change,
  };
}
