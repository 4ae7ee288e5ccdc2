/** The first screen: what it offers on the first visit, and where somebody goes on who has been here. */
import { notBegun } from '../../electron/ipc/lesson-progress.ts';
import { expect, test } from './support/app.ts';
import { request } from './support/lab.ts';
import { go } from './support/views.ts';

test('a question opens what answers it: code is read, a rate is swept', async ({ desk }) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  await go(page, 'Start');
  await page.getByRole('button', { name: /^What does my code really do/ }).click();
  await expect(page.getByRole('heading', { name: /code/i }).first()).toBeVisible();
  await go(page, 'Start');
  await page.getByRole('button', { name: /^Which rate should I start with/ }).click();
  await expect(page.getByRole('radio', { name: 'Sweep' })).toBeChecked();
});

test('after a restart it goes on where somebody stopped', async ({ desk }) => {
  const page = await desk.page();
  await request(page, 'preferences:write', { locale: 'en' });
  await expect(page.getByRole('button', { name: 'Run the pair' })).toBeVisible();
  await request(page, 'lessons:keep', 7, { ...notBegun, section: 'check', ran: true });
  await desk.restart();
  const again = await desk.page();
  await expect(again.getByText('Lesson 7 of 16, part 7 of 9')).toBeVisible();
  await expect(again.getByText('One question is left')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Run the pair' })).toHaveCount(0);
  // Learn points to the same place.
  await go(again, 'Learn');
  await expect(again.getByRole('complementary')).toContainText('One question is left');
  await expect(again.getByRole('main').getByRole('button', { name: /^7 / })).toContainText(
    'Stopped at the check',
  );
  await again.getByRole('button', { name: 'Continue' }).click();
  await expect(again.getByRole('button', { name: 'Continue' })).toHaveCount(0);
});
