import { t } from './i18n.svelte.ts';

/** What a sign in a pane stands for, and how it goes together with the one in the other pane. */
export interface SignWords {
  readonly label: string;
  readonly words: string;
}

/** 2/L, the stability limit; `gain`: 2/κ is on the stage, too. */
export function limitSign(gain: boolean): SignWords {
  return {
    label: t('lab.sign', { sign: '2/L' }),
    words: t(gain ? 'lab.sign.limit.gain' : 'lab.sign.limit'),
  };
}

/** 2/κ, from where on a step does not pay; `limit`: 2/L is known of this problem. */
export function gainSign(limit: boolean): SignWords {
  return {
    label: t('lab.sign', { sign: '2/κ' }),
    words: t(limit ? 'lab.sign.gain.limit' : 'lab.sign.gain'),
  };
}
