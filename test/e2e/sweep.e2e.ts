/** Sweep, range test and race, through the interface and real worker threads. */
import { expect, sizes, test } from './support/app.ts';
import { serious } from './support/serious.ts';
import { choose, go, setField, stateInWords } from './support/views.ts';

/** `0.5` out of “… = 0.5 …”, whatever spaces stand between. */
function valueIn(words: string, pattern: RegExp): number {
  const found = pattern.exec(words.replaceAll('\u00a0', ' '));
  if (!found) throw new Error(`no ${pattern} in “${words}”`);
  return Number(found[1]);
}

test('the sweep of a quadratic bowl has its wall at 2/L; a point goes into the draft and runs', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await setField(page, /^gradient noise/, '0');
  await setField(page, /^steps/, '500');
  await page.getByRole('button', { name: 'Sweep…' }).click();
  const panel = page.getByRole('region', { name: 'Sweep' });
  const sentence = panel.getByText(/is best: tail loss/);
  await expect(sentence).toBeVisible({ timeout: 30_000 });
  const words = await sentence.innerText();
  const wall = valueIn(words, /From η₀ = ([\d.]+) on/);
  const factor = (6 / 0.0067) ** (1 / 24);
  expect(wall).toBeGreaterThan(2);
  expect(wall).toBeLessThanOrEqual(2 * factor * 1.01);
  expect(valueIn(words, /^η₀ = ([\d.]+) is best/)).toBeLessThan(2);

  expect(await serious(page)).toEqual([]);

  // Keys go from point to point; the buttons speak of the point they are at.
  const chart = panel.getByRole('slider', { name: /^Tail loss over the setting/ });
  await chart.focus();
  await chart.press('End');
  await expect(chart).toHaveAttribute('aria-valuetext', /η₀.=.6: diverged/);
  await chart.press('Home');
  await chart.press('ArrowRight');
  const use = panel.getByRole('button', { name: /^Use η₀ = / });
  const second = valueIn(await use.innerText(), /= ([\d.]+)$/);
  expect(second / 0.0067).toBeCloseTo(factor, 1);
  await use.click();
  await expect(page.getByRole('textbox', { name: /^first rate/ })).toHaveValue(String(second));
  await panel.getByRole('button', { name: 'Run it' }).click();
  await expect(panel).toBeHidden();
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 20_000 });
});

test('a pointer chooses a point, and a sweep that takes long is cancelled', async ({ desk }) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await setField(page, /^steps/, '300');
  await page.getByRole('button', { name: 'Sweep…' }).click();
  const panel = page.getByRole('region', { name: 'Sweep' });
  await expect(panel.getByText(/is best: tail loss/)).toBeVisible({ timeout: 30_000 });
  const chart = panel.getByRole('slider', { name: /^Tail loss over the setting/ });
  const box = (await chart.boundingBox())!;
  await chart.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect(panel.getByText(/standard errors above the best/)).toBeVisible();

  await setField(page, /^steps/, '1000000');
  await expect(panel.getByText('Settings changed since')).toBeVisible();
  await panel.getByRole('button', { name: 'Sweep', exact: true }).click();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText(/cancelled after \d+ of 25/)).toBeVisible();
  // Far more than is ever computed is refused with a sentence.
  await setField(page, /^steps/, '5000000');
  await panel.getByRole('button', { name: 'Sweep', exact: true }).click();
  await expect(page.getByText(/This sweep would compute .* gradients of samples/)).toBeVisible();
});

test('a sweep that is best at its edge says so, and goes on beyond it without computing anything twice', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await setField(page, /^gradient noise/, '0');
  await setField(page, /^steps/, '300');
  await page.getByRole('button', { name: 'Sweep…' }).click();
  const panel = page.getByRole('region', { name: 'Sweep' });
  await setField(page, /^from/, '0.01');
  await setField(page, /^to/, '0.1');
  await setField(page, /^values/, '5');
  await panel.getByRole('button', { name: 'Sweep', exact: true }).click();
  await expect(
    panel.getByText(/^η₀.=.0\.1 is best: .* edge of the range; .*: sweep on\./),
  ).toBeVisible();
  await panel.getByRole('button', { name: /^Sweep on up to η₀.=.1$/ }).click();
  await expect(panel.getByText(/^η₀.=.1 is best: /)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('textbox', { name: /^to/ })).toHaveValue('1');
  await expect(page.getByRole('textbox', { name: /^values/ })).toHaveValue('9');
  // All nine are on the chart: those from before, too.
  const chart = panel.getByRole('slider', { name: /^Tail loss over the setting/ });
  await chart.focus();
  await chart.press('Home');
  await expect(chart).toHaveAttribute('aria-valuetext', /^η₀.=.0\.01: /);
  // And on once more: then the best lies inside, and nothing is offered any more.
  await panel.getByRole('button', { name: /^Sweep on up to η₀.=.10$/ }).click();
  await expect(panel.getByText(/^η₀.=.1\.78 is best: .* From η₀/)).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole('button', { name: /^Sweep on/ })).toHaveCount(0);
});

