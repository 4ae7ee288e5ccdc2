/** "Code or formula?": reads pasted code in both languages, names where it parts from the formula, refuses the rest. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { openLesson } from './support/lesson.ts';
import { choose, go, setField } from './support/views.ts';

const line = 'lr = lr / (1 + decay_rate * epoch)';

async function openLens(page: Page): Promise<void> {
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'Read a piece of code' }).click();
}

function parted(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('table').locator('tr.parts');
}

test('the famous line parts from its formula at 2, in English and in Chinese', async ({ desk }) => {
  const page = await desk.page();
  await openLens(page);
  const code = page.getByRole('textbox', { name: 'Code', exact: true });
  await code.fill(line);
  const finding = page.getByRole('status').filter({ hasText: 'inverse time' });
  await expect(finding).toContainText('This is not inverse time: every epoch divides again');
  await expect(finding).toContainText(
    'From epoch 2 on, code and formula part: the code has 0.075758, the formula 0.083333.',
  );
  await expect(parted(page)).toHaveCount(1);
  await expect(parted(page)).toContainText('part at epoch 2');
  // 0.1·R(0.1) = 0.43327, of which 0.43051 is behind after ten epochs.
  await expect(page.getByText('all the travel it has left is 0.00276')).toBeVisible();

  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  const typed = page.getByRole('textbox', { name: '代码', exact: true });
  await typed.fill(line.replace('decay_rate', 'k'));
  await expect(page.getByRole('status').filter({ hasText: '这不是逆时间衰减' })).toContainText(
    '从第 2 轮起，代码与公式分开：代码 0.075758，公式 0.083333。',
  );
  await expect(parted(page)).toContainText('第 2 轮起分开');
  await typed.fill('lr = lr $ 2');
  await expect(page.getByText('这段我读不懂')).toBeVisible();
  await expect(page.getByText('第 1 行：字符“$”不会出现在这样的代码里。')).toBeVisible();
});

test('examples, fields and the formula meant change what is found; nonsense is refused and kept', async ({
  desk,
}) => {
  const page = await desk.page();
  await openLens(page);
  await choose(page, /^Example/, 'old Keras: decay=');
  await expect(parted(page)).toContainText('part at step 1');
  await page.getByRole('radio', { name: 'steps', exact: true }).click();
  await expect(page.getByText('Code and formula agree throughout this run')).toBeVisible();
  await expect(parted(page)).toHaveCount(0);

  await choose(page, /^Example/, 'from η₀ every epoch');
  await page.getByRole('radio', { name: 'epochs', exact: true }).click();
  await setField(page, /^Decay/, '0.5');
  await expect(page.getByRole('row', { name: /^1 0\.066667 0\.066667/ })).toBeVisible();
  await choose(page, /^Formula you meant/, 'literal recurrence');
  await expect(parted(page)).toContainText('part at epoch 2');

  await choose(page, /^Example/, 'cut on a plateau');
  await expect(
    page.getByText('This rule looks at a metric, val_loss, not at a clock.'),
  ).toBeVisible();

  const code = page.getByRole('textbox', { name: 'Code', exact: true });
  await code.fill('lr = 0.1\nimagine all the people');
  await expect(page.getByText('I cannot read this')).toBeVisible();
  await expect(page.getByText('Line 2: “all” cannot stand here.')).toBeVisible();
  await expect(code).toHaveValue('lr = 0.1\nimagine all the people');
  await expect(page.getByText('Keep only the lines that set the rate')).toBeVisible();
});

for (const [locale, words] of Object.entries({
  en: {
    unfold: 'Show it without a run',
    read: 'Have the second line read as code',
    parts: 'part at epoch 2',
    agree: 'Their first 2 values agree.',
    back: 'Back to the experiment',
  },
  'zh-CN': {
    unfold: '不运行，直接看',
    read: '把第二行代码读一遍',
    parts: '第 2 轮起分开',
    agree: '前 2 个值相同。',
    back: '回到本课的实验',
  },
})) {
  test(`lesson 7 reads its line of code in place of the stage: ${locale}`, async ({ desk }) => {
    const page = await desk.page();
    await request(page, 'preferences:write', { locale: locale as 'en' | 'zh-CN' });
    await openLesson(page, 7);
    await page.getByRole('button', { name: words.unfold }).click();
    const passage = page.getByRole('button', { name: words.read });
    await passage.focus();
    await page.keyboard.press('Enter');
    await expect(parted(page)).toContainText(words.parts);
    await expect(page.getByRole('status').filter({ hasText: words.agree })).toBeVisible();
    const rates = page.getByRole('row').filter({ has: page.locator('th[scope="row"]') });
    for (const i of [0, 1]) await expect(rates.nth(i).locator('td').nth(2)).toHaveText('1.00');

    await page.keyboard.press('Escape');
    await expect(parted(page)).toHaveCount(0);
    await expect(passage).toBeFocused();
    await passage.click();
    await page.getByRole('button', { name: words.back }).click();
    await expect(page.locator('[data-pane="rate"]')).toBeVisible();
    await expect(passage).toBeFocused();
  });
}
