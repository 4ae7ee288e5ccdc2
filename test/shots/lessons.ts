/** The lessons: at their beginning, and after the run with everything answered. */
import { expect, type Page } from '@playwright/test';
import { drawStroke } from '../e2e/support/draw.ts';
import { openLesson } from '../e2e/support/lesson.ts';
import { keepNotices } from '../e2e/support/notices.ts';
import { choose } from '../e2e/support/views.ts';
import type { Scene } from './scene.ts';

async function predictAndRun(page: Page): Promise<void> {
  await page.locator('[data-section="predict"] [aria-pressed]').first().click();
  await choose(page, /^Pace/, 'Full speed');
  await page.locator('[data-section="run"]').getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('[data-section="seen"]')).toBeVisible({ timeout: 60_000 });
}

const scroll = (to: string) => async (page: Page) => {
  await page.locator(`[data-section="${to}"]`).scrollIntoViewIfNeeded();
};

async function challenge(page: Page): Promise<void> {
  await page.locator('[data-section="check"] [aria-pressed]').first().click();
  await page.getByRole('button', { name: 'Set up the challenge' }).click();
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('list', { name: 'Your tries' })).toBeVisible({ timeout: 30_000 });
}

/** What somebody may expect: a fall that levels off. */
const expected = [
  [0, 0.05],
  [0.15, 0.2],
  [0.4, 0.45],
  [0.7, 0.55],
  [1, 0.6],
] as const;

const drawnScenes = [1, 5, 6, 7].flatMap((number): readonly Scene[] => [
  {
    name: `lesson-${number}-drawn`,
    set: async (page) => {
      await openLesson(page, number);
      await drawStroke(page, expected);
    },
  },
  {
    name: `lesson-${number}-drawn-seen`,
    set: async (page) => {
      await openLesson(page, number);
      await drawStroke(page, expected);
      await predictAndRun(page);
    },
    again: scroll('predict'),
  },
]);

const WRITTEN = 16;

const readScenes = Array.from({ length: WRITTEN }, (_, i) => i + 1).flatMap(
  (number): readonly Scene[] => [
    { name: `lesson-${number}-begun`, set: (page) => openLesson(page, number) },
    {
      name: `lesson-${number}-seen`,
      set: async (page) => {
        await openLesson(page, number);
        await predictAndRun(page);
      },
      again: scroll('seen'),
    },
    {
      name: `lesson-${number}-challenge`,
      set: async (page) => {
        await openLesson(page, number);
        await page.getByRole('button', { name: 'Show it without a run' }).click();
        await challenge(page);
      },
      again: async (page) =>
        page.locator('[data-section="conclusion"]').getByRole('textbox').scrollIntoViewIfNeeded(),
    },
  ],
);

/** What is offered to be undone lies on the transport bar. */
const startedOver: Scene = {
  name: 'lesson-1-started-over',
  set: async (page) => {
    await openLesson(page, 1);
    await predictAndRun(page);
    await keepNotices(page);
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  },
};

export const lessonScenes: readonly Scene[] = [...readScenes, ...drawnScenes, startedOver];
