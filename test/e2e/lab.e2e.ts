/** What the Lab is for: temperaments of a step, forks, decay or not, and taking an edit back. */
import type { Page } from '@playwright/test';
import { presets } from '../../core/experiment/presets.ts';
import type { RunId } from '../../electron/ipc/run.ts';
import { expect, sizes, test } from './support/app.ts';
import { ended, record, request } from './support/lab.ts';
import { choose, go, setField, setUpPair, stateInWords } from './support/views.ts';

async function runNow(page: Page, runs: number): Promise<void> {
  await choose(page, /^Pace/, 'Full speed');
  await page.getByRole('button', { name: /^Run( again)?$/ }).click();
  await expect(stateInWords(page)).toContainText(`finished: ${runs} runs`, { timeout: 20_000 });
}

/** Every loss stored of a run from `from` on, as the store keeps them. */
async function storedLosses(page: Page, id: RunId, from: number, to: number) {
  const query = { runId: id, metric: 'train/loss', from, to, columns: 8192 } as const;
  const view = await request(page, 'series:read', query);
  return { steps: [...view.first], losses: [...view.min] };
}

test('five rates on one parabola show the temperaments of a step', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: /temperaments of a step/ }).click();
  await choose(page, /^Pace/, 'Full speed');
  await expect(stateInWords(page)).toContainText('finished: 5 runs', { timeout: 20_000 });
  const table = page.getByRole('main').getByRole('table');
  // f(x) = ½ x² from 10: there in one step, there and back for ever, and away beyond 10¹².
  await expect(table.getByRole('row', { name: /η₀ = 1 0 / })).toBeVisible();
  await expect(table.getByRole('row', { name: /η₀ = 2 50\.0 / })).toBeVisible();
  await expect(table.getByRole('row', { name: /η₀ = 2\.1 2\.89×10¹²/ })).toBeVisible();
});

test('a fork with nothing changed is not run but said so; with a change it parts from the run it left', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  const slider = page.getByRole('slider', { name: 'Step under the cursor' });
  // There are steps to go to once they are computed ahead.
  await expect(page.getByRole('button', { name: 'Fork here' })).toBeVisible();
  // Where the runs end there is no other future, and the button says so; a step before there is.
  const fork = page.getByRole('button', { name: 'Fork here' });
  await expect(fork).toHaveAttribute('aria-disabled', 'true');
  await expect(fork).toHaveAccessibleDescription(/^The run ends here.* Go to an earlier step/);
  await fork.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^The run ends here/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Runs' })).toContainText('run 1 of 2');
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect(fork).toBeEnabled();
  await slider.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Fork here' }).click();
  // Without a change it would be the run it leaves once more.
  await expect(page.getByText('Nothing is changed yet')).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/changes nothing yet/)).toBeVisible();
  expect(await request(page, 'run:list', { limit: 10, trashed: false })).toEqual([]);
  await setField(page, /^first rate/, '0.05');
  await page.getByRole('button', { name: 'Fork here' }).click();
  await setField(page, /^first rate/, '0.02');
  await runNow(page, 4);
  const runs = await request(page, 'run:list', { limit: 10, trashed: false });
  const forks = runs.filter(({ config }) => config!.fork);
  const parent = runs.find(({ config }) => !config!.fork && config!.schedule.id === 'constant')!;
  expect(forks.map(({ config }) => config!.lr).toSorted()).toEqual([0.02, 0.05]);
  const step = forks[0]!.config!.fork!.step;
  expect(step).toBeGreaterThan(0);
  const own = await storedLosses(page, parent.id, step, 2000);
  for (const fork of forks) {
    const other = await storedLosses(page, fork.id, 0, 2000);
    expect(other.steps).toEqual(own.steps);
    expect(other.losses[0]).toBe(own.losses[0]);
    expect(other.losses.slice(1)).not.toEqual(own.losses.slice(1));
  }
  // Each says where it left which run, and what left it; the second fork left the first.
  await go(page, 'Runs');
  await page.getByRole('button', { name: `Open “${parent.name}”` }).click();
  const left = page.getByRole('definition').filter({ hasText: `at step ${step}` });
  await expect(left).toHaveCount(1);
  await left.getByRole('button').click();
  await expect(left).toHaveCount(2);
  await expect(left.first().getByRole('button')).toHaveText(parent.name);
  await left.last().getByRole('button').click();
  await expect(left).toHaveCount(1);
  await expect(left.getByRole('button')).not.toHaveText(parent.name);
});

