/** F1 explains the view one is in, in both languages; what it leads to opens. */
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { serious } from './support/serious.ts';
import { chooseFromMenu, go } from './support/views.ts';

test('F1 tells what the view is for, its parts and its keys, and leads to a lesson', async ({
  desk,
}) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  await go(page, 'Lab');
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Lab' });
  await expect(help.getByText('Build one experiment and watch it.')).toBeVisible();
  await expect(help.getByText('Move the start point', { exact: true })).toBeVisible();
  await expect.poll(() => serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);

  await request(page, 'preferences:write', { locale: 'zh-CN' });
  await page.getByRole('navigation').getByRole('button', { name: '记录', exact: true }).click();
  await chooseFromMenu(await desk.app(), 'help');
  await expect(page.getByRole('dialog', { name: '记录' })).toContainText('每次运行都自动存在这里');
  await page.getByRole('dialog').getByRole('button', { name: '全部快捷键' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '设置', level: 1 })).toBeVisible();
});
