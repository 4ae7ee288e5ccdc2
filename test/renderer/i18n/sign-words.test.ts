import { expect, test } from 'vitest';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { gainSign, limitSign } from '../../../renderer/src/i18n/sign-words.ts';

test.each(['en', 'zh-CN'] as const)(
  '2/L and 2/κ name each other only where both are there (%s)',
  (locale) => {
    setLocale(locale);
    expect(limitSign(false).words).not.toContain('κ');
    expect(limitSign(true).words).toContain('2/κ');
    expect(gainSign(false).words).not.toContain('L');
    expect(gainSign(true).words).toContain('2/L');
    expect(limitSign(true).label).toContain('2/L');
    expect(gainSign(true).label).toContain('2/κ');
  },
);
