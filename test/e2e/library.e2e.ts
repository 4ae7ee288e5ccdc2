/** Runs: rename, trash and undo, restore, overlay two. */
import { expect, test } from './support/app.ts';
import { answerBoxes, asked } from './support/save.ts';
import { go, runPair, ofRun } from './support/views.ts';

test('a run is renamed, moved to the trash, brought back, and two are overlaid', async ({
  desk,
}) => {
  const page = await desk.page();
  await runPair(page);
  await go(page, 'Runs');

  const name = '一个名字非常非常长的实验，decay=0.0001，第二十三次';
  await ofRun(page, 'inverse time', 'Rename');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Open “${name}”` })).toBeVisible();

  const constant = page.getByRole('button', { name: 'Open “constant”' });
  await ofRun(page, 'constant', 'Move to trash');
  await expect(constant).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(constant).toBeVisible();

  await ofRun(page, 'constant', 'Move to trash');
  await expect(constant).toHaveCount(0);
  const notice = page.getByRole('region', { name: /Notifications/ });
  await expect(notice).toContainText('“constant” moved to the trash');
  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  await expect(notice.or(page.getByRole('region', { name: /通知/ }))).toContainText(
    '“常数”已移到回收站',
  );
  await page.getByRole('button', { name: '切换到 English' }).click();
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await expect(page.getByText('moved to the trash')).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore “constant”' }).click();
  await go(page, 'Runs');
  await expect(constant).toBeVisible();

  await page.getByRole('checkbox', { name: 'Select “constant”' }).click();
  await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
  await page.getByRole('button', { name: 'Compare 2' }).click();
  await expect(page.getByText('Only what differs')).toBeVisible();
  await expect(page.getByRole('slider', { name: /curves/ })).toBeVisible();

  const again = await desk.restart();
  await go(again, 'Runs');
  await expect(again.getByRole('button', { name: `Open “${name}”` })).toBeVisible();
});

test('the trash is emptied after a question, and what is left says for how long', async ({
  desk,
}) => {
  const page = await desk.page();
  await runPair(page);
  await go(page, 'Runs');
  await ofRun(page, 'constant', 'Move to trash');
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await expect(page.getByText('30 days left')).toBeVisible();
  const empty = page.getByRole('button', { name: 'Empty trash…' });
  const app = await desk.app();
  await answerBoxes(app, 1);
  await empty.click();
  await expect.poll(() => asked(app)).toHaveLength(1);
  await expect(empty).toBeEnabled();
  await expect(page.getByText('30 days left')).toBeVisible();
  await expect(empty).toBeFocused();
  await answerBoxes(app, 0);
  await empty.click();
  await expect(page.getByText('1 run deleted for good')).toBeVisible();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  await expect(
    page.locator('#content').getByRole('button', { name: 'Runs', exact: true }),
  ).toBeFocused();
});

test('the page of a run of several seeds says whose losses it shows', async ({ desk }) => {
  const page = await desk.page();
  await runPair(page);
  await go(page, 'Runs');
  await page.getByRole('button', { name: 'Open “constant”' }).click();
  const loss = (label: string) =>
    page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');
  await expect(loss('Tail loss, mean of 24 seeds')).toHaveText(/^\s*0\.\d+\s+± 0\.\d+\s*$/);
  await expect(loss('Last loss, first seed')).toBeVisible();
  await expect(loss('Lowest loss, first seed')).toBeVisible();
});
