import { beforeEach, describe, expect, it } from 'vitest';
import {
  notBegun,
  type KeptLearning,
  type LessonProgress,
} from '../../../electron/ipc/lesson-progress.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { progressReport } from '../../../renderer/src/i18n/progress-report.ts';

const at = new Date(2026, 10, 27, 16, 0).getTime();
const learning = (lesson: number, progress: Partial<LessonProgress>): KeptLearning => ({
  lessons: [{ lesson, at, progress: { ...notBegun, ...progress } }],
  judged: {},
});
/** What is said of lesson 1. */
const first = (progress: Partial<LessonProgress>): string =>
  progressReport(learning(1, progress), at).split('\n## ')[1]!;

const tries = [
  { label: 'η₀ = 0.1', measured: 70, met: false },
  { label: 'η₀ = 0.5', measured: 1, met: true },
  { label: 'η₀ = 0.4', measured: 9, met: true },
  { label: 'η₀ = 2', measured: 'never', met: false },
] as const;

describe('a report of progress', () => {
  beforeEach(() => setLocale('en'));

  it('tells of every lesson, in their order, and sums up', () => {
    const report = progressReport(
      {
        ...learning(1, { ran: true, checked: 'a', conclusion: 'c', met: true }),
        judged: { 'must-decay': 'false', 'larger-is-faster': 'true' },
      },
      at,
    );
    const headings = [...report.matchAll(/^## Lesson (\d+): \S/gm)].map(([, n]) => Number(n));
    expect(headings).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(report).toContain('1 of 16 lessons done, challenges met: 1');
    expect(report).toContain('2 of 28 statements judged, 1 of them right.');
    expect(report.match(/Not begun\./g)).toHaveLength(15);
    expect(report.endsWith('\n')).toBe(true);
  });

  it('says in words what was predicted, and not whether it was right before the run', () => {
    expect(first({ predicted: 'step' })).toContain('- Prediction: at 0.6 (not run yet)');
    expect(first({ predicted: 'step', ran: true })).toContain('- Prediction: at 0.6 (right)');
    const other = first({ predicted: 'rate', ran: true, checked: 'first' });
    expect(other).toContain('- Prediction: at 0.1 (it came out otherwise)');
    expect(other).toMatch(/- Check: \S.* \(not right\)/);
  });

  it.each([
    [tries, true, 'Challenge met; the best of 4 tries: η₀ = 0.5 – 1 step'],
    [tries.slice(0, 1), false, 'Challenge not met yet in 1 try: η₀ = 0.1 – 70 steps'],
    [tries.slice(3), false, 'Challenge not met yet in 1 try: η₀ = 2 – it never arrived'],
  ])('tells the best try of a challenge', (made, met, said) => {
    expect(first({ tries: made, met })).toContain(`- ${said}`);
  });

  it('says a try in the language of the page, and of a goal between two numbers the last', () => {
    const settings = '{"lr":0.4}';
    const said = first({
      tries: [{ label: '学习率 0.4', settings, measured: 9, met: true }],
      met: true,
    });
    expect(said).toContain('Challenge met in 1 try: η₀ = 0.4');
    const made = [12, 40].map((measured, i) => ({ label: `try ${i}`, measured, met: false }));
    const report = progressReport(learning(15, { tries: made }), at).split('\n## ')[15]!;
    expect(report).toContain('try 1');
    expect(report).not.toContain('try 0');
  });

  it.each([
    ['- 0.3 is best', '> \\- 0.3 is best'],
    ['1. first', '> 1\\. first'],
    ['a &lt; b', '> a \\&lt; b'],
  ])('%s stays a sentence', (conclusion, written) => {
    expect(first({ conclusion })).toContain(written);
  });

  it('shows a sentence as it was typed, whatever Markdown would make of it', () => {
    const conclusion = '# *η* <b>shrinks</b> [not](x) $5';
    expect(first({ conclusion })).toContain(
      '> \\# \\*η\\* \\<b\\>shrinks\\</b\\> \\[not\\](x) \\$5',
    );
  });

  it('speaks the language of the page', () => {
    setLocale('zh-CN');
    const report = progressReport(learning(1, { ran: true, tries, met: true }), at);
    expect(report).toContain('# 下山：学习进度');
    expect(report).toContain('挑战通过，试过 4 次，最好的一次：η₀ = 0.5，用了 1 步');
    expect(report).not.toMatch(/Lesson|Challenge|undefined|\{\{/);
  });
});
