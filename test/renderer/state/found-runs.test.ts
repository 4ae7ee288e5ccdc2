import { expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../../../renderer/src/api.ts';
import { FoundRuns } from '../../../renderer/src/state/found-runs.svelte.ts';

const id = (name: string): RunId => name as RunId;

it('has what was found of the text that was typed last, whatever comes back first', async () => {
  const answers = new Map<string, (ids: readonly RunId[]) => void>();
  const request = (_channel: string, text: string): Promise<readonly RunId[]> =>
    new Promise((resolve) => answers.set(text, resolve));
  const runs = new FoundRuns({ request } as unknown as Lab);
  const first = runs.search('slow');
  const second = runs.search(' slower ');
  answers.get('slower')!([id('b')]);
  await second;
  answers.get('slow')!([id('a'), id('b')]);
  await first;
  expect(['a', 'b'].map((name) => runs.has(id(name)))).toEqual([false, true]);
  await runs.search('  ');
  expect(runs.has(id('b'))).toBe(false);
  expect([...answers.keys()]).toEqual(['slow', 'slower']);
});
