/** The step card: what one update did, through the interface and a real worker, against the core. */
import type { Locator, Page } from '@playwright/test';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import {
  explainStep,
  firstSeedAt,
  firstSeedOf,
  type ExplainedStep,
} from '../../core/training/explain-step.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import { expect, sizes, test } from './support/app.ts';
import { ended, record, request } from './support/lab.ts';
import { serious } from './support/serious.ts';
import { settled } from './support/settled.ts';
import { choose, go, setField, stateInWords } from './support/views.ts';

/** What the core says of an update, at a coordinate and for a sample of the batch. */
function told(
  config: ExperimentConfig,
  step: number,
  index: number | null = 0,
  sample = 0,
): ExplainedStep {
  const trainer = createTrainer(config);
  trainer.advance(step, null);
  const before = firstSeedAt(trainer.checkpoint());
  const explanation = explainStep(firstSeedOf(config), {}, before, index, sample);
  if (explanation.kind !== 'update') throw new Error(`ended at ${explanation.step}`);
  return explanation.update;
}

const exactly = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Full-precision numbers of the table, by row: before, after, change. */
function slotsShown(page: Page): Promise<Record<string, (string | null)[]>> {
  return page
    .locator('.step-card tbody tr')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.getAttribute('data-name') ?? '',
          [...row.querySelectorAll('td')].map((cell) => cell.getAttribute('title')),
        ]),
      ),
    );
}

function slotsOf({ theta, delta, slots }: ExplainedStep): Record<string, string[]> {
  return {
    theta: [theta.before, theta.after, delta].map(exactly),
    ...Object.fromEntries(
      slots.map(({ name, before, after }) => [
        name,
        [before.value, after.value, after.value - before.value].map(exactly),
      ]),
    ),
  };
}

/** The numbers that the lines of rate and rule end in. */
function linesShown(page: Page): Promise<(string | null)[]> {
  return page
    .locator('.step-card .line')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('title')));
}

test('tells an update of Adam in the core’s numbers, and a step back is the earlier state', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await setField(page, /^steps/, '200');
  await choose(page, /^Choose an optimizer/, /^Adam$/);
  await page.getByRole('button', { name: 'Step card' }).click();
  const card = page.getByRole('complementary', { name: 'Step card' });
  await expect(card).toContainText('no update follows step 200');
  await card.getByRole('button', { name: 'Show the last update' }).click();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Step 199 → 200');
  // The button has gone: the focus has not.
  await expect(card.getByRole('heading', { level: 2 })).toBeFocused();

  // The plan as the page has it, run once, so that the test knows its settings.
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished', { timeout: 20_000 });
  const stored = await request(page, 'run:list', { limit: 10, trashed: false });
  const config = stored.find((run) => run.config!.optimizer.id === 'adam')!.config!;

  const scrubber = page.getByRole('slider', { name: 'Step under the cursor' });
  await scrubber.focus();
  await scrubber.press('Home');
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Step 3 → 4');
  // It began at the coordinate that the last update moved most, and stays there.
  const { index } = told(config, 199, null);
  await expect(card.getByRole('radio', { name: index === 0 ? 'θ₁' : 'θ₂' })).toBeChecked();
  const third = told(config, 3, index);
  await expect.poll(() => slotsShown(page)).toEqual(slotsOf(third));
  const lines = [...third.rate, ...third.lines];
  expect(await linesShown(page)).toEqual(lines.map(({ value }) => exactly(value)));

  const { sharpness, limit } = third.stability!;
  await expect(card.locator('[data-name="sharpness"]')).toHaveAttribute(
    'title',
    exactly(sharpness),
  );
  await expect(card.locator('[data-name="limit"]')).toHaveAttribute('title', exactly(limit!.rate));

  await page.getByRole('button', { name: 'One step back' }).click();
  await expect(card.getByRole('heading', { level: 2 })).toHaveText('Step 2 → 3');
  const second = told(config, 2, index);
  await expect.poll(() => slotsShown(page)).toEqual(slotsOf(second));
  for (const [name, [before]] of Object.entries(slotsOf(third))) {
    expect((await slotsShown(page))[name]![1], name).toBe(before);
  }

  for (const [name, other] of [
    ['θ₁', 0],
    ['θ₂', 1],
  ] as const) {
    await card.getByRole('radio', { name }).click();
    await expect.poll(() => slotsShown(page)).toEqual(slotsOf(told(config, 2, other)));
  }
  await card.getByRole('button', { name: 'Close the step card' }).click();
  await expect(card).toBeHidden();
});

for (const [locale, theme] of [
  ['en', 'light'],
  ['zh-CN', 'dark'],
] as const) {
  test(`no serious finding in ${locale}, ${theme}, nor at the small size`, async ({ desk }) => {
    const page = await desk.page();
    await go(page, 'Lab');
    await choose(page, /^Choose an optimizer/, /^RAdam$/);
    await page.getByRole('button', { name: 'Step card' }).click();
    await page.getByRole('button', { name: 'Show the last update' }).click();
    await request(page, 'preferences:write', { locale, theme });
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    for (const size of [sizes.large, sizes.small]) {
      await page.setViewportSize(size);
      expect(await settled(() => serious(page))).toEqual([]);
    }
  });
}

