import { expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { xAxesOf, xUnitOf } from '../../../renderer/src/lib/x-axes.ts';

const digits: ExperimentConfig = presets.digits.runs[0]!.config;
const bowl: ExperimentConfig = presets.pair.runs[0]!.config;

test('epochs and samples are offered where all runs see the same data alike', () => {
  expect(xAxesOf([digits, digits])).toEqual(['step', 'epoch', 'sample', 'share']);
  if (digits.problem.kind !== 'model') throw new Error('not a model');
  const other = { ...digits, problem: { ...digits.problem, batchSize: 64 } };
  expect(xAxesOf([digits, other])).toEqual(['step', 'share']);
  expect(xAxesOf([bowl])).toEqual(['step', 'share']);
  expect(xAxesOf([])).toEqual(['step']);
});

test('a share of the run is offered only where all runs are equally long', () => {
  expect(xAxesOf([bowl, { ...bowl, totalSteps: 10 }])).toEqual(['step']);
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
