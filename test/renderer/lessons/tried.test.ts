import { afterAll, expect, it } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { triedSettings, triedWords } from '../../../renderer/src/i18n/tried-settings.ts';
import { lessons } from '../../../renderer/src/lessons/index.ts';
import type { Lesson } from '../../../renderer/src/lessons/lesson.ts';
import { configOf, settingsOf } from '../../../renderer/src/lessons/tried.ts';

afterAll(() => setLocale('zh-CN'));

const all = Object.values<Lesson>(lessons);
const outcome = { measured: 1, met: true };

it.each(all)(
  'tries at lesson $number are kept without words, and said in both languages',
  ({ challenge }) => {
    const { runs, locked } = challenge.experiment;
    const begun = runs[0]!.config;
    for (const { config } of challenge.verified) {
      const settings = settingsOf(begun, config)!;
      expect(settings).not.toMatch(/[\u4e00-\u9fff]/);
      const tried = { label: 'as it was said', settings, ...outcome };
      expect(configOf(begun, tried)).toEqual(parseExperimentConfig(config));
      for (const locale of ['en', 'zh-CN'] as const) {
        setLocale(locale);
        expect(triedWords(tried, challenge)).toBe(triedSettings(begun, config, locked));
      }
    }
  },
);

it('a try of an older version, or one that could not run any more, is said as it was', () => {
  const { challenge } = all[0]!;
  expect(triedWords({ label: 'k 0.1', ...outcome }, challenge)).toBe('k 0.1');
  for (const settings of ['{"lr":-1}', '{', '{"optimizer":{"id":"gone"}}']) {
    expect(triedWords({ label: 'k 0.1', settings, ...outcome }, challenge)).toBe('k 0.1');
  }
});
