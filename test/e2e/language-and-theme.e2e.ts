/** Language and theme switch at once, everywhere, and stay. */
import { expect, test } from './support/app.ts';
import { chooseFromMenu, go } from './support/views.ts';

test('the language switches at once, menus included, and is remembered', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('button', { name: '实验室', exact: true })).toBeVisible();
  const app = await desk.app();
  const menus = (): Promise<readonly string[]> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label));
  await expect.poll(menus).toContain('视图');

  const again = await desk.restart();
  await expect(again.getByRole('button', { name: '实验室', exact: true })).toBeVisible();
});

test('the theme follows the choice', async ({ desk }) => {
  const page = await desk.page();
  const paper = (): Promise<string> =>
    page.evaluate(
      () =>
        getComputedStyle(document.body).backgroundColor +
        getComputedStyle(document.documentElement).backgroundColor,
    );
  const dark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.getByRole('combobox', { name: /^Theme/ }).click();
  await page.getByRole('option', { name: 'Dark' }).click();
  await expect.poll(dark).toBe(true);
  const inDark = await paper();
  await page.getByRole('combobox', { name: /^Theme/ }).click();
  await page.getByRole('option', { name: 'Light' }).click();
  await expect.poll(dark).toBe(false);
  expect(await paper()).not.toBe(inDark);
});

test('menu commands reach the page, and About names the versions', async ({ desk }) => {
  const page = await desk.page();
  const app = await desk.app();
  await chooseFromMenu(app, 'go-runs');
  await expect(page.getByText('No runs yet', { exact: true })).toBeVisible();
  await chooseFromMenu(app, 'about');
  const about = page.getByRole('dialog', { name: /About Downhill/ });
  await expect(about).toContainText('SQLite');
  await expect(about).toContainText('Electron');
  await expect(about).toContainText('katex', { ignoreCase: true });
  await page.keyboard.press('Escape');
  await expect(about).toHaveCount(0);
  await go(page, 'Settings');
  await expect(page.getByText(desk.dataFolder, { exact: true })).toBeVisible();
});
