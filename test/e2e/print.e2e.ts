/** A lesson on paper: what was seen of it with its charts, as PDF and through the print dialog. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../host/launch-app.ts';
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { openLesson } from './support/lesson.ts';
import { savedPages, textOf } from './support/paper.ts';
import { readPdf, type PdfPage } from './support/pdf.ts';
import { answerDialogs } from './support/save.ts';
import { chooseFromMenu, go } from './support/views.ts';

const section = (page: Page, name: string) => page.locator(`[data-section="${name}"]`);

/** The fonts that these words are drawn in, without spaces; where there are several such words, the first. */
function fontsOf(pages: readonly PdfPage[], words: string): ReadonlySet<string> {
  const page = pages.find(({ text }) => text.includes(words))!;
  const begin = page.text.indexOf(words);
  return new Set(page.fonts.slice(begin, begin + words.length));
}

test('a lesson that was not run is printed as far as it was read', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await openLesson(page, 1);
  const text = textOf(await savedPages(app, desk.dataFolder));
  expect(text).toContain('Sevenstepsdownthehill');
  expect(text).toContain('at0.6');
  expect(text).toContain('Therestofthislessonisnotprintedyet');
  for (const hidden of ['1.464', 'yourchoice', 'Insight', 'Loss'])
    expect(text).not.toContain(hidden);
  await expect(page.locator('.sheet')).toHaveCount(0);
  await expect(page).toHaveTitle('Downhill');
});

const said = {
  en: ['Lesson1', 'Yousawitcoming.', 'Insight', 'Iseethat', 'expected', 'lastloss'],
  'zh-CN': ['第1课', '你料到了。', '领悟', '我看到了', '期望', '最后的损失'],
} as const;

for (const locale of ['en', 'zh-CN'] as const) {
  test(`a lesson that was run is printed whole with its charts in ${locale}, on white also at night`, async ({
    desk,
  }) => {
    const app = await desk.app();
    const { page } = app;
    await answerDialogs(app, desk.dataFolder);
    await request(page, 'preferences:write', { locale, theme: 'dark' });
    await openLesson(page, 1);
    await section(page, 'predict').locator('[aria-pressed]').nth(1).click();
    await page.getByRole('combobox').last().click();
    await page.getByRole('option').last().click();
    await section(page, 'run').locator('.verbs button').first().click();
    await expect(section(page, 'seen')).toContainText('1.464');
    const sentence = section(page, 'conclusion').getByRole('textbox');
    await sentence.fill(locale === 'en' ? 'I see that' : '我看到了');
    await sentence.press('Enter');
    await chooseFromMenu(app, 'save-pdf');
    const path = join(desk.dataFolder, 'saved.pdf');
    await expect(page.getByText(path).first()).toBeVisible();
    const pages = readPdf(readFileSync(path));
    const text = textOf(pages);
    for (const words of [...said[locale], '1.464']) expect(text).toContain(words);
    expect(pages.length).toBeGreaterThan(1);
    // The curves and axes of three pictures.
    expect(pages.reduce((sum, { strokes }) => sum + strokes, 0)).toBeGreaterThan(8);
    for (const { ink } of pages) expect(ink).toBeLessThan(0.5);
  });
}

/** The paper that the person's country uses. */
async function livesWhere(app: LaunchedApp, language: string): Promise<void> {
  await app.evaluate(({ app: host }, spoken) => {
    host.getPreferredSystemLanguages = () => [spoken];
  }, language);
}

test('a lesson with its challenge: the plot of the tries stands with what is asked, on A4 and Letter', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await openLesson(page, 1);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  await section(page, 'check').locator('[aria-pressed]').first().click();
  await page.getByRole('button', { name: 'Set up the challenge' }).click();
  for (const tries of [1, 2]) {
    await page.getByRole('button', { name: 'Try it' }).click();
    const list = page.getByRole('list', { name: 'Your tries' });
    await expect(list.getByRole('listitem')).toHaveCount(tries);
  }
  for (const [language, width] of [
    ['en-GB', 596],
    ['en-US', 612],
  ] as const) {
    await livesWhere(app, language);
    const pages = await savedPages(app, desk.dataFolder);
    expect(Math.round(pages[0]!.width)).toBe(width);
    const challenge = pages.filter(({ text }) => text.includes('Changeonlythelearningrate'));
    expect(challenge).toHaveLength(1);
    expect(challenge[0]!.text).toContain('stepsuntilitarrived');
    expect(challenge[0]!.text).toContain('goal10');
  }
});

test('under the lens the charts are printed all the same, in the font of the text', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await openLesson(page, 7);
  await section(page, 'run').locator('.verbs button').first().click();
  await expect(section(page, 'seen')).toContainText('4.33', { timeout: 30_000 });
  await section(page, 'seen')
    .getByRole('button', { name: /read as code/ })
    .click();
  const lens = page.getByRole('group', { name: 'Code or formula?' });
  await lens.getByRole('textbox', { name: 'Code', exact: true }).fill('lr = 0.5');
  const pages = await savedPages(app, desk.dataFolder);
  const ofText = fontsOf(pages, 'Keepthesecondline');
  expect(ofText.size).toBe(1);
  expect(fontsOf(pages, 'stept')).toEqual(ofText);
  expect(pages.reduce((sum, { strokes }) => sum + strokes, 0)).toBeGreaterThan(8);
  // What was typed is still there.
  await expect(lens.getByRole('textbox', { name: 'Code', exact: true })).toHaveValue('lr = 0.5');
});

test('a PDF that cannot be written is told in words, and leaves nothing', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  const before = readdirSync(desk.dataFolder).sort();
  await answerDialogs(app, join(desk.dataFolder, 'nowhere'));
  await openLesson(page, 1);
  await chooseFromMenu(app, 'save-pdf');
  await expect(page.getByText('The file was not written.')).toBeVisible();
  expect(readdirSync(desk.dataFolder).sort()).toEqual(before);
  await expect(page.locator('.sheet')).toHaveCount(0);
});

/** The print dialog is answered so, without a person; what was on paper is kept. */
async function answerPrinter(app: LaunchedApp, success: boolean, reason: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, answer) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.print = (_options, callback) => {
        void webContents
          .executeJavaScript('document.querySelector(".sheet h1")?.textContent')
          .then((title: unknown) => {
            (globalThis as { printed?: unknown[] }).printed = [title];
            callback?.(answer.success, answer.reason);
          });
      };
    },
    { success, reason },
  );
}

test('Ctrl+P prints the lesson; to cancel is no error, to fail is told', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await openLesson(page, 7);
  await answerPrinter(app, false, 'Print job canceled');
  await page.keyboard.press('Control+p');
  const printed = () => app.evaluate(() => (globalThis as { printed?: unknown[] }).printed);
  await expect.poll(printed).toEqual(['The trap in the formula']);
  await expect(page.locator('.sheet')).toHaveCount(0);
  await expect(page.getByText('It could not be printed.')).toHaveCount(0);
  await answerPrinter(app, false, 'Print job failed');
  await page.getByRole('button', { name: 'Print this lesson or save it' }).click();
  await page.getByRole('menuitem', { name: 'Print…' }).click();
  await expect(page.getByText('It could not be printed.')).toBeVisible();
});

test('where there is nothing for paper, that is said', async ({ desk }) => {
  const app = await desk.app();
  await go(app.page, 'Runs');
  await app.page.keyboard.press('Control+p');
  await expect(app.page.getByText('This page is not made for paper.')).toBeVisible();
});
