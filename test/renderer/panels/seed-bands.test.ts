import { beforeEach, expect, test } from 'vitest';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { PlotSeries } from '../../../renderer/src/charts/plot.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { withSeedBands, type DrawnLine } from '../../../renderer/src/panels/seed-bands.ts';
import type { AnyRun } from '../../../renderer/src/state/stage-run.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

/** One value a bucket, at the steps 0, 1, 2, … */
function viewOf(values: readonly number[]): SeriesView {
  const steps = Float64Array.from(values.keys());
  const [min, max] = [Float64Array.from(values), Float64Array.from(values)];
  return { first: steps, last: steps, min, max, nonFinite: new Float64Array(values.length) };
}

function drawn(seed: number, values: readonly number[], more: Partial<PlotSeries> = {}): DrawnLine {
  const series = {
    id: `${seed}`,
    label: `seed ${seed}`,
    slot: seed,
    view: viewOf(values),
    ...more,
  };
  return { config: bowl({ totalSteps: 10, seed }), run: null, series: [series] };
}

const bandsOf = (lines: readonly DrawnLine[]): readonly (readonly number[][] | null)[] =>
  withSeedBands(lines).series.map(({ band }) =>
    band ? [[...band.low.min], [...band.high.max]] : null,
  );

test('between the least and the greatest of three seeds is the band, in the colour of the first', () => {
  const lines = [drawn(1, [4, 3, 2]), drawn(2, [4, 5, 1]), drawn(3, [4, 4, 4])];
  expect(bandsOf(lines)).toEqual([
    [
      [4, 3, 1],
      [4, 5, 4],
    ],
    null,
    null,
  ]);
  const { series, words } = withSeedBands(lines);
  expect(words).toEqual(['tint: least to greatest of 3 seeds']);
  expect(series.map(({ pale }) => pale)).toEqual([true, true, true]);
});

test('two seeds have none, and the same seed twice is one', () => {
  const two = [drawn(1, [4, 3]), drawn(2, [4, 5])];
  expect(bandsOf(two)).toEqual([null, null]);
  expect(bandsOf([...two, drawn(2, [4, 5])])).toEqual([null, null, null]);
  expect(withSeedBands(two).words).toEqual([]);
});

test('other settings are no seeds, and each has a band of its own', () => {
  const other = (seed: number, values: readonly number[]): DrawnLine => ({
    ...drawn(seed, values),
    config: bowl({ totalSteps: 10, seed, lr: 0.02 }),
  });
  const lines = [1, 2, 3].flatMap((seed) => [drawn(seed, [seed]), other(seed, [10 * seed])]);
  expect(bandsOf(lines).filter((band) => band !== null)).toEqual([
    [[1], [3]],
    [[10], [30]],
  ]);
});

test('the band ends where one of the runs does; one that diverged does not end it', () => {
  const lines = [drawn(1, [4, 3, 2]), drawn(2, [4, 5]), drawn(3, [4, 4, 4])];
  expect(bandsOf(lines)[0]).toEqual([
    [4, 3],
    [4, 5],
  ]);
  const diverged = { ...drawn(4, [1e9]), run: { state: 'diverged' } as AnyRun };
  expect(bandsOf([...lines, diverged])[0]).toEqual([
    [4, 3],
    [4, 5],
  ]);
});

test('runs whose steps stand at different places have none', () => {
  const at = (seed: number): DrawnLine =>
    drawn(seed, [4, 3], { places: { at: (step) => seed * step, nearestStep: () => 0 } });
  expect(bandsOf([at(1), at(2), at(3)])).toEqual([null, null, null]);
});

test('behind a smoothed line the recorded one is not counted', () => {
  const faint = (line: DrawnLine): DrawnLine => ({
    ...line,
    series: [{ ...line.series[0]!, view: viewOf([100, 100]), faint: true }, ...line.series],
  });
  const lines = [drawn(1, [4, 3]), drawn(2, [4, 5]), drawn(3, [4, 4])].map(faint);
  expect(bandsOf(lines)).toEqual([
    null,
    [
      [4, 3],
      [4, 5],
    ],
    null,
    null,
    null,
    null,
  ]);
});
