import { expect, it } from 'vitest';
import { paperSize } from '../../../electron/main/paper-size.ts';

it.each([
  [['en-US'], 'Letter'],
  [['es-MX', 'en'], 'Letter'],
  [['en-GB', 'en-US'], 'A4'],
  [['zh-Hans-CN', 'en-US'], 'A4'],
  // The country of a language that names none is that of the next one.
  [['en', 'fr-CA'], 'Letter'],
  [['zh-Hans'], 'A4'],
  [[], 'A4'],
] as const)('%j print on %s', (languages, paper) => {
  expect(paperSize(languages)).toBe(paper);
});
