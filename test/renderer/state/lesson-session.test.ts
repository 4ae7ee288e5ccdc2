/** What stands on the stage of a lesson is there again after a restart. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  notBegun,
  type LessonProgress,
  type LessonStage,
} from '../../../electron/ipc/lesson-progress.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { fourTemperaments } from '../../../renderer/src/lessons/02-four-temperaments/lesson.ts';
import { LabSession } from '../../../renderer/src/state/lab-session.svelte.ts';
import { LessonsProgress } from '../../../renderer/src/state/lesson-progress.svelte.ts';
import { LessonSession } from '../../../renderer/src/state/lesson-session.svelte.ts';
import { FakeLab, runId, summary } from '../../support/fake-lab.ts';
import { unexpected } from '../../support/unexpected.ts';

const { number, experiment, challenge } = fourTemperaments;
const ran = experiment.runs.map(({ config }, i) => summary(`r${i}`, { config, step: 40 }));
const tried = summary('t', { config: { ...challenge.experiment.runs[0]!.config, lr: 0.2 } });
const ids = ran.map(({ id }) => id);
const begun: LessonProgress = { ...notBegun, section: 'seen', ran: true };

let lab: FakeLab;
let kept: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  setLocale('en');
  lab = new FakeLab();
  kept = [];
  const stored = [...ran, tried];
  lab.answers['run:summaries'] = (asked) => stored.filter(({ id }) => asked.includes(id));
  lab.answers['run:read'] = (id) => ({
    run: stored.find((run) => run.id === id)!,
    ...{ note: '', series: [], times: [], checkpointStep: null, events: [], imported: null },
  });
  lab.answers['lessons:keep'] = (_lesson, progress) => void kept.push(progress.stage);
});
afterEach(() => void vi.useRealTimers());

/** The lesson as it is opened where that was kept of it. */
async function opened(progress: LessonProgress | null): Promise<LessonSession> {
  const lessons = progress ? [{ lesson: number, at: 1, progress }] : [];
  lab.answers['lessons:progress'] = () => ({ lessons, judged: {} });
  const session = new LabSession(lab, 2000, unexpected, (callback) => callback());
  const open = new LessonSession(
    fourTemperaments,
    lab,
    session,
    new LessonsProgress(lab, unexpected),
  );
  open.setUp('experiment', 'title');
  await open.findAgain('title');
  return open;
}

async function rest(open: LessonSession): Promise<readonly unknown[]> {
  open.followStage();
  await vi.advanceTimersByTimeAsync(2000);
  return kept;
}

const stageOf = ({ onStage: on, session }: LessonSession): LessonStage => ({
  on,
  runs: session.runs.map(({ id }) => id),
  step: session.cursor.pinned,
});

it.each<LessonStage>([
  { on: 'experiment', runs: ids, step: 3 },
  { on: 'challenge', runs: [runId('t')], step: null },
  { on: 'challenge', runs: [], step: null },
  { on: 0, runs: [], step: null },
])('comes back as it was left: %o', async (stage) => {
  const open = await opened({ ...begun, stage });
  expect(stageOf(open)).toEqual(stage);
  if (stage.step !== null) expect(open.session.cursor.step).toBe(stage.step);
  expect(open.session.draft.locks('problem')).toBe(true);
  expect(open.session.editable).toBe(true);
  expect(open.session.draft.canUndo).toBe(false);
  // What is as it was kept is not kept once more: the lesson would count as the one in which something was done last.
  expect(await rest(open)).toEqual([]);
});

it('runs that are not all there any more are not put up', async () => {
  const open = await opened({
    ...begun,
    stage: { on: 'challenge', runs: [runId('t'), runId('gone')], step: 5 },
  });
  expect(stageOf(open)).toEqual({ on: 'challenge', runs: [], step: null });
});

it('a smaller experiment that the lesson has no more gives way to its experiment', async () => {
  const open = await opened({ ...begun, stage: { on: 19, runs: [runId('t')], step: null } });
  expect(stageOf(open)).toEqual({ on: 'experiment', runs: [], step: null });
});

it('what older versions kept has no stage, and is opened at the beginning', async () => {
  const open = await opened(begun);
  expect(stageOf(open)).toEqual({ on: 'experiment', runs: [], step: null });
  expect(await rest(open)).toEqual([]);
});

it('is kept once it has come to rest, and when the lesson is left', async () => {
  const open = await opened({ ...begun, stage: { on: 'experiment', runs: ids, step: 3 } });
  for (const step of [4, 5, 6]) {
    open.session.cursor.goTo(step);
    open.followStage();
  }
  expect(await rest(open)).toEqual([{ on: 'experiment', runs: ids, step: 6 }]);
  open.setUp('challenge', 'title');
  open.followStage();
  open.close();
  await vi.advanceTimersByTimeAsync(2000);
  expect(kept.at(-1)).toEqual({ on: 'challenge', runs: [], step: null });
});

it('a lesson that nobody has begun is not begun by being opened', async () => {
  const open = await opened(null);
  open.setUp(0, 'title');
  expect(await rest(open)).toEqual([]);
});
