import { toast } from 'svelte-sonner';
import type { ConfigError } from '../../../core/errors.ts';
import { errorSentence } from '../i18n/errors.ts';
import Notice from '../panels/Notice.svelte';

/** How long an undo is offered, in milliseconds. */
const UNDO_TIME = 10_000;

export function tellError(error: unknown): void {
  console.error(error);
  const words = (): string => errorSentence(error);
  toast.error(Notice, { duration: UNDO_TIME, componentProps: { words } });
}

/** Says something in passing; `words` is asked again when the language changes. */
export function tell(words: () => string): void {
  toast(Notice, { componentProps: { words } });
}

/** Says why an edit was not made; of a drag that goes too far it is said once. */
export function tellFault(fault: ConfigError): void {
  const words = (): string => errorSentence(fault);
  toast(Notice, { id: 'fault', componentProps: { words } });
}

/** Says what was done and offers to undo it. */
export function tellWithUndo(words: () => string, undo: () => void): void {
  const onundo = (): void => {
    toast.dismiss(id);
    undo();
  };
  const id = toast(Notice, { duration: UNDO_TIME, componentProps: { words, onundo } });
}

/** What was said of one place is not carried to the next. */
export function dismissNotices(): void {
  toast.dismiss();
}
