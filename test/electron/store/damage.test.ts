/** One wrong byte in stored numbers: a gap that is told of, never a wrong curve. */
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { summarise } from '../../../core/analysis/min-max-blocks.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { unguarded } from '../../support/library/unguarded.ts';

const POINTS = 4096;
const CHUNKS = 20;
const LAST = CHUNKS * POINTS - 1;
/** The chunk that gets damaged, and its steps. */
const BAD = 7;
const [BAD_FIRST, BAD_LAST] = [BAD * POINTS, (BAD + 1) * POINTS - 1];

const valuesOf = (index: number): Float64Array =>
  Float64Array.from({ length: POINTS }, (_, i) => Math.sin(index * POINTS + i));

let library: TestLibrary;
let id: RunId;
let whole: SeriesView;
let close: SeriesView;

beforeEach(() => {
  library = new TestLibrary();
  id = library.newRun();
  for (let i = 0; i < CHUNKS; i++) library.flush(id, chunk(i * POINTS, valuesOf(i)));
  whole = view(0, LAST, 200);
  close = view(BAD_FIRST - 100, BAD_LAST + 100, 5000);
});

function view(from: number, to: number, columns: number): SeriesView {
  return library.store.readSeries({ runId: id, metric: 'train/loss', from, to, columns });
}

/** Flips one bit in the middle of these bytes, wherever they are in the file (it may hold stale copies). */
function flip(bytes: Uint8Array): void {
  library.reopen(() => {
    const file = readFileSync(library.path);
    let at = file.indexOf(bytes);
    expect(at, 'the bytes are in the file').toBeGreaterThan(0);
    for (; at >= 0; at = file.indexOf(bytes, at)) file[at + (bytes.length >> 1)]! ^= 1;
    writeFileSync(library.path, file);
  });
}

/** Bytes that lie together on one page of the file: overflow pages cut longer ones. */
function dataBytes(): Uint8Array {
  return new Uint8Array(valuesOf(BAD).buffer, 20_000, 64);
}

function summaryBytes(): Uint8Array {
  return new Uint8Array(summarise(valuesOf(BAD)).buffer, 0, 48);
}

function damaged(): readonly (readonly [number, number])[] {
  return library.store.readRun(id).series[0]!.damaged;
}

function expectGapAt(seen: SeriesView, first: number, last: number): void {
  for (let b = 0; b < seen.first.length; b++) {
    const inside = seen.first[b]! >= first && seen.last[b]! <= last;
    if (inside) {
      expect([seen.min[b], seen.max[b], seen.nonFinite[b]]).toEqual([Infinity, -Infinity, 0]);
    } else expect(seen.max[b]).toBeGreaterThanOrEqual(seen.min[b]!);
  }
}

function exec(...statements: readonly string[]): void {
  library.reopen(() => {
    const db = new Database(library.path);
    unguarded(db, statements);
    db.close();
  });
}

