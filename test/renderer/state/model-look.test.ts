import { expect, test } from 'vitest';
import type { ModelAtStep } from '../../../core/model-views/model-view.ts';
import type { ModelQuery } from '../../../electron/ipc/contract.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { ModelLook } from '../../../renderer/src/state/model-look.svelte.ts';
import { FakeLab, runId, settled } from '../../support/fake-lab.ts';

const query = (step: number): ModelQuery => ({ of: { kind: 'run', id: runId('a') }, step });
const at = (step: number): ModelAtStep => ({ step, view: { kind: 'not-finite' } });

/** Main that answers when it is told to, and refuses what is overtaken. */
function slowMain(): {
  lab: FakeLab;
  steps: () => number[];
  answer: (step: number) => Promise<void>;
} {
  const lab = new FakeLab();
  const waiting = new Map<number, { resolve: () => void; refuse: () => void }>();
  lab.answers['model:view'] = (({ step }: ModelQuery) =>
    new Promise<ModelAtStep>((resolve, reject) => {
      for (const older of waiting.values()) older.refuse();
      waiting.set(step!, {
        resolve: () => resolve(at(step!)),
        refuse: () => reject(new AppError('superseded', '')),
      });
    })) as never;
  return {
    lab,
    steps: () => lab.calls.map(([, asked]) => (asked as ModelQuery).step!),
    answer: async (step) => {
      waiting.get(step)!.resolve();
      waiting.delete(step);
      await settled();
    },
  };
}

test('a scrub asks one question at a time, and the last step is answered last', async () => {
  const { lab, steps, answer } = slowMain();
  const look = new ModelLook(lab, () => 0);
  const all = [1, 2, 3, 4].map((step) => look.follow(query(step)));
  await settled();
  expect(steps()).toEqual([1]);
  await answer(1);
  expect(look.seen).toEqual(at(1));
  await answer(4);
  expect(look.seen).toEqual(at(4));
  await Promise.all(all);
  expect(steps()).toEqual([1, 4]);
});

test('an answer that takes long gives way to what is wanted by then', async () => {
  const { lab, steps, answer } = slowMain();
  let now = 0;
  const look = new ModelLook(lab, () => now);
  const first = look.follow(query(900));
  await settled();
  now = 399;
  await look.follow(query(3));
  expect(steps()).toEqual([900]);
  now = 400;
  const third = look.follow(query(4));
  await settled();
  expect(steps()).toEqual([900, 4]);
  await answer(4);
  await Promise.all([first, third]);
  expect(look.seen).toEqual(at(4));
  expect(look.error).toBeNull();
  expect(steps()).toEqual([900, 4]);
});

test('what comes back for a stage without a model by now is not shown', async () => {
  const { lab, answer } = slowMain();
  const look = new ModelLook(lab, () => 0);
  const done = look.follow(query(1));
  await settled();
  look.clear();
  await answer(1);
  await done;
  expect(look.seen).toBeNull();
});

test('a refusal is kept until the next answer; a superseded question is none', async () => {
  const lab = new FakeLab();
  const look = new ModelLook(lab);
  const refuse = (code: 'too-large' | 'superseded') => (): never => {
    throw new AppError(code, '');
  };
  lab.answers['model:view'] = refuse('superseded');
  await look.follow(query(1));
  expect(look.error).toBeNull();
  lab.answers['model:view'] = refuse('too-large');
  await look.follow(query(1));
  expect(look.error?.code).toBe('too-large');
  lab.answers['model:view'] = ({ step }) => at(step!);
  await look.follow(query(5));
  expect(look.error).toBeNull();
  expect(look.seen).toEqual(at(5));
});
