import { beforeEach, expect, test } from 'vitest';
import { localName } from '../../../renderer/src/i18n/local-name.ts';
import { namesInPictures, runNames } from '../../../renderer/src/i18n/run-names.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { bowl } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

const adam = bowl({ optimizer: { id: 'adam', params: {} }, lr: 0.03 });
/** Without noise: nothing of it is stochastic. */
const exact = (lr: number): ExperimentConfig =>
  parseExperimentConfig({ ...bowl({ lr }), problem: { ...bowl().problem, noise: 0 } });
const plain = exact(0.5);

test('runs of a race are called by their rates, in either language', () => {
  expect(runNames([adam, plain])).toEqual(['Adam', 'Gradient descent']);
  const english = runNames([adam, plain], true);
  expect(english).toEqual(['Adam, η₀ = 0.03', 'Gradient descent, η₀ = 0.5']);
  setLocale('zh-CN');
  expect(english.map(localName)).toEqual(runNames([adam, plain], true));
  expect(runNames([adam, plain], true)[0]).toBe('Adam，η₀ = 0.03');
});

test('descent is called SGD where chance has a part, in both languages', () => {
  const noisy = bowl({ lr: 0.5 });
  expect(runNames([adam, noisy])).toEqual(['Adam', 'SGD']);
  setLocale('zh-CN');
  expect(runNames([adam, noisy])).toEqual(['Adam', 'SGD']);
  expect(runNames([adam, plain])).toEqual(['Adam', '梯度下降']);
  expect(localName('SGD, linear, η₀ = 1')).toBe('SGD，线性，η₀ = 1');
});

test('pictures leave out rates that are not needed to tell runs apart', () => {
  expect(namesInPictures(['Adam, η₀ = 0.03', 'Gradient descent, η₀ = 0.5, d = 1'])).toEqual([
    'Adam',
    'Gradient descent, d = 1',
  ]);
  expect(namesInPictures(['Adam，η₀ = 0.03', '梯度下降，η₀ = 0.5'])).toEqual(['Adam', '梯度下降']);
  const apart = ['constant, η₀ = 0.03', 'constant, η₀ = 0.5'];
  expect(namesInPictures(apart)).toBe(apart);
});

test('a fork says first where it leaves: the end of a long name may be cut', () => {
  const fork = parseExperimentConfig({ ...plain, fork: { step: 40, from: plain } });
  expect(runNames([plain, adam, fork])[2]).toBe('from step 40, Gradient descent');
  setLocale('zh-CN');
  expect(runNames([plain, adam, fork])[2]).toMatch(/^第 40 步分叉，/);
});

test('a computed rate has few digits in a name, and as many as tell it from another', () => {
  const lr = 2 / 101;
  expect(runNames([exact(lr), exact(0.5)])).toEqual(['η₀ = 0.0198', 'η₀ = 0.5']);
  expect(runNames([exact(lr), adam], true)[0]).toBe('Gradient descent, η₀ = 0.0198');
  expect(runNames([exact(lr), exact(0.0198)])).toEqual([`η₀ = ${lr}`, 'η₀ = 0.0198']);
});
