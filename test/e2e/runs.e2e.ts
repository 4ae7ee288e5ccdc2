/** The library of runs: search, filter, groups, order, columns, and choosing by mouse and keyboard. */
import type { Locator, Page } from '@playwright/test';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { fillLibrary, rows } from './support/four-runs.ts';
import { settled } from './support/settled.ts';
import { choose, go, ofRun } from './support/views.ts';

const heading = (page: Page): Locator => page.getByRole('banner').getByRole('status');

test('runs are searched, filtered, grouped and ordered', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  await expect(rows(page)).toHaveText(['Adam', 'Adam, twice the rate', 'decay 0.1', '衰减太快']);

  const search = page.getByRole('textbox', { name: /^Search/ });
  await page.keyboard.press('ControlOrMeta+f');
  await expect(search).toBeFocused();
  await search.fill('衰减');
  await expect(rows(page)).toHaveText(['衰减太快']);
  await expect(heading(page)).toHaveText('1 of 4 runs');
  await expect(page.locator('mark')).toHaveText('衰减');
  await search.press('Escape');
  await expect(rows(page)).toHaveCount(4);

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('menuitem', { name: 'optimizer' }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: /^Adam/ }).click();
  await expect(rows(page)).toHaveText(['Adam', 'Adam, twice the rate']);
  // More can be chosen until Escape closes it, and the keys are where they were.
  await page.getByRole('menuitemcheckbox', { name: /^Gradient descent/ }).click();
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('menuitemcheckbox', { name: /^Gradient descent/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await expect(rows(page)).toHaveText(['Adam', 'Adam, twice the rate']);
  await search.fill('decay');
  await expect(page.getByRole('heading', { name: 'No run fits' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all runs' }).click();
  await expect(rows(page)).toHaveCount(4);

  await choose(page, /^group by/, 'optimizer');
  await expect(page.getByRole('button', { name: 'Fold Adam' })).toBeVisible();
  await page.getByRole('button', { name: /^Fold .*SGD/ }).click();
  await expect(rows(page)).toHaveText(['Adam', 'Adam, twice the rate']);
  await choose(page, /^group by/, 'nothing');

  const name = page.getByRole('columnheader', { name: 'Name' });
  await name.getByRole('button').click();
  await expect(name).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page)).toHaveText(['Adam', 'Adam, twice the rate', 'decay 0.1', '衰减太快']);
  await name.getByRole('button').click();
  await expect(rows(page)).toHaveText(['衰减太快', 'decay 0.1', 'Adam, twice the rate', 'Adam']);

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Seed' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Seed' })).toBeVisible();
});

test('the run whose decay was too fast is found by that, and its page says in words why it lost', async ({
  desk,
}) => {
  const page = await desk.page();
  await fillLibrary(page);
  // Nothing has to be pointed at: the row says it, and the list beside the table leads to it.
  const row = page.getByRole('row', { name: /衰减太快/ });
  await expect(row.getByText(/^frozen, \S+× loss$/)).toBeVisible();
  // What can be done with a row lies over none of it.
  await row.hover();
  const chip = row.getByText(/^frozen/);
  const menu = row.getByRole('button', { name: /^What can be done/ });
  await expect(menu).toBeVisible();
  const [ends, begins] = [(await chip.boundingBox())!, (await menu.boundingBox())!];
  expect(ends.x + ends.width).toBeLessThan(begins.x);
  await page.getByRole('button', { name: 'Decay too fast 1' }).click();
  await expect(rows(page)).toHaveText(['衰减太快']);
  await page.getByRole('button', { name: 'All runs 4' }).click();
  const search = page.getByRole('textbox', { name: /^Search/ });
  await search.fill('decay too fast');
  await expect(rows(page)).toHaveText(['衰减太快']);
  await search.fill('diverged');
  await expect(page.getByRole('heading', { name: 'No run fits' })).toBeVisible();
  await search.fill('frozen');
  await expect(chip).toHaveClass(/found/);
  // In a small window, where the list is away, one press shows them, too, and another all again.
  await page.setViewportSize(sizes.small);
  const quick = page.getByRole('banner').getByRole('button', { name: 'Decay too fast 1' });
  await quick.click();
  await expect(search).toHaveValue('');
  await expect(rows(page)).toHaveText(['衰减太快']);
  await quick.click();
  await expect(rows(page)).toHaveCount(4);
  await page.setViewportSize(sizes.large);
  // Who goes to all runs from Start sees all, whatever was looked for before.
  await page.getByRole('button', { name: 'Decay too fast 1' }).click();
  await expect(rows(page)).toHaveText(['衰减太快']);
  await go(page, 'Start');
  await page.getByRole('button', { name: 'All runs' }).click();
  await expect(rows(page)).toHaveCount(4);
  // From Start and from its row what says so leads to why.
  await go(page, 'Start');
  const recent = page.getByRole('listitem').filter({ hasText: '第一批' });
  await recent.getByRole('button', { name: /^frozen, \S+× loss$/ }).click();
  const head = page.getByRole('banner');
  await expect(head.getByText(/^frozen, /)).toBeVisible();
  // The question that one came with leads to one's own run, and the row to the Lab with that run selected.
  await go(page, 'Start');
  await page.getByRole('button', { name: 'In a recent run it was' }).click();
  await expect(head.getByText(/^frozen, /)).toBeVisible();
  await go(page, 'Start');
  await recent.getByRole('button', { name: '第一批' }).click();
  await expect(
    page.getByRole('main').getByRole('button', { name: '衰减太快', pressed: true }),
  ).toBeVisible();
  await go(page, 'Runs');
  await chip.click();
  await expect(head.getByText(/^frozen, /)).toBeVisible();
  const why = page.getByRole('main').getByRole('status');
  // What became of this run comes first, then how it did against another.
  await expect(why).toContainText(
    /^\s*Frozen: .* (“decay 0\.1” (wins|ends)|Without noise “decay 0\.1” wins)/s,
  );
  await expect(why).toContainText(
    /Frozen: the decay was too fast\. 衰减太快: the rate died out before it arrived\. .* spent by step \d+ of 50, /,
  );
  await expect(why).toContainText(
    /times that of a constant rate: with η kept at 0\.1 it would have come to about \S+\. Let η fall more slowly/,
  );
});

