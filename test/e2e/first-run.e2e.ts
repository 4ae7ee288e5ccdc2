/** From the first screen to a saved experiment, and back to it next week: through the interface. */
import { expect, test } from './support/app.ts';
import { choose, go, runPair, setField, stateInWords } from './support/views.ts';

test('one click runs the pair; the verdict, the runs and the curves are there after a restart', async ({
  desk,
}) => {
  const page = await desk.page();
  await expect(page.getByText('No runs yet', { exact: false })).toBeVisible();
  await runPair(page);
  const verdict = page.getByText(
    /By expectation inverse time ends [\d.]+ times lower than the constant rate: 0\.00\d+ against 0\.0\d+\./,
  );
  await expect(verdict).toBeVisible();
  await expect(
    page.getByText(
      /Mean of the last 200 steps, 24 seeds: 0\.00\d+ against 0\.0\d+; [\d.]+ standard errors apart/,
    ),
  ).toBeVisible();
  const table = await page.getByRole('main').getByRole('table').innerText();

  const again = await desk.restart();
  await go(again, 'Runs');
  await expect(again.getByRole('row', { name: /inverse time, d = 0.01/ })).toBeVisible();
  await again.getByRole('button', { name: /^Open “Same seed: .* in the Lab$/ }).click();
  await expect(stateInWords(again)).toContainText('finished: 2 runs');
  await expect(again.getByText(/inverse time ends/)).toBeVisible();
  await expect.poll(() => again.getByRole('main').getByRole('table').innerText()).toBe(table);
});

test('a rate above the limit diverges as a result, with its step and what to do', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.getByRole('button', { name: /Too large a rate/ }).click();
  await expect(stateInWords(page)).not.toContainText('not run yet');
  await expect(page.getByText(/Diverged at step 876/).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(/η = 2.5.* is above 2\/L = 2/)).toBeVisible();
});

test('pause, resume and stop do what they say', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await setField(page, /^steps/, '100000');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(stateInWords(page)).toContainText('paused');
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(stateInWords(page)).toContainText('running');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(stateInWords(page)).toContainText('stopped');
});

test('settings refuse what cannot be run, with a sentence', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Set it up first' }).click();
  await setField(page, /^first rate/, '1/20');
  await expect(page.getByRole('textbox', { name: /^first rate/ }).first()).toHaveValue('0.05');
  await setField(page, /^first rate/, 'quick');
  await expect(page.getByText('“quick” is not a number.', { exact: false })).toBeVisible();
  await setField(page, /^first rate/, '0.1');
  await choose(page, /^Choose a problem/, /digits/);
  await expect(page.getByRole('region', { name: 'Problem' })).toContainText(/1.437 samples/);
});

test('digits show test accuracy and reach 95 %', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: /Handwritten digits/ }).click();
  await choose(page, /^Pace/, 'Full speed');
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 20_000 });
  await expect(page.getByRole('heading', { name: /Test accuracy/ })).toBeVisible();
  await expect(page.getByRole('main').getByRole('table')).toContainText(/95\.\d|96\.\d/);
});
