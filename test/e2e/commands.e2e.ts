/** The command palette: everything the menu has, found by words, by the other language, by initials of pinyin. */
import { presets } from '../../core/experiment/presets.ts';
import { expect, test } from './support/app.ts';
import { ended, planOf, record, request } from './support/lab.ts';
import { serious } from './support/serious.ts';

test('a command is found by the initials of its pinyin and done with the keyboard alone', async ({
  desk,
}) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'zh-CN' });
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '命令' });
  await expect(field).toBeFocused();
  // Not while it fades in.
  await expect.poll(() => serious(page)).toEqual([]);
  await field.fill('xxlfw');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option')).toHaveText('学习率范围测试');
  await field.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: '范围测试' })).toBeChecked();
});

test('keys are shown beside commands; what is not there is said; Escape gives the focus back', async ({
  desk,
}) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  const settings = page.getByRole('navigation').getByRole('button', { name: 'Settings' });
  await settings.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /^Step card/ })).toContainText(/Ctrl\s*I/);
  const field = page.getByRole('combobox', { name: 'Commands' });
  await field.fill('qqqq');
  await expect(page.getByText('Nothing is called that.')).toBeVisible();
  await field.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(settings).toBeFocused();
});

test('a run is found by its name and opened', async ({ desk }) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  await record(page);
  const [first] = planOf(presets.pair, { totalSteps: 50, replicates: 1 }).runs;
  const plan = { name: 'found', runs: [{ ...first!, name: 'slow walk' }], pace: null };
  const { runIds } = await request(page, 'experiment:start', plan);
  await ended(page, runIds);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('slow wa');
  const option = page.getByRole('option');
  await expect(option).toHaveCount(1);
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(option).toContainText('found');
  // A command that fits is chosen before any run; what was found before is gone.
  await page.getByRole('combobox', { name: 'Commands' }).fill('trash');
  await expect(option).toHaveCount(1);
  await expect(option).toHaveText('Trash');
  await page.getByRole('combobox', { name: 'Commands' }).fill('slow wa');
  await page.getByRole('option', { name: 'slow walk' }).click();
  await expect(page.getByRole('heading', { name: 'slow walk' })).toBeVisible();
});

test('a run that is older than those that are read at the start is found, too', async ({
  desk,
}) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  await record(page);
  const [only] = planOf(presets.pair, { totalSteps: 1, replicates: 1 }).runs;
  const named = (name: string): typeof only => ({ ...only!, name });
  const start = async (names: readonly string[]): Promise<void> => {
    const plan = { name: 'many', runs: names.map((name) => named(name)!), pace: null };
    await ended(page, (await request(page, 'experiment:start', plan)).runIds);
  };
  await start(['oldest of all']);
  for (let i = 0; i < 7; i++) await start(Array.from({ length: 8 }, (_, k) => `newer ${i} ${k}`));
  await desk.restart();
  const again = await desk.page();
  await again.keyboard.press('Control+k');
  await again.getByRole('combobox', { name: 'Commands' }).fill('oldest of');
  await again.getByRole('option', { name: 'oldest of all' }).click();
  await expect(again.getByRole('heading', { name: 'oldest of all' })).toBeVisible();
});

test('lessons, terms and notes of runs are found in the same box, under their headings', async ({
  desk,
}) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'zh-CN' });
  await record(page);
  const [only] = planOf(presets.pair, { totalSteps: 20, replicates: 1 }).runs;
  const plan = { name: 'e', runs: [{ ...only!, name: 'r' }], pace: null };
  const { runIds } = await request(page, 'experiment:start', plan);
  await ended(page, runIds);
  await request(page, 'run:change', { ids: runIds, change: { note: '噪声地板太高' } });
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '命令' });
  await field.fill('噪声地板');
  const group = (name: string): ReturnType<typeof page.getByRole> =>
    page.getByRole('group', { name, exact: true }).getByRole('option');
  await expect(group('课程').first()).toContainText('噪声地板');
  await expect(group('术语').first()).toContainText('噪声地板');
  await expect(group('运行')).toHaveCount(1);
  await expect(group('运行')).toContainText('r');
  // The name of the seed's words for a term leads to the term.
  await field.fill('梯度削减学习率');
  await expect(page.getByRole('option').first()).toContainText('学习率衰减');
  await field.press('Enter');
  await expect(page.getByRole('heading', { name: '术语表' }).first()).toBeVisible();
});

test('words that stand in a lesson lead to their section; where they are a term, the glossary comes first', async ({
  desk,
}) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  const option = page.getByRole('option');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Commands' });
  await field.fill('noise floor');
  await expect(option.first()).toContainText('噪声地板');
  await expect(page.getByText('In the lessons')).toBeVisible();
  await field.fill('luck pulls the brake');
  await expect(option).toHaveCount(1);
  await expect(option).toContainText('luck pulls the brake');
  await expect(option).toContainText('Lesson 8: Braking by feedback');
  await field.press('Enter');
  const insight = page.locator('[data-section="insight"]');
  await expect(insight.getByText('luck pulls the brake')).toBeInViewport();
  await expect(page.locator('[aria-current="step"]')).toHaveText(/Insight/);

  // From within one lesson to another place of the same, in Chinese from two characters.
  await request(page, 'preferences:write', { locale: 'zh-CN' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '命令' }).fill('台阶');
  await expect(option.first()).toContainText('第 8 课');
  await page.getByRole('combobox', { name: '命令' }).press('Enter');
  await expect(page.locator('[data-section="run"]').getByText('台阶')).toBeInViewport();
  await expect(page.locator('[aria-current="step"]')).toHaveText(/运行/);
});

test('what else the menu has is there, too: undo of the view in sight, and the window', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await request(page, 'preferences:write', { locale: 'zh-CN' });
  const field = page.getByRole('combobox', { name: '命令' });
  const command = async (typed: string, words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await field.fill(typed);
    await page.getByRole('option', { name: words }).first().click();
  };
  const zoom = (): Promise<number> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel(),
    );
  await command('fd', '放大');
  await expect.poll(zoom).toBe(0.5);
  await command('sjdx', '实际大小');
  await expect.poll(zoom).toBe(0);

  await record(page);
  const [only] = planOf(presets.pair, { totalSteps: 20, replicates: 1 }).runs;
  const plan = { name: 'e', runs: [{ ...only!, name: 'kept' }], pace: null };
  const { runIds } = await request(page, 'experiment:start', plan);
  await ended(page, runIds);
  await page.keyboard.press('Control+5');
  await request(page, 'run:change', { ids: runIds, change: { name: 'changed' } });
  const row = (name: string) => page.getByRole('button', { name: `“${name}”` }).first();
  await expect(row('changed')).toBeVisible();
  await command('cx', '撤销');
  await expect(row('kept')).toBeVisible();
  await command('redo', '重做');
  await expect(row('changed')).toBeVisible();
});
