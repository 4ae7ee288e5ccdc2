import type {
  KeptLearning,
  LessonProgress,
  LessonTry,
} from '../../../electron/ipc/lesson-progress.ts';
import { isDone, notBegun } from '../../../electron/ipc/lesson-progress.ts';
import { formatFullMoment } from '../lib/date.ts';
import { contents } from '../lessons/contents.ts';
import type { Challenge, Lesson } from '../lessons/lesson.ts';
import { plainWords } from '../lessons/plain-words.ts';
import { lessonNumbered } from '../lessons/numbered.ts';
import { wordsOfLesson } from '../lessons/texts.ts';
import type { LessonAnswer, LessonWords } from '../lessons/text.ts';
import { statements } from '../misconceptions/index.ts';
import { isJudgedRight } from '../misconceptions/statement.ts';
import { locale, t } from './i18n.svelte.ts';
import { measuredWords } from './measure-words.ts';
import { triedWords } from './tried-settings.ts';

/**
 * How far somebody has come, as Markdown in the language of the page: every lesson with what was predicted, answered,
 * tried and concluded. `at` is the moment of which it speaks, in milliseconds since 1970.
 */
export function progressReport({ lessons, judged }: KeptLearning, at: number): string {
  const progressOf = (number: number): LessonProgress =>
    lessons.find(({ lesson }) => lesson === number)?.progress ?? notBegun;
  const numbers = contents.map(({ number }) => number).sort((a, b) => a - b);
  const all = numbers.map(progressOf);
  const known = statements.filter(({ id }) => id in judged);
  const summary = t('progress.summary', {
    date: formatFullMoment(at, locale()),
    done: all.filter(isDone).length,
    all: all.length,
    met: all.filter(({ met }) => met).length,
    judged: known.length,
    statements: statements.length,
    right: known.filter((one) => isJudgedRight(one, judged[one.id])).length,
  });
  return (
    [
      `# ${t('progress.title')}`,
      summary,
      ...numbers.map((number) => lessonReport(number, progressOf(number))),
    ].join('\n\n') + '\n'
  );
}

function lessonReport(number: number, progress: LessonProgress): string {
  const { folder, lesson } = lessonNumbered(number);
  const words = wordsOfLesson(folder, locale());
  const heading = `## ${t('progress.lesson', { number, title: words.title })}`;
  if (progress === notBegun) return `${heading}\n\n${t('progress.state.untouched')}`;
  const state = t(isDone(progress) ? 'progress.state.done' : 'progress.state.begun');
  const lines = [
    ...answerLines(progress, lesson, words),
    ...challengeLine(progress, lesson.challenge),
  ].map((line) => `- ${line}`);
  const { conclusion } = progress;
  const sentence =
    conclusion === '' ? [] : [`${t('progress.conclusion')}\n\n> ${escaped(conclusion)}`];
  return [heading, state, ...(lines.length > 0 ? [lines.join('\n')] : []), ...sentence].join(
    '\n\n',
  );
}

function answerLines(
  { predicted, drawn, ran, checked }: LessonProgress,
  { answers, claims }: Lesson,
  { sections }: LessonWords,
): readonly string[] {
  const wordsOf = (offers: readonly LessonAnswer[], id: string | null): string | null => {
    const answer = offers.find((one) => one.id === id);
    return answer ? plainWords(answer.inlines, claims) : null;
  };
  const prediction = wordsOf(sections.predict.offers, predicted);
  const asPredicted = t(predicted === answers.predict ? 'progress.right' : 'progress.otherwise');
  const check = wordsOf(sections.check.offers, checked);
  const verdict = t(checked === answers.check ? 'progress.right' : 'progress.wrong');
  return [
    ...(prediction === null
      ? []
      : [
          t('progress.predicted', {
            answer: prediction,
            // What comes out is not given away before it is seen.
            verdict: ran ? asPredicted : t('progress.notRun'),
          }),
        ]),
    ...(drawn.length > 0 ? [t('progress.drawn')] : []),
    ...(check === null ? [] : [t('progress.checked', { answer: check, verdict })]),
  ];
}

function challengeLine({ tries, met }: LessonProgress, challenge: Challenge): readonly string[] {
  const best = bestTry(tries, challenge);
  if (!best) return [];
  return [
    t('progress.best', {
      outcome: t(met ? 'progress.met' : 'progress.notMet'),
      count: tries.length,
      label: escaped(triedWords(best, challenge)),
      measured: measuredWords(challenge.measures, best.measured),
    }),
  ];
}

/** The least of what was measured, where the goal is a number to come down to; else the last that met it; else the last. */
function bestTry(tries: readonly LessonTry[], { goal }: Challenge): LessonTry | null {
  const meeting = tries.filter(({ met }) => met);
  const eligible = meeting.length > 0 ? meeting : tries;
  const sizeOf = ({ measured }: LessonTry): number =>
    typeof measured === 'number' ? measured : Infinity;
  if (typeof goal !== 'number') return eligible.at(-1) ?? null;
  return eligible.reduce<LessonTry | null>(
    (best, one) => (best === null || sizeOf(one) <= sizeOf(best) ? one : best),
    null,
  );
}

/** What somebody typed, so that Markdown shows it as it was typed. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&').replace(/^(\d*)([-+.)])(?=\s)/, '$1\\$2');
}
