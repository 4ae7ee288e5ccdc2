/** Pages beside the lessons on paper: the Lab, a run, a comparison, what one needs first, guides, the glossary. */
import type { Page } from '@playwright/test';
import { glossary } from '../../renderer/src/glossary/index.ts';
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { savedPages, strokesOf, textOf } from './support/paper.ts';
import { answerDialogs } from './support/save.ts';
import { go, runPair } from './support/views.ts';

test('the Lab, a run of it and a comparison are printed with their curves, on white also at night', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await runPair(page);
  await request(page, 'preferences:write', { theme: 'dark' });

  const lab = await savedPages(app, desk.dataFolder);
  for (const words of ['Sameseed:constantagainstinversetime', 'end,meanof200', 'Onlywhatdiffers'])
    expect(textOf(lab)).toContain(words);
  expect(strokesOf(lab)).toBeGreaterThan(8);

  await go(page, 'Runs');
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Compare 2' }).click();
  await expect(page.getByRole('heading', { name: 'Where' })).toBeVisible();
  const compared = await savedPages(app, desk.dataFolder);
  for (const words of ['Comparisonof2runs', 'inversetimeends', 'Thesameinall', 'Onlywhatdiffers'])
    expect(textOf(compared)).toContain(words);
  expect(strokesOf(compared)).toBeGreaterThan(8);

  await go(page, 'Runs');
  await page.getByRole('button', { name: 'Open “constant”' }).click();
  await page.getByRole('textbox', { name: 'Conclusion' }).fill('It never settles.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Loss' })).toBeVisible();
  const run = await savedPages(app, desk.dataFolder);
  for (const words of ['Itneversettles.', 'Settings', 'quadraticbowl', 'Learningrate'])
    expect(textOf(run)).toContain(words);
  expect(strokesOf(run)).toBeGreaterThan(4);
  for (const { ink } of [...lab, ...compared, ...run]) expect(ink).toBeLessThan(0.5);
  await expect(page.locator('.sheet')).toHaveCount(0);
});

async function openQuestion(page: Page): Promise<void> {
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'See all 6' }).click();
  await page.getByRole('button', { name: /^Derivative/ }).click();
  await page.getByRole('slider').press('ArrowLeft');
}

test('a question that one needs first is one sheet, its figure as it was dragged', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await openQuestion(page);
  const distance = await page.getByRole('cell').first().textContent();
  for (const language of ['en-GB', 'en-US']) {
    await app.evaluate(({ app: host }, spoken) => {
      host.getPreferredSystemLanguages = () => [spoken];
    }, language);
    const pages = await savedPages(app, desk.dataFolder);
    expect(pages).toHaveLength(1);
    for (const words of ['Trythis', 'Whereitisused', 'Lesson1:', distance!])
      expect(pages[0]!.text).toContain(words);
    expect(strokesOf(pages)).toBeGreaterThan(8);
  }
});

/** Of every entry that names a lesson, words of what it means: the longest without a formula. */
const meanings = Object.values(glossary).flatMap(({ means, lesson }) => {
  const [words] = means.en.split(/[$*]/).sort((one, other) => other.length - one.length);
  return lesson === null ? [] : [words!.replace(/\s/g, '').slice(0, 24)];
});

test('the glossary parts no entry, and offers nothing that only a screen can do', async ({
  desk,
}) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'Open the glossary' }).click();
  const pages = await savedPages(app, desk.dataFolder);
  // An entry ends with its lesson: on every page as many lessons as meanings.
  let seen = 0;
  for (const { text } of pages) {
    const here = meanings.filter((words) => text.includes(words)).length;
    expect(text.match(/Lesson\d+:/g)?.length ?? 0).toBe(here);
    seen += here;
  }
  expect(seen).toBe(meanings.length);
  expect(textOf(pages)).not.toContain('Seeitmove');
});

test('a guide on paper has no buttons, and its words run on', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'Open the guides' }).click();
  const guides = page.getByRole('main').getByRole('navigation');
  await guides.getByRole('button', { name: 'Read a loss curve' }).click();
  const text = textOf(await savedPages(app, desk.dataFolder));
  expect(text).toContain('Itshootsupwithin');
  expect(text).toContain('Lesson2:Fourtemperamentsofastep');
  expect(text).not.toContain('SeeitintheLab');
});
