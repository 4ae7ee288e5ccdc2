import { toast } from 'svelte-sonner';
import { errorSentence } from '../i18n/errors.ts';
import { t } from '../i18n/i18n.svelte.ts';

/** How long an undo is offered, in milliseconds. */
const UNDO_TIME = 10_000;

export function tellError(error: unknown): void {
  console.error(error);
  toast.error(errorSentence(error), { duration: UNDO_TIME });
}

export function tell(sentence: string): void {
  toast(sentence);
}

/** Says what was done and offers to undo it. */
export function tellWithUndo(sentence: string, undo: () => void): void {
  toast(sentence, { duration: UNDO_TIME, action: { label: t('runs.undo'), onClick: undo } });
}
