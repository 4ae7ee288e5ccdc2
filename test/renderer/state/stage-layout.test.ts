import { expect, test } from 'vitest';
import { AppError } from '../../../electron/ipc/reply.ts';
import { Preferences } from '../../../renderer/src/state/preferences.svelte.ts';
import { StageLayout } from '../../../renderer/src/state/stage-layout.svelte.ts';
import { FakeLab } from '../../support/fake-lab.ts';

function made(): { lab: FakeLab; layout: StageLayout } {
  const lab = new FakeLab();
  const initial = { locale: 'en', theme: 'dark', stage: { left: 0.5, loss: 6 } } as const;
  lab.answers['preferences:write'] = (change) => ({ ...initial, ...change });
  return { lab, layout: new StageLayout(new Preferences(lab, initial, () => undefined)) };
}

test('sizes move at once and are written once they are kept', async () => {
  const { lab, layout } = made();
  layout.move({ left: 0.4 });
  layout.move({ left: 0.3, rate: 2 });
  expect(layout.sizes).toEqual({ left: 0.3, loss: 6, rate: 2 });
  expect(lab.calls).toEqual([]);
  const kept = layout.keep();
  expect(layout.sizes).toEqual({ left: 0.3, loss: 6, rate: 2 });
  await kept;
  await layout.keep();
  expect(lab.calls).toEqual([['preferences:write', { stage: { left: 0.3, loss: 6, rate: 2 } }]]);
});

test('sizes the app is to choose again are forgotten, the others stay', async () => {
  const { lab, layout } = made();
  await layout.reset('left', 'rate');
  expect(layout.sizes).toEqual({ loss: 6 });
  expect(lab.calls).toEqual([['preferences:write', { stage: { loss: 6 } }]]);
});

test('sizes that cannot be kept go back to what they were', async () => {
  const { lab, layout } = made();
  lab.answers['preferences:write'] = () => {
    throw new AppError('file', 'read only');
  };
  layout.move({ left: 0.1 });
  await expect(layout.keep()).rejects.toThrow('read only');
  expect(layout.sizes).toEqual({ left: 0.5, loss: 6 });
});
