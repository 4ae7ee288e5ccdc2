import { expect, test } from 'vitest';
import { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import { joinViews, lastStepOf } from '../../../renderer/src/lib/join-views.ts';
import { ramp } from '../../support/fake-lab.ts';

test('two parts of a series are the series', () => {
  const buffer = new SeriesBuffer();
  buffer.append(ramp('train/loss', 0, 99));
  const joined = joinViews(buffer.view(0, 39, 100), buffer.view(40, 99, 100));
  expect(joined).toEqual(buffer.view(0, 99, 200));
  expect(lastStepOf(joined)).toBe(99);
});

test('an empty part changes nothing', () => {
  const buffer = new SeriesBuffer();
  buffer.append(ramp('train/loss', 0, 9));
  const whole = buffer.view(0, 9, 100);
  const none = buffer.view(50, 60, 100);
  expect(lastStepOf(none)).toBe(-1);
  expect(joinViews(whole, none)).toEqual(whole);
});