test('a pinned run stands on Start behind newer experiments, and comes back on the stage', async ({
  desk,
}) => {
  const page = await desk.page();
  await fillLibrary(page);
  const listed = await request(page, 'run:list', { limit: 10, trashed: false });
  const [old, other] = listed.toReversed();
  await request(page, 'run:change', { ids: [old!.id], change: { pinned: true } });
  await go(page, 'Start');
  const pinned = page.getByRole('region', { name: 'Pinned' }).getByRole('listitem');
  await expect(pinned).toHaveCount(1);
  await expect(pinned).toContainText('第一批');
  await pinned.getByRole('button', { name: old!.name, exact: true }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('button', { name: old!.name, pressed: true })).toBeVisible();
  // It comes with the others of its experiment, though that is not among the newest.
  await expect(main.getByRole('button', { name: '衰减太快', pressed: false })).toBeVisible();
  // Archived it is out of sight here as well, pinned or not.
  await request(page, 'run:change', { ids: [old!.id], change: { archived: true } });
  await go(page, 'Start');
  await expect(page.getByRole('heading', { name: 'Pinned' })).toHaveCount(0);
  await request(page, 'run:change', { ids: [old!.id], change: { archived: false } });
  await expect(pinned).toHaveCount(1);
  // Given up, it leaves its place to another.
  await request(page, 'run:change', { ids: [old!.id], change: { pinned: false } });
  await request(page, 'run:change', { ids: [other!.id], change: { pinned: true } });
  await go(page, 'Start');
  await expect(pinned.getByRole('button', { name: other!.name, exact: true })).toBeVisible();
  await expect(pinned).toHaveCount(1);
});

test('what an input method composes is searched for when it is done', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  const search = page.getByRole('textbox', { name: /^Search/ });
  await search.focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', {
    text: 'shuai',
    selectionStart: 5,
    selectionEnd: 5,
  });
  await expect(search).toHaveValue('shuai');
  await expect(rows(page)).toHaveCount(4);
  await devtools.send('Input.insertText', { text: '衰减' });
  await expect(rows(page)).toHaveText(['衰减太快']);
});