test('a changed fork of a stored run comes to its experiment, whose runs are not computed again', async ({
  desk,
}) => {
  const page = await desk.page();
  const config = { ...presets.noiseFree.runs[0]!.config, totalSteps: 200 };
  const plan = { name: 'stored', runs: [{ name: 'parent', config }], pace: null };
  await record(page);
  const { experimentId, runIds } = await request(page, 'experiment:start', plan);
  await ended(page, runIds);
  const before = await request(page, 'run:read', runIds[0]!);
  await go(page, 'Start');
  await page.getByRole('listitem').getByRole('button', { name: 'stored' }).click();
  const slider = page.getByRole('slider', { name: 'Step under the cursor' });
  await expect(stateInWords(page)).toContainText('finished');
  await slider.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Fork here' }).click();
  await setField(page, /^first rate/, '0.02');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished: 2 runs');
  const runs = await request(page, 'run:list', { limit: 10, trashed: false });
  expect(runs.map((run) => run.experimentId)).toEqual([experimentId, experimentId]);
  expect(runs[0]!.forkedFrom).toBe(runIds[0]);
  expect(await request(page, 'run:read', runIds[0]!)).toEqual(before);
  await go(page, 'Runs');
  await expect(page.getByRole('grid').getByRole('button', { name: /^Open “[^”]+”$/ })).toHaveCount(
    2,
  );
});

test('decay or not: guess first, then four cells say that decay cures noise, not distance', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await page.getByRole('button', { name: 'Does decay help here?' }).click();
  const reveal = page.getByRole('button', { name: 'Reveal' });
  await expect(reveal).toBeDisabled();
  await expect(page.getByText('4.90×10⁻¹¹')).toHaveCount(0);
  await page.getByRole('group', { name: 'Without noise' }).getByText('constant').click();
  await page.getByRole('group', { name: 'With noise' }).getByText('inverse time').click();
  await reveal.click();
  await expect(page.getByText('Decay cures noise, not distance.')).toBeVisible();
  await expect(page.getByText('You guessed both right.')).toBeVisible();
  await expect(page.getByText('4.90×10⁻¹¹').first()).toBeVisible();
  await page.getByRole('button', { name: 'Other seeds' }).click();
  await expect(page.getByText('Decay cures noise, not distance.')).toBeVisible();
  await expect(page.locator('[data-sonner-toast]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /noise: view and save$/ })).toHaveCount(4);
  await page.getByRole('button', { name: 'Back to the Lab' }).click();
  await expect(page.getByRole('heading', { name: 'Where' })).toBeVisible();
});

test('an edit is taken back with the keyboard and done again with a button', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  const rate = page.getByRole('textbox', { name: /^first rate/ }).first();
  await setField(page, /^first rate/, '0.03');
  await page.getByRole('slider', { name: 'Step under the cursor' }).focus();
  await page.keyboard.press('Control+z');
  await expect(rate).toHaveValue('0.1');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(rate).toHaveValue('0.03');
  // A preset takes the place of the draft: that, too, is an edit.
  await go(page, 'Start');
  await setUpPair(page);
  await expect(rate).toHaveValue('0.1');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(rate).toHaveValue('0.03');
  // A modifier key alone chooses nothing from a list, also not what begins with an s.
  const problem = page.getByRole('combobox', { name: /^Choose a problem/ });
  await problem.press('Shift');
  await expect(problem).toHaveText('quadratic bowl');
});

