/** What every page is told when a person changes the library. */
import { expect, it } from 'vitest';
import type { Events } from '../../../electron/ipc/contract.ts';
import { LibraryService } from '../../../electron/main/library-service.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { viewSettings } from '../../support/view-settings.ts';

function serviceOf(library: TestLibrary): {
  service: LibraryService;
  told: () => readonly (readonly [keyof Events, unknown])[];
} {
  const told: (readonly [keyof Events, unknown])[] = [];
  const service = new LibraryService({
    store: library.store,
    emit: (event, payload) => void told.push([event, payload]),
  });
  return { service, told: () => told.splice(0) };
}

it('a change is told with what can be undone now; what changes nothing is not told', () => {
  const library = new TestLibrary();
  const { service, told } = serviceOf(library);
  const [a, b] = [library.newRun(), library.newRun()];
  const history = { undo: { kind: 'pin', count: 2 }, redo: null };
  expect(service.change([a, b], { pinned: true })).toEqual(history);
  expect(told()).toEqual([
    ['library:changed', { ids: [a, b] }],
    ['history:changed', history],
  ]);
  expect(service.change([a, b], { pinned: true })).toEqual(history);
  expect(told()).toEqual([]);
});

it('undo and redo are told as changes, with what they did', () => {
  const library = new TestLibrary();
  const { service, told } = serviceOf(library);
  const id = library.newRun();
  service.change([id], { name: 'new' });
  told();
  const label = { kind: 'rename', count: 1 };
  expect(service.undo()).toEqual(label);
  expect(told()).toEqual([
    ['library:changed', { ids: [id] }],
    ['history:changed', { undo: null, redo: label }],
  ]);
  expect(service.redo()).toEqual(label);
  told();
  expect([service.redo(), told()]).toEqual([null, []]);
});

it('views are told whole', () => {
  const { service, told } = serviceOf(new TestLibrary());
  const view = { name: 'mine', settings: viewSettings() };
  service.saveView(view);
  expect(told()).toEqual([
    ['views:changed', [view]],
    ['history:changed', { undo: { kind: 'save-view', count: 1 }, redo: null }],
  ]);
  service.saveView(view);
  expect(told()).toEqual([]);
  service.removeView('MINE');
  expect(told()[0]).toEqual(['views:changed', []]);
});

it('runs that come and go are told, and what cannot be undone any more', () => {
  const library = new TestLibrary();
  const { service, told } = serviceOf(library);
  const id = library.endedRun();
  service.came([id]);
  expect(told()).toEqual([['library:changed', { ids: [id] }]]);
  service.change([id], { trashed: true });
  told();
  service.gone(library.store.doom(library.store.listTrash(), 10));
  expect(told()).toEqual([
    ['library:changed', { ids: [id] }],
    ['history:changed', { undo: null, redo: null }],
  ]);
});