test('runs are chosen by click, range and keyboard, and compared', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  const row = (name: string): Locator => page.getByRole('row', { name: `Select “${name}”` });
  const chosen = page.getByRole('row', { selected: true });
  await row('Adam')
    .getByRole('gridcell')
    .last()
    .click({ position: { x: 4, y: 18 } });
  await expect(chosen).toHaveCount(1);
  await row('decay 0.1')
    .getByRole('gridcell')
    .last()
    .click({ modifiers: ['Shift'], position: { x: 4, y: 18 } });
  await expect(chosen).toHaveCount(3);
  await row('Adam')
    .getByRole('gridcell')
    .last()
    .click({ modifiers: ['ControlOrMeta'], position: { x: 4, y: 18 } });
  await expect(chosen).toHaveCount(2);

  const grid = page.getByRole('grid', { name: 'Runs' });
  await grid.focus();
  await grid.press('Escape');
  await expect(chosen).toHaveCount(0);
  await grid.press('Home');
  await grid.press(' ');
  await grid.press('ArrowDown');
  await grid.press('ArrowDown');
  await grid.press(' ');
  await expect(chosen).toHaveCount(2);
  // From the row that was ticked last on, the first one no longer with it.
  const third = (await chosen.last().textContent())!;
  await grid.press('Shift+ArrowDown');
  await expect(chosen.first()).toHaveText(third);
  await expect(chosen).toHaveCount(2);
  await grid.press('ControlOrMeta+a');
  await expect(chosen).toHaveCount(4);
  // Two clicks on a box are no double click on the row; a range that leaves a row as it was leaves its tick.
  const box = row('Adam').getByRole('checkbox');
  await box.dblclick();
  await expect(chosen).toHaveCount(4);
  await box.click();
  await box.click({ modifiers: ['Shift'] });
  await box.click({ modifiers: ['Shift'] });
  await expect(row('Adam')).toHaveAttribute('aria-selected', 'true');
  await expect(box).toBeChecked();
  await grid.press('ControlOrMeta+a');
  await expect(chosen).toHaveCount(4);
  await page.getByRole('button', { name: 'Compare 4' }).click();
  await expect(page.getByText('Only what differs')).toBeVisible();
});

test('tags, pins and a saved view survive a restart; so does the way back from the trash', async ({
  desk,
}) => {
  const page = await desk.page();
  await fillLibrary(page);
  await page.getByRole('checkbox', { name: 'Select “衰减太快”' }).click();
  await page.getByRole('checkbox', { name: 'Select “Adam”' }).click();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  const tag = page.getByRole('textbox', { name: 'Add a tag' });
  await tag.fill('学习率太大');
  await tag.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await expect(page.getByRole('img', { name: 'pinned' })).toHaveCount(2);

  const search = page.getByRole('textbox', { name: /^Search/ });
  await search.fill('学习率');
  await expect(rows(page)).toHaveText(['Adam', '衰减太快']);
  await choose(page, /^group by/, 'optimizer');
  await page.getByRole('button', { name: 'Save this view' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the view' });
  await name.fill('太大的');
  await name.press('Enter');
  await expect(page.getByRole('button', { name: '太大的', exact: true })).toBeVisible();
  await search.fill('');
  await choose(page, /^group by/, 'experiment');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await ofRun(page, 'Adam', 'Move to trash');
  await expect(rows(page)).toHaveCount(3);

  const again = await desk.restart();
  await go(again, 'Runs');
  // The pinned run leads its group, and its group the others.
  await expect(rows(again)).toHaveText(['衰减太快', 'decay 0.1', 'Adam, twice the rate']);
  await again.keyboard.press('ControlOrMeta+z');
  await expect(again.getByRole('region', { name: /Notifications/ })).toContainText(
    'Undone: moving to the trash',
  );
  await expect(rows(again)).toHaveText(['Adam', 'Adam, twice the rate', '衰减太快', 'decay 0.1']);
  await again.getByRole('button', { name: '太大的', exact: true }).click();
  await expect(rows(again)).toHaveText(['Adam', '衰减太快']);
  await expect(again.getByRole('button', { name: 'Fold Adam' })).toBeVisible();
  await expect(again.getByRole('img', { name: 'pinned' })).toHaveCount(2);

  await again.keyboard.press('ControlOrMeta+Shift+z');
  await expect(rows(again)).toHaveText(['衰减太快']);

  // In a small window the views come when they are asked for, and go when one is chosen or left.
  await again.setViewportSize(sizes.small);
  const views = again.getByRole('region', { name: 'Views' });
  const ask = again.getByRole('button', { name: 'Views', exact: true });
  await expect(views).toBeHidden();
  await ask.click();
  await expect(views.getByRole('button', { name: '太大的', exact: true })).toBeFocused();
  await again.keyboard.press('Escape');
  await expect(views).toBeHidden();
  await expect(ask).toBeFocused();
  await ask.press('Enter');
  await views.getByRole('button', { name: /^All runs/ }).click();
  await expect(views).toBeHidden();
  await expect(rows(again)).toHaveCount(3);
});

test('a note in Chinese with a formula is written, found and undone', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  await page.getByRole('button', { name: 'Open “Adam”', exact: true }).click();
  await page.getByRole('button', { name: 'Write a note' }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.fill('学习率在这里太大：$\\eta > 2/L$。\n\n第二段');
  // Escape keeps it as well: an undo can take it back, but nothing could bring it.
  await note.press('Escape');
  await expect(page.getByRole('button', { name: 'Edit the note' })).toBeFocused();
  // Once given, the focus is not taken back by what becomes of the note later.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: 'Write a note' })).toBeVisible();
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.tagName);
  expect(await settled(focused)).toBe('BODY');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.locator('.note .katex')).toHaveCount(1);
  await expect(page.getByText('第二段')).toBeVisible();
  // What cannot be set stands there as it was typed, and says why.
  await page.getByRole('button', { name: 'Edit the note' }).click();
  await note.fill('$\\frac{1}{$ $\\eta$');
  await note.press('Escape');
  await expect(page.getByText('$\\frac{1}{$', { exact: true })).toHaveAttribute('title', /a brace/);
  await expect(page.locator('.note .katex')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('第二段')).toBeVisible();
  await page.getByRole('textbox', { name: 'Conclusion' }).fill('下次减半');
  await page.getByRole('textbox', { name: 'Conclusion' }).press('Enter');

  await page.getByRole('button', { name: 'Runs', exact: true }).last().click();
  await page.getByRole('textbox', { name: /^Search/ }).fill('第二段');
  await expect(rows(page)).toHaveText(['Adam']);
  await expect(page.getByRole('rowheader').getByText(/^note: .*第二段$/)).toBeVisible();
  await expect(page.locator('mark')).toHaveText('第二段');
  await page.getByRole('textbox', { name: /^Search/ }).fill('减半');
  await expect(rows(page)).toHaveText(['Adam']);
  await expect(page.getByRole('rowheader').getByText('conclusion: 下次减半')).toBeVisible();

  const again = await desk.restart();
  await go(again, 'Runs');
  await again.getByRole('button', { name: 'Open “Adam”', exact: true }).click();
  await expect(again.locator('.note .katex')).toHaveCount(1);
  await expect(again.getByRole('textbox', { name: 'Conclusion' })).toHaveValue('下次减半');
  await again.getByRole('button', { name: /^Undo: writing the conclusion/ }).click();
  await expect(again.getByRole('textbox', { name: 'Conclusion' })).toHaveValue('');
  await again.getByRole('button', { name: /^Undo: editing the note/ }).click();
  await expect(again.getByRole('button', { name: 'Write a note' })).toBeVisible();
  await again.getByRole('button', { name: 'Open in the Lab' }).click();
  await expect(again.getByRole('button', { name: 'Run again' })).toBeVisible();
});

