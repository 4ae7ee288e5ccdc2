/** A library that cannot be opened ends the start only where the person wants it: what else there is to do. */
import { app } from 'electron';
import type { Locale } from '../ipc/preferences.ts';
import type { StoreRefusal } from '../store/refused.ts';
import { choose } from './ask.ts';
import { words, type MainKey } from './i18n/index.ts';
import type { LibraryPlace } from './library-place.ts';
import { asRefusal, bodyOf, refuseStart } from './refuse-start.ts';

/** To look again, or to begin a new library beside the one that stays as it is. */
type Way = 'again' | 'fresh';

/** What may help: where the file is of no use as it is, another; where something stands in the way, that it goes. */
const ways: Readonly<Record<StoreRefusal, readonly Way[]>> = {
  newer: ['fresh'],
  foreign: ['fresh'],
  'not-a-database': ['fresh'],
  damaged: ['fresh'],
  'not-a-file': ['again', 'fresh'],
  locked: ['again'],
  unreadable: ['again'],
  pointer: [],
};

const labels: Readonly<Record<Way, MainKey>> = {
  again: 'refused.again',
  fresh: 'refused.fresh',
};

export interface StandsInTheWay {
  readonly locale: Locale;
  readonly error: unknown;
  /** Where the library is to be, if the error does not say it. */
  readonly path: string;
  readonly place: Pick<LibraryPlace, 'beginNew'>;
  /** The person was offered a backup and wants to quit: they are not asked again. */
  readonly declined: boolean;
}

/**
 * Says what stands in the way, and asks what to do. True: the start is to be tried again, perhaps with a new, empty
 * library; false: the app is about to end, with exit code 1. What was refused is not touched.
 */
export async function findWayOn(obstacle: StandsInTheWay): Promise<boolean> {
  const { locale, error, path, place, declined } = obstacle;
  const refusal = asRefusal(error, path);
  const offered = declined ? [] : ways[refusal.code];
  if (offered.length === 0) {
    refuseStart(locale, error, path);
    return false;
  }
  const chosen = await choose(locale, {
    type: 'warning',
    message: words(locale, 'refused.title'),
    detail: bodyOf(locale, refusal, offered.includes('fresh')),
    answers: [...offered.map((way) => labels[way]), 'refused.quit'],
  });
  const way = offered[chosen];
  if (way === undefined) {
    app.exit(1);
    return false;
  }
  if (way === 'again') return true;
  try {
    place.beginNew();
    return true;
  } catch (failure) {
    return findWayOn({ ...obstacle, error: failure });
  }
}
