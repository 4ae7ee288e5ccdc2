import { expect, test } from 'vitest';
import { TrainingTime } from '../../../core/analysis/training-time.ts';
import { TravelSeries } from '../../../core/analysis/travel-series.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  timeEnd,
  travelEnd,
  unevenUnit,
  xAxesOf,
  xUnitOf,
} from '../../../renderer/src/lib/x-axes.ts';

const digits: ExperimentConfig = presets.digits.runs[0]!.config;
const bowl: ExperimentConfig = presets.pair.runs[0]!.config;

test('epochs and samples are offered where all runs see the same data alike', () => {
  expect(xAxesOf([digits, digits], false, false)).toEqual([
    'step',
    'log',
    'epoch',
    'sample',
    'share',
  ]);
  if (digits.problem.kind !== 'model') throw new Error('not a model');
  const other = { ...digits, problem: { ...digits.problem, batchSize: 64 } };
  expect(xAxesOf([digits, other], false, false)).toEqual(['step', 'log', 'share']);
  expect(xAxesOf([bowl], false, false)).toEqual(['step', 'log', 'share']);
  expect(xAxesOf([], true, false)).toEqual(['step']);
});

test('beside a training log, of which only steps are known, those and shares are offered', () => {
  expect(xAxesOf([bowl, null], true, true)).toEqual(['step', 'log', 'share']);
});

test('a step is read as so many epochs, samples, or per cent of the run', () => {
  setLocale('en');
  const words = (id: Parameters<typeof xUnitOf>[0]): string =>
    xUnitOf(id, digits, digits.totalSteps).words(900);
  expect([words('epoch'), words('share')]).toEqual(['20.0', '50.0\u202f%']);
  expect(words('sample').replace(/\D/g, '')).toBe('28800');
  setLocale('zh-CN');
  expect(words('share')).toBe('50.0%');
  expect(xUnitOf('step', digits, 1800).perStep).toBe(1);
});

test('travel is offered where it can be known of all runs', () => {
  expect(xAxesOf([bowl, { ...bowl, totalSteps: 10 }], true, false)).toEqual([
    'step',
    'log',
    'share',
    'travel',
  ]);
});

function travelled(...rates: number[]): TravelSeries {
  const travel = new TravelSeries();
  travel.append(rates);
  return travel;
}

test('on an axis of travel the cursor is a step of the selected run, read as what that run has travelled', () => {
  setLocale('en');
  const unit = unevenUnit('travel', travelled(0.5, 0.25, 0.25), 4);
  expect([0, 1, 3].map(unit.words)).toEqual(['0', '0.500', '1.00']);
  expect(unit.uneven!.end).toBe(4);
  expect(unit.uneven!.cursor.nearestStep(0.7)).toBe(2);
  expect(unit.uneven!.spoken!(2)).toBe('step t 2');
});

test('a run comes as far as its rates add up to; one whose rates are still to be made, as far as at its last', () => {
  const travel = travelled(0.5, 0.25);
  const config = { lr: 0.5, totalSteps: 10 };
  expect(travelEnd(travel, { ...config, totalSteps: 2 }, false)).toBe(0.75);
  expect(travelEnd(travel, config, true)).toBe(0.75);
  expect(travelEnd(travel, config, false)).toBe(0.75 + 8 * 0.25);
  expect(travelEnd(new TravelSeries(), config, false)).toBe(5);
});

test('training time is offered where it was measured of all runs; of one going on it ends at its pace so far', () => {
  setLocale('en');
  expect(xAxesOf([bowl, { ...bowl, totalSteps: 10 }], false, true)).toEqual([
    'step',
    'log',
    'share',
    'time',
  ]);
  const time = new TrainingTime([
    { step: 0, seconds: 0 },
    { step: 50, seconds: 2 },
  ]);
  expect(timeEnd(time, 200, false)).toBe(8);
  expect(timeEnd(time, 200, true)).toBe(2);
  expect(timeEnd(new TrainingTime([{ step: 0, seconds: 0 }]), 200, false)).toBe(0);
  // A fork's time begins where it left its run.
  const fork = new TrainingTime([
    { step: 100, seconds: 0 },
    { step: 150, seconds: 2 },
  ]);
  expect(timeEnd(fork, 200, false)).toBe(4);
  expect(timeEnd(new TrainingTime([{ step: 100, seconds: 0 }]), 200, false)).toBe(0);
  const unit = unevenUnit('time', time, 8);
  expect(unit.words(25)).toBe('1.00 s');
  expect(unit.uneven!.cursor.nearestStep(1)).toBe(25);
});
