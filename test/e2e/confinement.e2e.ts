/** The page can go nowhere and get nothing: navigation, windows, permissions, code, network. */
import { expect, test } from './support/app.ts';

test('the page is isolated from Node and Electron', async ({ desk }) => {
  const page = await desk.page();
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'ipcRenderer', 'Buffer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  const frozen = await page.evaluate(() => {
    const { lab } = window as unknown as { lab: Record<string, unknown> };
    try {
      lab['run:list'] = () => 'mine';
    } catch {
      /* A frozen object may throw; either way it must stay what it was. */
    }
    return Reflect.get(lab, 'run:list') !== undefined && String(lab['run:list']).includes('mine');
  });
  expect(frozen).toBe(false);
});

test('navigation and new windows are refused', async ({ desk }) => {
  const page = await desk.page();
  const before = page.url();
  // Not awaited inside the page: a refused window may never answer its opener.
  await page.evaluate(() => void setTimeout(() => window.open('app://lab/index.html')));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'app://lab/elsewhere.html';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  const windows = await (
    await desk.app()
  ).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});

test('permissions are denied', async ({ desk }) => {
  const page = await desk.page();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera'] as const;
    const found = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return found.map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});
