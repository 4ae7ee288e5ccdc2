import { expect, test } from 'vitest';
import { presets } from '../../../core/experiment/presets.ts';
import { datasets } from '../../../core/datasets/index.ts';
import { objectives } from '../../../core/objectives/index.ts';
import { optimizers } from '../../../core/optimizers/index.ts';
import { runSchedules } from '../../../core/schedules/index.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { unexpected } from '../../support/unexpected.ts';
import { ExperimentDraft } from '../../../renderer/src/state/experiment-draft.svelte.ts';
import { contents } from '../../../renderer/src/lessons/contents.ts';
import { lessonName, localName } from '../../../renderer/src/i18n/local-name.ts';

test.each([
  ...Object.values(presets),
  ...Object.values(runSchedules),
  ...Object.values(optimizers),
  ...Object.values(datasets),
  ...Object.values(objectives),
])('the name $name.en is in the language of the page, whichever it was stored in', ({ name }) => {
  setLocale('zh-CN');
  expect(localName(name.en)).toBe(name.zh);
  setLocale('en');
  expect(localName(name.zh)).toBe(name.en);
});

test.each(contents)(
  'an experiment of lesson $number is called after it in either language',
  ({ number }) => {
    const { zh, en } = lessonName(number);
    expect(en).toMatch(new RegExp(`^Lesson ${number} \\w`));
    expect(zh).toMatch(new RegExp(`^第 ${number} 课 `));
    setLocale('zh-CN');
    expect(localName(en)).toBe(zh);
    setLocale('en');
    expect(localName(zh)).toBe(en);
  },
);

test('constants behind a name stay', () => {
  setLocale('zh-CN');
  expect(localName('inverse time, d = 0.01, η₀ = 0.5')).toBe('逆时间，d = 0.01，η₀ = 0.5');
});

test('the names of several runs, switches, forks and numbers are said in the other language', () => {
  const draft = new ExperimentDraft(unexpected);
  draft.chooseOptimizer('momentum');
  draft.chooseSchedule('inverse-time');
  draft.setScheduleParams({ staircase: true });
  draft.select(1);
  draft.chooseSchedule('cosine');
  draft.select(0);
  draft.forkRun(1000);
  draft.select(0);
  draft.forkRun(1000);
  setLocale('en');
  const english = draft.runNames;
  setLocale('zh-CN');
  const chinese = draft.runNames;
  expect(english.map(localName)).toEqual(chinese);
  setLocale('en');
  expect(chinese.map(localName)).toEqual(english);
  expect(english.at(-1)).toMatch(/^from step 1.000, Momentum, inverse time \(2\)$/);
});

test('what a person typed is theirs', () => {
  setLocale('zh-CN');
  for (const name of [
    'my run',
    'constant worry',
    'constant, as agreed',
    '常数？',
    'a = 1',
    'a = 1, b = 2',
  ]) {
    expect(localName(name)).toBe(name);
  }
});

test('a seed behind a name is said in the language of the page', () => {
  const draft = new ExperimentDraft(unexpected);
  draft.repeatRun();
  setLocale('en');
  const english = draft.runNames;
  expect(english.at(-1)).toMatch(/^constant, seed \d+$/);
  setLocale('zh-CN');
  const chinese = draft.runNames;
  expect(english.map(localName)).toEqual(chinese);
  setLocale('en');
  expect(chinese.map(localName)).toEqual(english);
});