test('in a small window: a step is typed, Escape closes what stands over the stage, the focus comes back', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await setUpPair(page);
  const field = page.getByRole('textbox', { name: 'Go to step' });
  await field.fill('49');
  await field.press('Enter');
  await expect(page.getByText('at step 49', { exact: true })).toBeVisible();
  await field.fill('9999');
  await field.press('Enter');
  await expect(page.getByText('Between 0 and 2000.')).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveValue('49');

  const all = page.getByRole('button', { name: 'All settings' });
  await all.click();
  const fold = page.getByRole('button', { name: 'Fold the settings' });
  await expect(fold).toBeFocused();
  await page.getByRole('combobox', { name: /^Choose a schedule/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(fold).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(all).toBeFocused();

  const opener = page.getByRole('button', { name: 'Step card', exact: true });
  await opener.click();
  const close = page.getByRole('button', { name: 'Close the step card' });
  await close.focus();
  await page.keyboard.press('Escape');
  await expect(close).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a network learns the digits, its accuracy live', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Choose a problem/, /digits/);
  await choose(page, /^Model/, /perceptron/);
  await runNow(page, 2);
  await expect(page.getByRole('heading', { name: 'Test accuracy' })).toBeVisible();
  const [newest] = await request(page, 'run:list', { limit: 1, trashed: false });
  expect(newest!.config!.problem).toMatchObject({ model: { id: 'mlp' } });
  expect(newest!.result!.testAccuracy).toBeGreaterThan(0.85);
});

test('the x axis is read in epochs, samples or per cent of the run', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: /Handwritten digits/ }).click();
  await choose(page, /^Pace/, 'Full speed');
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 20_000 });
  const charts = page.locator('[role="slider"][aria-valuetext*=";"]');
  for (const [unit, end] of [
    ['epoch', 'epoch 40'],
    ['sample', 'sample 5'],
    ['% of run', '% of run 100'],
  ] as const) {
    await choose(page, /^x axis/, unit);
    await expect(charts).toHaveAttribute('aria-valuetext', new RegExp(`^${end}`));
  }
});

test('pointing at the map moves the cursor of every pane', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await expect(page.getByText('at step 2\u202f000')).toBeVisible();
  await page.getByRole('button', { name: /^Start \(1, 1\)/ }).hover();
  await expect(page.getByText('at step 0', { exact: true })).toBeVisible();
  await page.getByRole('heading', { name: 'Where' }).hover();
  await expect(page.getByText('at step 2\u202f000')).toBeVisible();
});

test('a formula of one’s own runs; a loss below zero gets a linear axis', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Choose a problem/, 'your own formula');
  await expect(page.getByRole('radio', { name: 'log' })).toBeChecked();
  const formula = page.getByRole('textbox', { name: 'formula' });
  await formula.fill('x^2/');
  await expect(page.getByRole('alert')).toBeVisible();
  await formula.fill('(x - 1)^2 - 2');
  await expect(page.getByRole('radio', { name: 'linear' })).toBeChecked();
  await runNow(page, 2);
  const [newest] = await request(page, 'run:list', { limit: 1, trashed: false });
  expect(newest!.config!.problem).toMatchObject({ objective: { id: 'formula' } });
  expect(newest!.result!.finalLoss).toBeLessThan(-1.5);
});

test('a plateau rule watches the loss, not the clock, and cuts the rate', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Choose a schedule/, /plateau/);
  const row = page
    .getByRole('main')
    .getByRole('table')
    .getByRole('row', { name: /plateau/ });
  await expect(row).toBeVisible();
  await runNow(page, 2);
  const runs = await request(page, 'run:list', { limit: 2, trashed: false });
  const plateau = runs.find(({ config }) => config!.schedule.id === 'reduce-on-plateau')!;
  const query = {
    runId: plateau.id,
    metric: 'optim/lr',
    from: 0,
    to: 2000,
    columns: 8192,
  } as const;
  const { min: rates } = await request(page, 'series:read', query);
  const [first, last] = [rates[0]!, rates[1999]!];
  expect(first).toBe(0.1);
  expect(last).toBeLessThan(first);
});

