import { expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import { schedules } from '../../../core/schedules/index.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { localName } from '../../../renderer/src/i18n/local-name.ts';

test.each([...Object.values(presets), ...Object.values(schedules)])(
  'the name $name.en is in the language of the page, whichever it was stored in',
  ({ name }) => {
    setLocale('zh-CN');
    expect(localName(name.en)).toBe(name.zh);
    setLocale('en');
    expect(localName(name.zh)).toBe(name.en);
  },
);

test('constants behind a name stay', () => {
  setLocale('zh-CN');
  expect(localName('inverse time, d = 0.01, η₀ = 0.5')).toBe('逆时间，d = 0.01，η₀ = 0.5');
});

test('what a person typed is theirs', () => {
  setLocale('zh-CN');
  for (const name of ['my run', 'constant worry', 'constant, as agreed', '常数？']) {
    expect(localName(name)).toBe(name);
  }
});
