import { expect, test } from 'vitest';
import type { StepExplanation } from '../../../core/training/explain-step.ts';
import type { StepQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { StepCard } from '../../../renderer/src/state/step-card.svelte.ts';
import { bowl } from '../../support/experiments.ts';
import { FakeLab, runId, settled } from '../../support/fake-lab.ts';

const query = (step: number): StepQuery => ({
  of: { kind: 'run', id: runId('a') },
  step,
  index: 0,
});
const run = { id: 'a', config: bowl() };
const ended = (step: number): StepExplanation => ({
  kind: 'ended',
  step,
  outcome: { status: 'finished', reason: 'max-steps', step },
});

/** Main that answers when it is told to. */
function slowMain(): { lab: FakeLab; answer: () => Promise<void> } {
  const lab = new FakeLab();
  const waiting: (() => void)[] = [];
  lab.answers['step:explain'] = (({ step }: StepQuery) =>
    new Promise<StepExplanation>((resolve) => {
      waiting.push(() => resolve(ended(step)));
    })) as never;
  const answer = async (): Promise<void> => {
    waiting.shift()!();
    await settled();
  };
  return { lab, answer };
}

test('a scrub asks one question at a time, and the last step is answered last', async () => {
  const { lab, answer } = slowMain();
  const card = new StepCard(lab);
  const all = [1, 2, 3, 4].map((step) => card.follow(run, query(step)));
  await settled();
  expect(lab.calls).toHaveLength(1);
  await answer();
  expect(card.toldOf(run)?.explanation).toEqual(ended(1));
  await answer();
  expect(card.toldOf(run)?.explanation).toEqual(ended(4));
  await Promise.all(all);
  expect(lab.calls.map(([, asked]) => (asked as StepQuery).step)).toEqual([1, 4]);
});

test('what comes back for a stage that is empty by now is not shown', async () => {
  const { lab, answer } = slowMain();
  const card = new StepCard(lab);
  const done = card.follow(run, query(1));
  await settled();
  card.clear();
  await answer();
  await done;
  expect(card.toldOf(run)).toBeNull();
});

test('what was told of one run is not shown for another, nor is why nothing was', async () => {
  const { lab, answer } = slowMain();
  const card = new StepCard(lab);
  const other = { id: 'b', config: bowl({ lr: 0.5 }) };
  const first = card.follow(run, query(1));
  await settled();
  await answer();
  await first;
  expect(card.toldOf(run)).toEqual({ run, explanation: ended(1) });
  expect(card.toldOf(other)).toBeNull();
  lab.answers['step:explain'] = () => {
    throw new AppError('too-large', '');
  };
  await card.follow(other, query(2));
  expect([card.errorOf(run), card.errorOf(other)?.code]).toEqual([null, 'too-large']);
});

test('a refusal is kept until the next answer; a superseded question is none', async () => {
  const lab = new FakeLab();
  const card = new StepCard(lab);
  const refuse = (code: 'too-large' | 'superseded') => (): never => {
    throw new AppError(code, '');
  };
  lab.answers['step:explain'] = refuse('superseded');
  await card.follow(run, query(1));
  expect(card.errorOf(run)).toBeNull();
  lab.answers['step:explain'] = refuse('too-large');
  await card.follow(run, query(1));
  expect(card.errorOf(run)?.code).toBe('too-large');
  lab.answers['step:explain'] = ({ step }) => ended(step);
  await card.follow(run, query(5));
  expect(card.errorOf(run)).toBeNull();
  expect(card.toldOf(run)?.explanation).toEqual(ended(5));
});

test('it is opened and closed, and keeps the coordinate that was chosen', () => {
  const card = new StepCard(new FakeLab());
  card.toggle();
  card.look(1);
  expect([card.open, card.index]).toEqual([true, 1]);
  card.toggle();
  card.toggle();
  card.close();
  expect([card.open, card.index]).toEqual([false, 1]);
});

/** Main that tells of an update of so many coordinates, of which the third moves most. */
function movingMain(dim: () => number): FakeLab {
  const lab = new FakeLab();
  lab.answers['step:explain'] = (({ step, index }: StepQuery) => ({
    kind: 'update',
    update: { step, dim: dim(), index: index ?? 2 },
  })) as never;
  return lab;
}

const most = (step: number, card: StepCard): StepQuery => ({ ...query(step), index: card.index });

test('it begins at the coordinate that moves most, and stays there while the cursor moves', async () => {
  const card = new StepCard(movingMain(() => 5));
  card.toggle();
  expect(card.index).toBeNull();
  await card.follow(run, most(1, card));
  expect(card.index).toBe(2);
  await card.follow(run, most(2, card));
  expect(card.index).toBe(2);
  card.toggle();
  card.toggle();
  expect(card.index).toBeNull();
  card.look(4);
  await card.follow(run, most(3, card));
  expect(card.index).toBe(4);
});

test('of a problem with other coordinates it looks anew, chosen or not', async () => {
  let dim = 5;
  const card = new StepCard(movingMain(() => dim));
  card.toggle();
  for (const choose of [() => {}, () => card.look(1)]) {
    await card.follow(run, most(1, card));
    choose();
    expect(card.index).not.toBeNull();
    dim++;
    await card.follow(run, most(2, card));
    expect(card.index).toBeNull();
    await card.follow(run, most(2, card));
    expect(card.index).toBe(2);
  }
});