test('a stop rule ends runs where it is met, and a run that had not arrived is told apart', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^gradient noise/, '0');
  await page.getByText('Stop early').click();
  await setField(page, /^loss hardly changes/, 'soon');
  await expect(
    page.getByText('“soon” is not a number. Write 0.001, 1e-3 or 1/1000.'),
  ).toBeVisible();
  await setField(page, /^loss hardly changes/, '1/1000');
  await choose(page, /^Pace/, 'Full speed');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toHaveText('hardly changed the loss at step 24–25');
  await expect(page.getByText('inverse time: the loss hardly changes, but')).toBeVisible();
  await expect(page.getByText(/^Losses after different numbers of steps/)).toBeVisible();
  const runs = await request(page, 'run:list', { limit: 2, trashed: false });
  expect(runs.map(({ reason }) => reason)).toEqual(['loss-change', 'loss-change']);
});

test('a gradient stream is computed ahead and run: descent goes with the gradient, Adam does not', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Choose a problem/, 'constant gradient');
  await expect(page.getByRole('main').getByRole('row', { name: /Adam −10\.0/ })).toBeVisible();
  await setField(page, /^gradient/, '100');
  await runNow(page, 2);
  const runs = await request(page, 'run:list', { limit: 2, trashed: false });
  const endOf = (id: string): number =>
    runs.find(({ config }) => config!.optimizer.id === id)!.result!.finalLoss;
  // f = 100 θ after a thousand steps of 0.01: as far as g is large, and as if g were 1.
  expect(endOf('sgd')).toBeCloseTo(-100_000, 6);
  expect(endOf('adam')).toBeCloseTo(-1000, 6);
});

test('where a loss has no value, or its slope is zero, the words say so', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^gradient noise/, '0');
  await setField(page, /^start/, '0, 0');
  await expect(
    page.getByText(/^constant, inverse time: the gradient is zero at the start/),
  ).toBeVisible();
  await choose(page, /^Choose a problem/, 'your own formula');
  await setField(page, /^formula/, 'x + sqrt(x)');
  await setField(page, /^start/, '0.3');
  // The gradient is 1 + 1/(2√x): the third step of 0.05 leads below 0.
  await expect(
    page.getByText(/^Diverged at step 3\. constant, inverse time: .* has no value \(NaN\)/),
  ).toBeVisible();
});

test('a start outside of the map is at hand at its border', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^start/, '900, 1');
  const handle = page.getByRole('button', { name: /^Start \(/ });
  await expect(handle).toHaveAccessibleName(/^Start \(900, 1\)/);
  const map = (await page.getByRole('region', { name: 'Where' }).boundingBox())!;
  const box = (await handle.boundingBox())!;
  expect(box.x + box.width / 2).toBeLessThan(map.x + map.width);
  await handle.press('ArrowLeft');
  await expect(handle).not.toHaveAccessibleName(/900/);
  const [first] = (await handle.getAttribute('aria-label'))!.match(/[\d.]+/)!;
  expect(Number(first)).toBeLessThan(900);
});

test('a symbol of the formula lights up its field, and the field its symbol', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  const field = page.locator('[data-link="schedule-lr"]');
  const symbol = page.locator('.symbol-schedule-lr').last();
  await symbol.hover();
  await expect(field).toHaveClass(/\blit\b/);
  await symbol.click();
  await expect(page.getByRole('textbox', { name: /^first rate/ })).toBeFocused();
  await page.mouse.move(0, 0);
  await expect(field).not.toHaveClass(/\blit\b/);
  await page.getByRole('textbox', { name: /^seed/ }).focus();
  await expect(symbol).not.toHaveClass(/\blit\b/);
  await page.getByRole('textbox', { name: /^first rate/ }).focus();
  await expect(symbol).toHaveClass(/\blit\b/);
});

