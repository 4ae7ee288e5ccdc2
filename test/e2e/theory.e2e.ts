/** Theory on the picture: what is drawn, and that a choice of it stays. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import { explainStep, firstSeedAt, firstSeedOf } from '../../core/training/explain-step.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { request } from './support/lab.ts';
import { answerDialogs, fromMenu, saved } from './support/save.ts';
import { serious } from './support/serious.ts';
import { choose, go, setField, setUpPair, stateInWords } from './support/views.ts';

async function lineOf(page: Page, name: string | RegExp): Promise<Locator> {
  await page.getByRole('button', { name: 'What theory draws' }).click();
  return page.getByRole('menuitemcheckbox', { name });
}

test('lines of theory are switched in a menu, and stay as they were after a restart', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  const parts = await lineOf(page, 'its two parts: start and noise');
  await expect(parts).not.toBeChecked();
  await parts.click();
  await expect(parts).toBeChecked();
  const limit = page.getByRole('menuitemcheckbox', { name: 'stability limit' });
  await limit.click();
  await expect(limit).not.toBeChecked();

  const again = await desk.restart();
  await go(again, 'Lab');
  await expect(await lineOf(again, 'its two parts: start and noise')).toBeChecked();
  await expect(again.getByRole('menuitemcheckbox', { name: 'stability limit' })).not.toBeChecked();
});

/** What the core says of the gain ratio of an update. */
function gainOf(config: ExperimentConfig, step: number): number {
  const trainer = createTrainer(config);
  trainer.advance(step, null);
  const told = explainStep(firstSeedOf(config), {}, firstSeedAt(trainer.checkpoint()), 0);
  if (told.kind !== 'update') throw new Error(`ended at ${told.step}`);
  return told.update.gain!.actual;
}

async function goToStep(page: Page, step: number): Promise<void> {
  const scrubber = page.getByRole('slider', { name: 'Step under the cursor' });
  await scrubber.focus();
  await scrubber.press('Home');
  const forward = page.getByRole('button', { name: 'One step forward' });
  for (let i = 0; i < step; i++) await forward.click();
}

test('what each update gained of what its slope promised is drawn on demand, in the step card’s numbers', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Choose a problem/, 'Rosenbrock');
  await setField(page, /^gradient noise/, '0');
  await setField(page, /^steps/, '300');
  const pane = page.getByRole('heading', { name: /^Gain ratio/ });
  await expect(pane).toHaveCount(0);
  const gain = await lineOf(page, /predicted decrease/);
  await gain.click();
  await page.keyboard.press('Escape');
  await expect(pane).toHaveText(
    'Gain ratio of the selected run, constant: ρ = actual ÷ predicted decrease',
  );
  // 2/κ in its pane is explained to whoever points at it, comes to it with the keyboard or has it read out.
  const sign = page.getByRole('button', { name: 'What 2/κ means' });
  await expect(sign).toHaveAccessibleDescription(/^κ is the curvature along a step/);
  const tip = page.getByRole('tooltip');
  await sign.focus();
  await expect(tip).toContainText('κ is the curvature along a step');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await sign.hover();
  await expect(tip).toBeVisible();
  // Of Rosenbrock's valley no 2/L is known.
  await expect(page.getByRole('button', { name: 'What 2/L means' })).toHaveCount(0);
  await page.mouse.move(0, 0);

  // Computed ahead; then run and stored.
  await goToStep(page, 3);
  const charts = page.getByRole('slider', { name: 'Loss and rate curves' });
  await expect(charts).toHaveAttribute('aria-valuetext', /^step t 3; .*Gain ratio: constant \d/);
  const ahead = await charts.getAttribute('aria-valuetext');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished', { timeout: 20_000 });
  const stored = await request(page, 'run:list', { limit: 10, trashed: false });
  const { config } = stored.find((run) => run.config!.schedule.id === 'constant')!;
  const expected = gainOf(config!, 3);
  await goToStep(page, 3);
  const words = new RegExp(`Gain ratio: constant ${expected.toPrecision(3)};`);
  await expect(charts).toHaveAttribute('aria-valuetext', words);
  expect(ahead).toMatch(words);

  await page.getByRole('button', { name: 'Step card' }).click();
  const told = page.locator('.step-card [data-name="gain"]');
  await expect(told).toHaveAttribute('title', String(expected));
  await expect(told).toContainText(`ρ = ${expected.toPrecision(3)}`);
  expect(await serious(page)).toEqual([]);

  await (await lineOf(page, /predicted decrease/)).click();
  await expect(pane).toHaveCount(0);
});

