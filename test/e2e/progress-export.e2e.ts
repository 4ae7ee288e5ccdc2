/** Progress is exported from Learn as a document. */
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { openLesson } from './support/lesson.ts';
import { answerDialogs, saved } from './support/save.ts';
import { go } from './support/views.ts';

test('progress is exported as a document once something was done', async ({ desk }) => {
  const app = await desk.app();
  const { page } = app;
  await answerDialogs(app, desk.dataFolder);
  await request(page, 'preferences:write', { locale: 'en' });
  await go(page, 'Learn');
  const button = page.getByRole('button', { name: 'Export progress…' });
  await expect(button).toHaveCount(0);
  await openLesson(page, 1);
  await page.locator('[data-section="predict"] [aria-pressed]').nth(1).click();
  await go(page, 'Learn');
  await button.click();
  const text = (await saved(page, join(desk.dataFolder, 'saved.md'))).toString('utf8');
  expect(text).toContain('## Lesson 1: Seven steps down the hill\n\nBegun.');
  expect(text).toContain('- Prediction: at 0.6 (not run yet)');
  expect(text).toContain('## Lesson 16: ');
});
