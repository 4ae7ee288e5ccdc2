import { beforeEach, expect, test } from 'vitest';
import { schedules } from '../../../core/schedules/index.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { timeUnitWords } from '../../../renderer/src/i18n/time-unit.ts';

const { params } = schedules.cosine;

beforeEach(() => setLocale('en'));

test('a length counts units, and 0 is the run', () => {
  expect(timeUnitWords(params.length, 300, 'step')).toBe('steps');
  expect(timeUnitWords(params.length, 3, 'epoch')).toBe('epochs');
  expect(timeUnitWords(params.length, 0, 'epoch')).toBe('the whole run');
  expect(timeUnitWords(schedules.step.params.stepSize, 0, 'step')).toBe('a third of the run');
});

test('a decay acts per unit; a floor has none', () => {
  expect(timeUnitWords(schedules['inverse-time'].params.decay, 0.01, 'epoch')).toBe('per epoch');
  expect(timeUnitWords(params.floor, 0, 'step')).toBeNull();
});

test('and so in Chinese', () => {
  setLocale('zh-CN');
  expect(timeUnitWords(params.length, 0, 'step')).toBe('整个运行');
  expect(timeUnitWords(params.length, 5, 'sample')).toBe('个样本');
});