test('in a small window the opened settings make room for the race, and nothing of it is cut', async ({
  desk,
}) => {
  const page = await desk.page();
  await page.setViewportSize(sizes.small);
  await go(page, 'Lab');
  await page.getByRole('button', { name: 'All settings' }).click();
  await page.getByRole('button', { name: 'Race…' }).click();
  const panel = page.getByRole('region', { name: 'Race' });
  await expect(page.getByRole('button', { name: 'All settings' })).toBeFocused();
  const close = panel.getByRole('button', { name: 'Back to the curves' });
  // Nothing lies over it: a pointer reaches the button in its farthest corner.
  await close.click({ trial: true });
  const what = panel.getByText('a sweep of η₀ for every run, then a fair comparison');
  await expect(what).toBeVisible({ timeout: 30_000 });
  expect(await what.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
});

test('a range test shows its three marks beside the known limit, and gives one to the draft', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await page.getByRole('button', { name: 'Sweep…' }).click();
  await page.getByRole('radio', { name: 'Range test' }).click();
  const panel = page.getByRole('region', { name: 'Range test' });
  const marks = ['Steepest', 'Lowest', 'Blow-up'];
  const rowOf = (name: string) =>
    panel.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
  for (const name of marks) {
    await expect(rowOf(name)).toHaveText(/^0|^[1-9]/, { timeout: 30_000 });
  }
  // The medians move as one test after the other ends.
  await expect(panel.getByRole('button', { name: 'Test', exact: true })).toBeVisible();
  const rates: number[] = [];
  for (const name of marks) rates.push(Number.parseFloat(await rowOf(name).innerText()));
  expect(rates[0]).toBeLessThan(rates[1]!);
  expect(rates[1]).toBeLessThan(rates[2]!);
  await expect(panel.getByText('Here the stability limit is known: 2.')).toBeVisible();
  await panel.getByRole('button', { name: `Use η₀ = ${rates[0]}` }).click();
  await expect(page.getByRole('textbox', { name: /^first rate/ })).toHaveValue(String(rates[0]));
});

test('a race gives each run its own best rate, or all the same, and says which', async ({
  desk,
}) => {
  const page = await desk.page();
  await go(page, 'Lab');
  await setField(page, /^steps/, '300');
  await choose(page, /^Choose an optimizer/, /^Adam$/);
  await page.getByRole('button', { name: 'Race…' }).click();
  const panel = page.getByRole('region', { name: 'Race' });
  await expect(panel.getByRole('button', { name: 'Find best rates' })).toBeVisible();
  const own = panel.getByRole('button', { name: 'Race, each at its own best rate' });
  await expect(own).toBeEnabled({ timeout: 30_000 });
  const best = await panel.getByRole('listitem').allInnerTexts();
  expect(best).toHaveLength(2);
  const rates = best.map((words) => valueIn(words, /η₀ = ([\d.]+)/));
  expect(rates[0]).not.toBe(rates[1]);
  await own.click();
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 20_000 });
  await expect(page.getByText('Race: each at its own best η₀ (from a sweep)')).toBeVisible();
  const runs = page.getByRole('region', { name: 'Runs' });
  for (const [i, rate] of rates.entries()) {
    await runs.getByRole('button', { name: /^Edit/ }).nth(i).click();
    await expect(page.getByRole('textbox', { name: /^first rate/ })).toHaveValue(String(rate));
  }

  await page.getByRole('button', { name: 'Race…' }).click();
  await panel.getByRole('button', { name: /^Race, all at/ }).click();
  await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 20_000 });
  await expect(page.getByText(/^Race: all at one η₀ = /)).toBeVisible();

  // Which race it was is stored with it: the app says so after a restart, wherever its runs are compared.
  const again = await desk.restart();
  await go(again, 'Runs');
  await expect(again.getByText('Race: each at its own best η₀ (from a sweep)')).toHaveCount(1);
  await again
    .getByRole('button', { name: /^Open “.*” in the Lab$/ })
    .first()
    .click();
  await expect(again.getByRole('region', { name: 'Runs' })).toContainText('Race: all at one η₀ = ');
  await go(again, 'Runs');
  // The runs of the two races are told apart by their rates.
  for (const rate of rates) {
    await expect(again.getByText(new RegExp(`, η₀ = ${rate}$`)).first()).toBeVisible();
  }
  const names = ['constant', 'inverse time'].map((schedule) => new RegExp(schedule));
  for (const name of names) {
    await again.getByRole('checkbox', { name }).first().check();
  }
  await again.getByRole('button', { name: /^Compare/ }).click();
  await expect(again.getByText('Race: all at one η₀ = ')).toBeVisible();
});