test('a row is renamed, repeated and told from its baseline by keyboard', async ({ desk }) => {
  const page = await desk.page();
  await fillLibrary(page);
  const grid = page.getByRole('grid', { name: 'Runs' });
  await grid.focus();
  await grid.press('ArrowDown');
  await grid.press('F2');
  const field = page.getByRole('textbox', { name: 'Rename “Adam”' });
  await field.fill('Adam at home');
  await field.press('Enter');
  await expect(grid).toBeFocused();
  await expect(rows(page).first()).toHaveText('Adam at home');
  await grid.press('F2');
  await page.getByRole('textbox', { name: 'Rename “Adam at home”' }).press('Escape');
  await expect(grid).toBeFocused();

  await grid.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await grid.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter');
  const fromMenu = page.getByRole('textbox', { name: 'Rename “Adam at home”' });
  await expect(fromMenu).toBeFocused();
  // The menu that closes gives the focus back; it must not end here.
  await page.waitForTimeout(300);
  await expect(fromMenu).toBeFocused();
  await fromMenu.press('Escape');
  await expect(grid).toBeFocused();
  await grid.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Run again' }).press('Enter');
  await expect(grid).toBeFocused();
  await expect(rows(page)).toHaveText([
    'Adam at home',
    'Adam at home',
    'Adam, twice the rate',
    'decay 0.1',
    '衰减太快',
  ]);

  const [baseline] = (await request(page, 'run:list', { limit: 10, trashed: false })).filter(
    ({ name }) => name === 'decay 0.1',
  );
  await request(page, 'run:change', { ids: [baseline!.id], change: { baseline: true } });
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'From baseline' }).click();
  await page.keyboard.press('Escape');
  const other = page.getByRole('row').filter({ hasText: '衰减太快' });
  await expect(other).toContainText('d = 5');
  await expect(other).toContainText(/× |%/);
});
