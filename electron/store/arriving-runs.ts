import type { RunId } from '../ipc/run.ts';
import type { ImportPieces } from './run-import.ts';
import type { ArrivingRuns } from './store.ts';

/** A slice: so many bytes at least, but no more pieces than this. A few milliseconds of main. */
const SLICE_BYTES = 1024 * 1024;
const MOST_PIECES = 64;

/** What the library does for runs on their way in, each a transaction of its own, but for the last. */
export interface ArrivalSteps {
  readonly write: (pieces: ImportPieces['pieces']) => void;
  readonly arrive: () => void;
  readonly end: () => void;
}

/** The runs of a file, written slice by slice, so that main is never held up. */
export function arrivingRuns({ runs, pieces }: ImportPieces, steps: ArrivalSteps): ArrivingRuns {
  let at = 0;
  return {
    writeSome: () => {
      let end = at;
      for (let bytes = 0; bytes < SLICE_BYTES && end < pieces.length; end++) {
        if (end - at === MOST_PIECES) break;
        bytes += pieces[end]!.bytes;
      }
      steps.write(pieces.slice(at, end));
      at = end;
      return at < pieces.length;
    },
    arrive: (): readonly RunId[] => {
      if (at < pieces.length) throw new Error('not all of it is written');
      steps.arrive();
      steps.end();
      return runs.map(({ uuid }) => uuid);
    },
    abandon: () => steps.end(),
  };
}
