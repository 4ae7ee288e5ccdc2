import { describe, expect, test } from 'vitest';
import type { ModelAtStep } from '../../../core/model-views/model-view.ts';
import type { ModelQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { ModelLook, type WantedLook } from '../../../renderer/src/state/model-look.svelte.ts';
import { FakeLab, runId, settled } from '../../support/fake-lab.ts';

const query = (step: number | null, place = 0): WantedLook => ({
  place,
  query: { of: { kind: 'run', id: runId(`run ${place}`) }, step },
});
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
  const all = [1, 2, 3, 4].map((step) => look.follow([query(step)]));
  await settled();
  expect(steps()).toEqual([1]);
  await answer(1);
  expect(look.seen(0)).toEqual(at(1));
  await answer(4);
  expect(look.seen(0)).toEqual(at(4));
  await Promise.all(all);
  expect(steps()).toEqual([1, 4]);
});

test('an answer that takes long gives way to what is wanted by then', async () => {
  const { lab, steps, answer } = slowMain();
  let now = 0;
  const look = new ModelLook(lab, () => now);
  const first = look.follow([query(900)]);
  await settled();
  now = 399;
  await look.follow([query(3)]);
  expect(steps()).toEqual([900]);
  now = 400;
  const third = look.follow([query(4)]);
  await settled();
  expect(steps()).toEqual([900, 4]);
  await answer(4);
  await Promise.all([first, third]);
  expect(look.seen(0)).toEqual(at(4));
  expect(look.error(0)).toBeNull();
  expect(steps()).toEqual([900, 4]);
});

test('what comes back for a stage without a model by now is not shown', async () => {
  const { lab, answer } = slowMain();
  const look = new ModelLook(lab, () => 0);
  const done = look.follow([query(1)]);
  await settled();
  look.clear();
  await answer(1);
  await done;
  expect(look.seen(0)).toBeNull();
});

test('a refusal is kept until the next answer; a superseded question is none', async () => {
  const lab = new FakeLab();
  const look = new ModelLook(lab);
  const refuse = (code: 'too-large' | 'superseded') => (): never => {
    throw new AppError(code, '');
  };
  lab.answers['model:view'] = refuse('superseded');
  await look.follow([query(1)]);
  expect(look.error(0)).toBeNull();
  lab.answers['model:view'] = refuse('too-large');
  await look.follow([query(1)]);
  expect(look.error(0)?.code).toBe('too-large');
  lab.answers['model:view'] = ({ step }) => at(step!);
  await look.follow([query(5)]);
  expect(look.error(0)).toBeNull();
  expect(look.seen(0)).toEqual(at(5));
});

describe('several runs side by side', () => {
  const all = (step: number | null): readonly WantedLook[] =>
    [0, 1, 2].map((place) => query(step, place));
  const asked = (lab: FakeLab): unknown[] =>
    lab.calls.map(([, wanted]) => (wanted as ModelQuery).of).map((of) => 'id' in of && of.id);

  /** Main that answers each question when it is told to. */
  function told(): { lab: FakeLab; answer: () => Promise<void> } {
    const lab = new FakeLab();
    let resolve: (() => void) | null = null;
    lab.answers['model:view'] = (({ step }: ModelQuery) =>
      new Promise<ModelAtStep>((done) => (resolve = () => done(at(step!))))) as never;
    return {
      lab,
      answer: async () => {
        resolve!();
        await settled();
      },
    };
  }

  test('are asked about one after the other', async () => {
    const { lab, answer } = told();
    const look = new ModelLook(lab, () => 0);
    const done = look.follow(all(7));
    for (let i = 1; i <= 3; i++) {
      await settled();
      expect(lab.calls).toHaveLength(i);
      await answer();
    }
    await done;
    expect(asked(lab)).toEqual(['run 0', 'run 1', 'run 2']);
    expect([0, 1, 2].map((place) => look.seen(place))).toEqual([at(7), at(7), at(7)]);
  });

  test('take turns while the cursor moves, each at its newest step', async () => {
    const { lab, answer } = told();
    const look = new ModelLook(lab, () => 0);
    void look.follow(all(1));
    await settled();
    for (let step = 2; step <= 6; step++) {
      void look.follow(all(step));
      await answer();
    }
    expect(asked(lab)).toEqual(['run 0', 'run 1', 'run 2', 'run 0', 'run 1', 'run 2']);
    expect(lab.calls.map(([, wanted]) => (wanted as ModelQuery).step)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('one that takes long lets the others have their turns', async () => {
    const { lab, answer } = told();
    let now = 0;
    const look = new ModelLook(lab, () => now);
    void look.follow(all(1));
    await settled();
    now = 400;
    void look.follow(all(2));
    await settled();
    await answer();
    expect(asked(lab).slice(0, 3)).toEqual(['run 0', 'run 1', 'run 2']);
  });

  test('what is known already is not asked again, but where a run goes on it is', async () => {
    const lab = new FakeLab();
    lab.answers['model:view'] = ({ step }) => at(step ?? 9);
    const look = new ModelLook(lab);
    await look.follow(all(3));
    await look.follow([...all(3).slice(0, 2), query(4, 2)]);
    expect(asked(lab)).toEqual(['run 0', 'run 1', 'run 2', 'run 2']);
    await look.follow([query(null)]);
    await look.follow([query(null)]);
    expect(lab.calls).toHaveLength(6);
  });
});
