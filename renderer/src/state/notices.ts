import { toast } from 'svelte-sonner';
import { errorSentence } from '../i18n/errors.ts';
import { t } from '../i18n/i18n.svelte.ts';
import Notice from '../panels/Notice.svelte';
import type { App } from './app.ts';
import { LockedError, type EditFault } from './locked-parts.ts';

/** How long an undo is offered, in milliseconds. What only confirms is there for four seconds. */
const UNDO_TIME = 10_000;
const LAST_CHANGE = 'last change';

export function tellError(error: unknown): void {
  console.error(error);
  tellUntilClosed(() => errorSentence(error));
}

/** Says why a file, or whatever else a person brought, was not taken; that is no failure of the app. */
export function tellRefusal(words: () => string): void {
  tellUntilClosed(words);
}

/** What went wrong stays until it is read and closed, or another place is gone to; the same is not said twice at a time. */
function tellUntilClosed(words: () => string): void {
  const id = words();
  const onclose = (): void => void toast.dismiss(id);
  toast.error(Notice, { id, duration: Infinity, componentProps: { words, onclose } });
}

/** Says something in passing; `words` is asked again when the language changes. */
export function tell(words: () => string): void {
  toast(Notice, { componentProps: { words } });
}

/** Says why an edit was not made; of a drag that goes too far it is said once. */
export function tellFault(fault: EditFault, lockedBy: App['lockedBy'] = 'assignment'): void {
  const words = (): string =>
    fault instanceof LockedError
      ? t(`${lockedBy}.locked.change`, { part: t(`assignment.part.${fault.part}`) })
      : errorSentence(fault);
  toast(Notice, { id: 'fault', componentProps: { words } });
}

/** Says what was done and offers to undo it; only the last thing done can be undone, so there is one such notice. */
export function tellWithUndo(words: () => string, undo: () => void): void {
  const onundo = (): void => {
    withdrawUndo();
    undo();
  };
  toast(Notice, { id: LAST_CHANGE, duration: UNDO_TIME, componentProps: { words, onundo } });
}

/** Something else was done since: what was offered would undo that. */
export function withdrawUndo(): void {
  toast.dismiss(LAST_CHANGE);
}

/** Says what was undone or done again, in place of what was said of it before. */
export function tellChange(words: () => string): void {
  toast(Notice, { id: LAST_CHANGE, componentProps: { words, onundo: undefined } });
}

/** What was said of one place is not carried to the next. */
export function dismissNotices(): void {
  toast.dismiss();
}
