import { expect, test } from 'vitest';
import type { RunSurvey } from '../../../core/training/run-survey.ts';
import type { SurveyQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import { SurveyState } from '../../../renderer/src/state/survey.svelte.ts';
import { bowl } from '../../support/experiments.ts';
import { explored } from '../../support/explored.ts';
import { FakeLab, settled } from '../../support/fake-lab.ts';

const STRIDE = 3;

function runOf(lr: number, slot = 0): ExploredRun {
  const config = bowl({ lr, totalSteps: 20 });
  return new ExploredRun(slot, 'run', config, explored(config));
}

/** Main that answers when it is told to: two updates at a time, each said to gain its step. */
function slowMain(): { lab: FakeLab; answer: () => Promise<void>; asked: () => SurveyQuery[] } {
  const lab = new FakeLab();
  const waiting: (() => void)[] = [];
  lab.answers['run:survey'] = (({ from, to }: SurveyQuery) =>
    new Promise<RunSurvey>((resolve) => {
      const values = Float64Array.of(from, from + STRIDE);
      const next = from + 2 * STRIDE;
      const series = { first: from, stride: STRIDE, values };
      const survey = {
        gain: series,
        curvedGain: series,
        limit: series,
        next: next < to ? next : null,
      };
      waiting.push(() => resolve(survey));
    })) as never;
  const answer = async (): Promise<void> => {
    waiting.shift()!();
    await settled();
  };
  return { lab, answer, asked: () => lab.calls.map(([, query]) => query as SurveyQuery) };
}

test('a survey is drawn part by part, and asked on where the part before ended', async () => {
  const { lab, answer, asked } = slowMain();
  const survey = new SurveyState(lab);
  const run = runOf(0.1);
  const done = survey.follow(run, ['gain']);
  await settled();
  expect(survey.of(run)).toBeNull();
  await answer();
  expect(survey.of(run)).toMatchObject({ stride: STRIDE, goesOn: true });
  expect(survey.of(run)!.gain.lastStep).toBe(3);
  for (let part = 0; part < 3; part++) await answer();
  await done;
  expect(survey.of(run)!.goesOn).toBe(false);
  expect(survey.of(run)!.gain.at(13)).toEqual({ step: 12, value: 12 });
  expect(asked().map(({ from, to }) => [from, to])).toEqual(
    [0, 6, 12, 18].map((from) => [from, 20]),
  );
  expect(asked()[0]!.of).toEqual({ kind: 'ahead', config: run.config });
});

test('the same run is not asked about twice', async () => {
  const { lab, answer, asked } = slowMain();
  const survey = new SurveyState(lab);
  const run = runOf(0.1);
  const done = survey.follow(run, ['gain']);
  await survey.follow(run, ['gain']);
  await settled();
  for (let part = 0; part < 4; part++) await answer();
  await done;
  await survey.follow(run, ['gain']);
  expect(asked()).toHaveLength(4);
});

test('while settings change, the survey before stays until there is something of the new', async () => {
  const { lab, answer, asked } = slowMain();
  const survey = new SurveyState(lab);
  const [first, second, third] = [runOf(0.1), runOf(0.2), runOf(0.3)];
  const done = survey.follow(first, ['gain']);
  await settled();
  await answer();
  const before = survey.of(first);
  void survey.follow(second, ['gain']);
  void survey.follow(third, ['gain']);
  await answer();
  expect(survey.of(third)).toBe(before);
  await answer();
  expect(survey.of(third)).not.toBe(before);
  const rates = asked().map(({ of }) => (of.kind === 'ahead' ? of.config.lr : null));
  expect(rates).toEqual([0.1, 0.1, 0.3, 0.3]);
  for (let part = 0; part < 3; part++) await answer();
  await done;
});

test('nothing is shown of another run, nor after the switch is off', async () => {
  const { lab, answer } = slowMain();
  const survey = new SurveyState(lab);
  const run = runOf(0.1);
  const done = survey.follow(run, ['gain']);
  await settled();
  await answer();
  expect(survey.of(runOf(0.1, 5))).toBeNull();
  survey.clear();
  expect(survey.of(run)).toBeNull();
  await answer();
  await done;
  expect(survey.of(run)).toBeNull();
  expect(lab.calls).toHaveLength(2);
});

test('why there is none is told, of the run that was asked about', async () => {
  const lab = new FakeLab();
  lab.answers['run:survey'] = () => {
    throw new AppError('too-large', 'too long');
  };
  const survey = new SurveyState(lab);
  const run = runOf(0.1);
  await survey.follow(run, ['gain']);
  expect(survey.of(run)).toBeNull();
  expect(survey.errorOf(run)?.code).toBe('too-large');
  expect(survey.errorOf(runOf(0.1, 5))).toBeNull();
});