test('the same settings with another seed: only the seed differs, and the verdict calls it luck', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Seeds/, '1 seed');
  await page.getByRole('button', { name: 'Remove “constant”' }).click();
  await expect(page.getByRole('switch', { name: 'own seed' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Same settings, another seed' }).click();
  await expect(page.getByRole('switch', { name: 'own seed' })).toBeChecked();
  await expect(page.getByText('part of any difference is luck')).toBeVisible();
  await setField(page, /^seed/, '5');
  await runNow(page, 2);
  await expect(page.getByText(/Only the seeds differ: what lies between/)).toBeVisible();
  const [later, first] = await request(page, 'run:list', { limit: 10, trashed: false });
  expect([first!.config!.seed, later!.config!.seed]).toEqual([1, 5]);
  expect({ ...later!.config, seed: 1 }).toEqual(first!.config);
  const losses = await Promise.all(
    [first!, later!].map(async ({ id }) => (await storedLosses(page, id, 0, 2000)).losses),
  );
  expect(losses[0]).not.toEqual(losses[1]);
  // Shared again, the first run's results are what the second would give, too.
  await page.getByRole('switch', { name: 'own seed' }).click();
  await expect(page.getByTitle(/what differs is due to the settings/)).toBeVisible();
  await go(page, 'Runs');
  for (const { name } of [first!, later!]) {
    await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  }
  await page.getByRole('button', { name: /^Compare/ }).click();
  await expect(page.getByText(/seed 1 → 5/)).toBeVisible();
});

test('in a small window long formulas of schedules are whole, and all settings stay in reach', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await setUpPair(page);
  const strip = page.getByRole('complementary', { name: 'Settings' });
  const all = strip.getByRole('button', { name: 'All settings' });
  const amiss: string[] = [];
  const long = ['polynomial', 'linear', 'cosine', 'one-cycle', 'reduce on plateau'];
  for (const name of long) {
    await choose(page, /^Choose a schedule/, new RegExp(`^${name}$`));
    await expect(page.getByRole('combobox', { name: /^Choose a schedule/ })).toHaveText(name);
    await expect(strip.locator('.formula .katex-html .katex-base').first()).toBeVisible();
    const over = await strip.locator('.formula .katex-html').evaluate((formula) => {
      const edge = formula.closest('aside')!.getBoundingClientRect().right;
      const ends = [...formula.querySelectorAll('.katex-base')].map(
        (piece) => piece.getBoundingClientRect().right,
      );
      return Math.max(...ends) - edge;
    });
    if (over > 0) amiss.push(`${name}: ${Math.round(over)} px`);
    await expect(all).toBeInViewport({ ratio: 1 });
  }
  expect(amiss).toEqual([]);
});

test('runs that all ended above where they began are not praised, and a model that grew is told of', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^gradient noise/, '0');
  await setField(page, /^steps/, '400');
  await setField(page, /^first rate/, '2.5');
  await page.getByRole('button', { name: /^Edit “inverse time”/ }).click();
  await choose(page, /^Choose a schedule/, /^constant$/);
  await setField(page, /^first rate/, '2.2');
  await runNow(page, 2);
  const verdict = page.getByText(
    'Both grew: “η₀ = 2.2” from 0.525 to 1.11×10⁶³, “η₀ = 2.5” from 0.525 to 3.73×10¹⁴⁰.',
  );
  await expect(verdict).toBeVisible();
  await expect(page.getByText(/so none is best\. Lower η₀/)).toBeVisible();
  await expect(page.locator('td.winner')).toHaveCount(0);
  await expect(page.getByText('η₀ = 2.5, η₀ = 2.2: the rate is above 2/L = 2.')).toBeVisible();

  await choose(page, /^Choose a problem/, 'two moons');
  await setField(page, /^first rate/, '300');
  await runNow(page, 2);
  await expect(page.getByText(/^It grew\. constant: the loss went from 0\.860 to /)).toBeVisible();
});

test('the words beside controls and columns say whose they are: of all runs, of the whole run', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  const shared = page.getByText('The 2 runs share the problem, its start and its noise.');
  await expect(shared).toBeVisible();
  await expect(page.getByText('shared by all runs')).toHaveCount(1);
  await expect(page.getByText('noise σ').first()).toHaveAttribute('title', /All runs share it\.$/);

  // The last column does not move with the cursor, and says so.
  await page.getByRole('button', { name: 'To the start' }).click();
  const table = page.getByRole('main').getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'at step 0' })).toBeVisible();
  const end = table.getByRole('columnheader', {
    name: /^Of the whole run, wherever the cursor is/,
  });
  await expect(end).toContainText('end, mean of 200');

  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(shared).toHaveCount(0);
  await expect(page.getByText('shared by all runs')).toHaveCount(0);
});