test('in a small window the card leaves map, charts and cursor in sight', async ({ desk }) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await go(page, 'Lab');
  await page.getByRole('button', { name: 'Step card' }).click();
  await page.getByRole('button', { name: 'Show the last update' }).click();
  const card = page.getByRole('complementary', { name: 'Step card' });
  const map = page.getByRole('region', { name: 'Where' });
  const charts = page.getByRole('slider', { name: 'Loss and rate curves' });
  /** How far each reaches under the card, or out of the window, and how much it lacks to be seen well. */
  const amiss = async (part: Locator): Promise<number> => {
    const [box, over] = [(await part.boundingBox())!, (await card.boundingBox())!];
    const hidden = Math.max(box.x + box.width - over.x, box.y + box.height - sizes.small.height);
    return Math.max(hidden, 120 - Math.min(box.width, box.height));
  };
  // The charts are laid out in the frames that follow.
  for (const part of [map, charts]) await expect.poll(() => amiss(part)).toBeLessThanOrEqual(0);
});

test('step 731,204 of a million, and the one before, are told from a stored run', async ({
  desk,
}) => {
  const page = await desk.page();
  const config = parseExperimentConfig({
    version: 1,
    seed: 5,
    totalSteps: 1_000_000,
    recordEvery: 1000,
    lr: 0.01,
    problem: { kind: 'objective', objective: { id: 'quadratic-bowl' }, noise: 0.3 },
    optimizer: { id: 'momentum' },
    schedule: { id: 'inverse-time' },
  });
  await record(page);
  const runs = [{ name: 'long', config }];
  const { runIds } = await request(page, 'experiment:start', { name: 'long', runs, pace: null });
  await ended(page, runIds);
  const of = { kind: 'run', id: runIds[0]! } as const;
  const begin = performance.now();
  for (const step of [731_204, 731_203]) {
    const answer = await request(page, 'step:explain', { of, step, index: 1 });
    expect(answer).toEqual({ kind: 'update', update: told(config, step, 1) });
  }
  console.log(`two steps of a million told in ${(performance.now() - begin).toFixed(0)} ms`);
});

/** Full-precision numbers of the unit that is looked at: its lines, and ∂ℓ/∂w of its weights and its bias. */
async function unitShown(page: Page): Promise<Record<'lines' | 'gradient', (string | null)[]>> {
  const titles = (selector: string): Promise<(string | null)[]> =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('title')));
  return {
    lines: await titles('.step-card .unit'),
    gradient: await titles('.step-card .gradient'),
  };
}

test('of digits begins at a weight that moves, and leads to the next that does', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.getByRole('button', { name: /Handwritten digits/ }).click();
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Step card' }).click();
  const card = page.getByRole('complementary', { name: 'Step card' });
  await card.getByRole('button', { name: 'Show the last update' }).click();
  const which = card.getByRole('spinbutton', { name: /^parameter/ });
  const change = card.locator('tr[data-name="theta"] .change');
  const still = /^-?0$/;
  const of = async (): Promise<number> => Number(await which.inputValue());
  await expect(change).not.toHaveAttribute('title', still);
  const first = await of();
  await card.getByRole('button', { name: 'Next that moves' }).click();
  await expect.poll(of).not.toBe(first);
  await expect(change).not.toHaveAttribute('title', still);
  // No digit has ever a lit first pixel.
  await which.fill('1');
  await page.keyboard.press('Enter');
  await expect(change).toHaveAttribute('title', still);
  await card.getByRole('button', { name: 'Next that moves' }).click();
  await expect(change).not.toHaveAttribute('title', still);
  expect(await of()).toBeGreaterThan(1);
});

test('passes one sample of the batch back through a small network, δ by δ, in the core’s numbers', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await choose(page, /^Choose a problem/, 'two moons');
  await setField(page, /^epochs/, '2');
  await choose(page, /^Pace/, 'Full speed');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText('finished', { timeout: 20_000 });
  const stored = await request(page, 'run:list', { limit: 10, trashed: false });
  const config = stored.find((run) => run.config!.schedule.id === 'constant')!.config!;
  await page.getByRole('button', { name: 'Step card' }).click();
  await page.getByRole('button', { name: 'Show the last update' }).click();
  const step = config.totalSteps - 1;
  const net = page.getByRole('group', { name: /^The network for this sample/ });

  const [hidden, last] = told(config, step).sample!.layers;
  await expect
    .poll(() => unitShown(page))
    .toEqual({
      lines: [last!.z[0]!, last!.delta[0]!].map(exactly),
      gradient: [...last!.weightGradient.slice(0, hidden!.z.length), last!.delta[0]!].map(exactly),
    });
  await expect(net.getByRole('button')).toHaveCount(hidden!.z.length + last!.z.length);

  await page.getByRole('spinbutton', { name: /^sample/ }).fill('4');
  await page.keyboard.press('Enter');
  await net.getByRole('button', { name: /^Layer 1, unit 3\b/ }).focus();
  await page.keyboard.press('Enter');
  const { input, z, a, delta, weightGradient } = told(config, step, 0, 3).sample!.layers[0]!;
  const row = weightGradient.slice(2 * input.length, 3 * input.length);
  await expect
    .poll(() => unitShown(page))
    .toEqual({
      lines: [z[2]!, a[2]!, delta[2]!].map(exactly),
      gradient: [...row, delta[2]!].map(exactly),
    });
  expect(await serious(page)).toEqual([]);
});
