import { MOST_KEPT } from '../../../electron/ipc/app.ts';
import { isComputed } from '../../../electron/ipc/run.ts';
import { keptText } from '../lib/kept-text.ts';
import type { App } from './app.ts';
import type { Written } from './assignment-making.svelte.ts';
import type { KeptSession } from './lab-session.svelte.ts';
import type { View } from './navigation.svelte.ts';
import type { NotesByRun } from './typed-notes.svelte.ts';

/** What is kept is no older than this, in milliseconds. */
const KEEP_EVERY_MS = 500;

/** What a page that takes the place of this one needs to go on. */
interface KeptPage {
  readonly view: View;
  readonly session: KeptSession;
  readonly notes: NotesByRun;
  /** The assignment that is being made. */
  readonly written: Written | null;
}

/**
 * Keeps in main, half a second after it has changed, where the person is and what is not saved yet: the process
 * of the page may die. Belongs into an effect; returns what ends it.
 */
export function keepPage({ lab, navigation, session, notes, making }: App): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let page: KeptPage;
  $effect(() => {
    const { view } = navigation;
    page = { view, session: session.kept, notes: notes.all, written: making.kept };
    // At most one message each half second, however fast things change.
    waiting ??= setTimeout(() => {
      waiting = null;
      // What cannot be kept now is kept with the next change.
      lab.request('page:keep', keptText(page, MOST_KEPT)).catch(() => undefined);
    }, KEEP_EVERY_MS);
  });
  return () => {
    if (waiting !== null) clearTimeout(waiting);
  };
}

/** The view that was kept; of a comparison whose runs are not all there any more, the list of runs. */
async function stillThere(view: View, { library }: App): Promise<View> {
  if (view.id !== 'compare') return view;
  await library.readAll();
  const known = new Set(library.rows.map(({ id }) => id));
  return view.runIds.every((id) => known.has(id)) ? view : { id: 'runs' };
}

/** Goes on where the page before this one was; whether there was one. */
export async function goOnFromKept(app: App): Promise<boolean> {
  const { lab, navigation, session, notes, making } = app;
  const kept = await lab.request('page:kept');
  if (kept === null) return false;
  const page = JSON.parse(kept) as KeptPage;
  const { staged } = page.session;
  const found = staged.length > 0 ? await lab.request('run:summaries', staged) : [];
  const runs = staged.flatMap((id) => found.find((run) => run.id === id) ?? []);
  notes.restore(page.notes);
  making.restore(page.written);
  navigation.go(await stillThere(page.view, app));
  await session.restore(page.session, runs.length === staged.length ? runs.filter(isComputed) : []);
  return true;
}
