import type { StoreFault } from '../../../electron/ipc/faults.ts';
import { locale, t } from './i18n.svelte.ts';

/** What a person can do about a fault: look at the backups, look at the folder, or nothing but wait. */
export type FaultAction = 'backups' | 'folder' | null;

/** Where nothing is named, the app tries again by itself every second. */
const actions: Readonly<Record<StoreFault, FaultAction>> = {
  'disk-full': 'folder',
  'io-error': 'folder',
  'read-only': 'folder',
  busy: null,
  'no-access': 'folder',
  damaged: 'backups',
  'not-a-database': 'backups',
};

/** What is wrong, why, what is safe all the same, and what can be done. */
export interface FaultWords {
  readonly title: string;
  readonly cause: string;
  readonly safe: string;
  readonly action: FaultAction;
}

export function faultWords(fault: StoreFault): FaultWords {
  return {
    title: t(`fault.${fault}`),
    cause: t(`fault.${fault}.cause`),
    safe: t(`fault.${fault}.safe`),
    action: actions[fault],
  };
}

/** Sentences one after the other, as the language sets them. */
export function inARow(...sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(locale() === 'zh-CN' ? '' : ' ');
}
