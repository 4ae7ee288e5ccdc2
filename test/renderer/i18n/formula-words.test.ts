import { expect, test } from 'vitest';
import { formulaFault } from '../../../renderer/src/i18n/formula-words.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';

const broken = [
  '',
  'x +',
  'x $ 2',
  '1.2.3',
  'foo(x)',
  'sin x',
  '(x + 1',
  'x)',
  'x, y',
  'max(x)',
  'x y z',
  'x'.repeat(5000),
  '('.repeat(100) + 'x' + ')'.repeat(100),
];

test.each(['en', 'zh-CN'] as const)('every fault has a sentence in %s', (locale) => {
  setLocale(locale);
  for (const typed of broken) {
    const sentence = formulaFault(typed);
    expect(sentence, typed.slice(0, 20)).toMatch(/[.。]$/);
    expect(sentence).not.toMatch(/\{\{|undefined|formula\.[a-z]/);
  }
});

test('says where', () => {
  setLocale('en');
  expect(formulaFault('x + foo')).toContain('5');
  expect(formulaFault('0.5(x^2 + 20y^2)')).toBeNull();
});