test('a long run is looked at one update in so many, and a pane of gains fills the stage', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  await setField(page, /^steps/, '20000');
  await setField(page, /^first rate/, '1');
  await (await lineOf(page, /predicted decrease/)).click();
  await page.keyboard.press('Escape');
  const pane = page.getByRole('heading', { name: /^Gain ratio/ });
  const limit = page.getByRole('button', { name: 'What 2/L means' });
  await expect(limit).toHaveAccessibleDescription(/^L is the largest curvature/);
  await expect(pane).toContainText('one update in 5');
  await page.getByRole('button', { name: 'Gain ratio: view and save' }).click();
  await page.getByRole('menuitem', { name: 'Fill the stage' }).click();
  await expect(page.getByRole('heading', { name: /^Loss/ })).toHaveCount(0);
  await expect(pane).toBeVisible();
});

test('the limit along a run of Adam is drawn as an estimate, on demand', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await setUpPair(page);
  const none = await lineOf(page, /along the run/);
  await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
  await expect(none).toHaveCount(0);
  await page.keyboard.press('Escape');
  await choose(page, /^Choose a problem/, 'Rosenbrock');
  await setField(page, /^gradient noise/, '0');
  await choose(page, /^Choose an optimizer/, /^Adam$/);
  const along = await lineOf(page, 'stability limit along the run (estimate)');
  await expect(along).not.toBeChecked();
  await along.click();
  await page.keyboard.press('Escape');
  // Far from the rates it is told in words, near them it is drawn and named.
  const pane = page.getByRole('heading', { name: /^Learning rate/ });
  await expect(pane).toHaveText(/stable up to [\d.]+ or more \(estimate\)$/);
  await setField(page, /^first rate/, '0.1');
  await expect(pane).toHaveText('Learning rate η');
  const picture = async (): Promise<string> => {
    await fromMenu(page, 'Learning rate', 'Save as SVG');
    return (await saved(page, join(desk.dataFolder, 'saved.svg'))).toString('utf8');
  };
  await expect.poll(picture).toContain('estimate');
});

test('a rule that makes its rates travels by those it made; an optimizer that divides has no gauge', async ({
  desk,
}) => {
  const page = await desk.page();
  await setUpPair(page);
  const row = page.getByRole('row', { name: /^constant/ });
  const before = await row.getByRole('img').getAttribute('aria-label');
  await choose(page, /^Choose a schedule/, /plateau/);
  const plateau = page.getByRole('row', { name: /plateau/ });
  await expect(plateau.getByRole('img')).toHaveAttribute(
    'aria-label',
    /% of the travel needed \(the tick\), Ση = 92\.1/,
  );
  await expect(plateau.getByRole('img')).not.toHaveAttribute('aria-label', before!);
  await choose(page, /^Choose an optimizer/, /^Adam$/);
  await expect(plateau.getByRole('img')).toHaveAttribute('aria-label', /^No gauge: .* Adam/);
});

test('a schedule whose travel is used up before it arrives is called frozen, and by how much', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  const row = page.getByRole('row', { name: /^inverse time/ });
  await expect(row.getByRole('img')).toHaveAttribute('aria-label', /^33\s% of the travel needed/);
  // What the tick says stands under the gauges, too, once for both.
  await expect(page.getByText('travel needed: Ση = 92.1 leaves 1 % of')).toBeVisible();
  const constant = page.getByRole('row', { name: /^constant/ });
  await expect(constant.getByRole('img')).toHaveAttribute('aria-label', /^217\s% of the/);
  await page.getByRole('button', { name: 'Edit “inverse time”' }).click();
  await choose(page, /^Choose a schedule/, 'literal recurrence');
  const frozen = page.getByRole('row', { name: /^literal recurrence/ });
  await expect(frozen.getByText('frozen', { exact: true })).toBeVisible();
  await expect(page.getByText('frozen', { exact: true })).toHaveCount(1);
  // Why is said in words, which nobody has to point at.
  await expect(page.getByRole('status').filter({ hasText: 'seeds' })).toContainText(
    /Frozen: the decay was too fast\. literal recurrence: .* and all of it is 1\.4\s?% of what the flattest direction needs/,
  );
});