describe('one bit of the values', () => {
  it('is a gap where single values are drawn, told of once it was seen, and left out of exports', () => {
    flip(dataBytes());
    const seen = view(BAD_FIRST - 100, BAD_LAST + 100, 5000);
    expectGapAt(seen, BAD_FIRST, BAD_LAST);
    expect(seen.first.length).toBe(close.first.length);
    expect(damaged()).toEqual([[BAD_FIRST, BAD_LAST]]);
    const firsts = library.store.readValues(id, 'train/loss').map(({ first }) => first);
    expect(firsts).toEqual(
      [...Array(CHUNKS).keys()].filter((i) => i !== BAD).map((i) => i * POINTS),
    );
  });

  it('does not matter where the summary is drawn: those extremes are still true', () => {
    flip(dataBytes());
    expect(view(0, LAST, 200)).toEqual(whole);
  });

  it('of a short series is found when its run is opened', () => {
    const short = library.newRun('short');
    const values = Float64Array.from({ length: 300 }, (_, i) => Math.cos(i));
    library.flush(short, chunk(0, values), chunk(0, [1, 2], 1, 'optim/lr'));
    flip(new Uint8Array(values.buffer, 800, 16));
    expect(library.store.readRun(short).series.map(({ damaged }) => damaged)).toEqual([
      [[0, 299]],
      [],
    ]);
  });

  it('stays where it is when the run is joined', () => {
    const slow = library.newRun('slow');
    const values = Float64Array.from({ length: 10 }, (_, i) => Math.cos(i));
    library.flush(slow, chunk(0, values));
    for (let step = 10; step < 200; step++) library.flush(slow, chunk(step, [step]));
    const before = library.store.readValues(slow, 'train/loss').length;
    flip(new Uint8Array(values.buffer, 0, 16));
    library.store.compact(slow);
    library.flush(slow, chunk(200, [1]));
    const steps = library.store
      .readValues(slow, 'train/loss')
      .flatMap(({ first, values: v }) => Array.from(v, (_, i) => first + i));
    const [[first, last] = []] = library.store.readRun(slow).series[0]!.damaged;
    expect(first).toBe(0);
    expect(steps).toEqual(Array.from({ length: 200 - last! }, (_, i) => last! + 1 + i));
    expect(before).toBeGreaterThan(0);
  });
});

describe('one bit of the summary', () => {
  it('is made good from the values', () => {
    flip(summaryBytes());
    expect(view(0, LAST, 200)).toEqual(whole);
    expect(damaged()).toEqual([]);
  });

  it('and one of the values is a gap at every width', () => {
    flip(summaryBytes());
    flip(dataBytes());
    expectGapAt(view(0, LAST, 200), BAD_FIRST, BAD_LAST);
    expectGapAt(view(BAD_FIRST - 100, BAD_LAST + 100, 5000), BAD_FIRST, BAD_LAST);
    expect(damaged()).toEqual([[BAD_FIRST, BAD_LAST]]);
  });
});

describe('good bytes in a wrong place', () => {
  it('two chunks that changed places are both gaps', () => {
    exec(
      'UPDATE chunk SET seq = 1000 WHERE seq = 3',
      'UPDATE chunk SET seq = 3 WHERE seq = 4',
      'UPDATE chunk SET seq = 4 WHERE seq = 1000',
    );
    view(0, LAST, 1e6);
    expect(damaged().toSorted((a, b) => a[0] - b[0])).toEqual([
      [3 * POINTS, 4 * POINTS - 1],
      [4 * POINTS, 5 * POINTS - 1],
    ]);
  });

  it('a chunk of another series is a gap', () => {
    const other = library.newRun('other');
    library.flush(other, chunk(0, valuesOf(0)));
    const newest = '(SELECT max(id) FROM series)';
    exec(
      `DELETE FROM chunk WHERE seq = 0 AND series_id = ${newest}`,
      `UPDATE chunk SET series_id = ${newest} WHERE seq = 0`,
    );
    expect(library.store.readValues(other, 'train/loss')).toEqual([]);
    expect(library.store.readValues(id, 'train/loss').length).toBe(CHUNKS - 1);
  });

  it('a summary in the place of the values is a gap, even where both are of one length', () => {
    const tiny = library.newRun('tiny');
    library.flush(tiny, chunk(0, [1, 2, 3]));
    exec('UPDATE chunk SET data = summary, data_crc = summary_crc WHERE n = 3');
    expect(library.store.readValues(tiny, 'train/loss')).toEqual([]);
  });

  it('a codec that is not known is a gap', () => {
    exec(`UPDATE chunk SET codec = 1 WHERE seq = ${BAD}`);
    expectGapAt(view(0, LAST, 200), BAD_FIRST, BAD_LAST);
  });

  it.each(['first_step = first_step - 1', 'stride = 2', 'n = n - 1'])('so is %s', (change) => {
    exec(`UPDATE chunk SET ${change} WHERE seq = ${BAD}`);
    view(0, LAST, 1e6);
    expect(damaged()).toHaveLength(1);
  });
});
