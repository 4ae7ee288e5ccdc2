import { expect, test } from 'vitest';
import { cited } from '../../../renderer/src/training/sources.ts';

test('cites in the language of the page', () => {
  expect(cited('smith', 'en')).toBe('(Smith, 2017)');
  expect(cited('kalra', 'en')).toBe('(Kalra & Barkeshli, 2024)');
  expect(cited('goyal', 'en')).toBe('(Goyal et al., 2017)');
  expect(cited('goyal', 'zh-CN')).toBe('（Goyal 等，2017）');
});
