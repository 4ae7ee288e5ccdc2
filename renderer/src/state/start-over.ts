import { t } from '../i18n/i18n.svelte.ts';
import type { App } from './app.ts';
import { tellWithUndo } from './notices.ts';

/** Begins a lesson again, with a way back; `show` is called each time it has to be shown anew. */
export async function startOver({ lessons }: App, number: number, show: () => void): Promise<void> {
  const undo = await lessons.reset(number);
  show();
  if (!undo) return;
  tellWithUndo(
    () => t('lesson.startOver.done', { number }),
    () => {
      undo();
      show();
    },
  );
}
