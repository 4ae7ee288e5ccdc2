/** The process of the page dies: the app loads it again where it was, with what was not saved, and the runs go on. */
import type { Page } from '@playwright/test';
import { presets } from '../../core/experiment/presets.ts';
import { expectedColumns } from '../support/experiments.ts';
import { expect, test, type Desk } from './support/app.ts';
import { ended, planOf, record, request } from './support/lab.ts';
import { go, setField, setUpPair } from './support/views.ts';

/** Waits until main has been told this of the page, which it keeps: the page tells it a little late. */
async function untilKept(page: Page, words: string): Promise<void> {
  await expect.poll(async () => (await request(page, 'page:kept')) ?? '').toContain(words);
}

/** What an expression is in the page there is now, as main asks it; null while there is none, or it is nothing. */
async function inPage(desk: Desk, expression: string): Promise<unknown> {
  const app = await desk.app();
  const code = `(async () => (await (${expression})) ?? null)()`;
  return app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]!
        .webContents.executeJavaScript(given)
        .catch(() => null),
    code,
  );
}

const valueOf = (selector: string): string =>
  `document.querySelector(${JSON.stringify(selector)})?.value`;

test('a draft that is being put together is there again, in the Lab', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^first rate/, '0.0123');
  await untilKept(page, '0.0123');

  await desk.crashPage();
  const values = `[...document.querySelectorAll('input')].map(({ value }) => value)`;
  await expect.poll(() => inPage(desk, values)).toContain('0.0123');
});

test('a note that is being written is there again; a run loses nothing meanwhile', async ({
  desk,
}) => {
  const page = await desk.page();
  const [only] = planOf(presets.pair, { totalSteps: 20_000, replicates: 1 }).runs;
  // So slow that it is still under way after the crash, however slow the machine is.
  const plan = { name: 'going on', runs: [only!], pace: 500 };
  const { runIds } = await request(page, 'experiment:start', plan);
  await go(page, 'Runs');
  await page.getByRole('button', { name: `Open “${only!.name}”` }).click();
  await page.getByRole('button', { name: 'Write a note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('学习率在这里');
  await untilKept(page, '学习率在这里');

  await desk.crashPage();
  await expect.poll(() => inPage(desk, valueOf('textarea'))).toBe('学习率在这里');

  const id = JSON.stringify(runIds[0]);
  const read = `window.lab['run:read'](${id}).then((reply) => reply.value.run)`;
  await expect.poll(() => inPage(desk, read)).toMatchObject({ state: 'running' });
  await inPage(desk, `window.lab['run:pace'](${id}, null)`);
  await expect
    .poll(() => inPage(desk, read), { timeout: 30_000 })
    .toMatchObject({ state: 'finished', step: 20_000 });
  const query = { runId: runIds[0], metric: 'train/loss', from: 0, most: 65_536 };
  const stored = await inPage(
    desk,
    `window.lab['series:values'](${JSON.stringify(query)})
       .then((reply) => reply.value.flatMap(({ values }) => [...values]))`,
  );
  expect(stored).toEqual([...expectedColumns(only!.config).get('train/loss')!.values]);
});

test('a saved experiment that is looked at stays on the stage, at the same step', async ({
  desk,
}) => {
  const page = await desk.page();
  await record(page);
  const { name, runs, pace } = planOf(presets.pair);
  const { runIds } = await request(page, 'experiment:start', { name, runs, pace });
  await ended(page, runIds);
  await go(page, 'Runs');
  await page.getByRole('button', { name: `Open “${runs[0]!.name}”` }).click();
  await page.getByRole('button', { name: 'Open in the Lab' }).click();
  await page.getByRole('slider', { name: 'Step under the cursor' }).fill('77');
  await untilKept(page, '"pinned":77');

  await desk.crashPage();
  const slider = 'input[type="range"][aria-label="Step under the cursor"]';
  await expect.poll(() => inPage(desk, valueOf(slider))).toBe('77');
  const sealed = `[...document.querySelectorAll('button')].some((it) => it.textContent.includes('Edit a copy'))`;
  await expect.poll(() => inPage(desk, sealed)).toBe(true);
});
