import { expect, test } from 'vitest';
import {
  parseTypedNumber,
  parseTypedNumbers,
  typedForm,
} from '../../../renderer/src/lib/parse-number.ts';

test.each([
  ['0.001', 0.001],
  ['1e-3', 0.001],
  ['1/1000', 0.001],
  [' .5 ', 0.5],
  ['5.', 5],
  ['-2', -2],
  ['\u22122', -2],
  ['+3', 3],
  ['1 / 4', 0.25],
  ['1e-3/2', 0.0005],
  ['０．１', 0.1],
  ['１／８', 0.125],
])('%s is %f', (typed, value) => {
  expect(parseTypedNumber(typed)).toBe(value);
});

test.each([
  '',
  ' ',
  'abc',
  '0,1',
  '1/0',
  '1/2/3',
  '1/',
  '/2',
  '1e',
  'Infinity',
  '0x10',
  '1_000',
  '1e999',
])('%j is no number', (typed) => {
  expect(parseTypedNumber(typed)).toBeNull();
});

test.each([
  ['30, 60 90', [30, 60, 90]],
  ['1/2；1e-3、−4', [0.5, 0.001, -4]],
  ['', []],
  ['30, sixty', null],
])('the list %j', (typed, numbers) => expect(parseTypedNumbers(typed)).toEqual(numbers));

test.each([
  [0.001, '0.001'],
  [5_000_000, '5000000'],
  [4_294_967_295, '4294967295'],
  [1e12, '1e12'],
  [1e-12, '1e-12'],
  [-2.9, '-2.9'],
])('%d is shown as %s, which can be typed', (value, shown) => {
  expect(typedForm(value)).toBe(shown);
  expect(parseTypedNumber(shown)).toBe(value);
});
