/** A prediction is drawn by hand before the run, kept, and compared with what came. */
import type { Page } from '@playwright/test';
import type { DrawnPoint } from '../../electron/ipc/lesson-progress.ts';
import { expect, test } from './support/app.ts';
import { drawStroke, paperOf } from './support/draw.ts';
import { request } from './support/lab.ts';
import { openLesson } from './support/lesson.ts';
import { serious } from './support/serious.ts';
import { choose } from './support/views.ts';

/** From the upper left to the lower right corner of the plot: what comes is such a line, but for its beginning. */
const diagonal = [
  [0, 0],
  [1, 1],
] as const;

async function keptDrawing(page: Page, lesson: number): Promise<readonly DrawnPoint[]> {
  const { lessons } = await request(page, 'lessons:progress');
  return lessons.find((one) => one.lesson === lesson)?.progress.drawn ?? [];
}

const predict = (page: Page) => page.locator('[data-section="predict"]');

async function run(page: Page): Promise<void> {
  await choose(page, /^Pace/, 'Full speed');
  await page.locator('[data-section="run"]').getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('[data-section="seen"]')).toBeVisible();
}

test('what the mouse draws survives a restart, is compared with the run, and stays as it is then', async ({
  desk,
}) => {
  let page = await desk.page();
  await openLesson(page, 1);
  await expect(paperOf(page)).toContainText('Draw the loss you expect');
  await drawStroke(page, diagonal);
  await expect(predict(page)).toContainText('Your curve is kept.');
  await expect.poll(() => keptDrawing(page, 1)).not.toEqual([]);
  const drawn = await keptDrawing(page, 1);
  expect(drawn[0]![0]).toBe(0);
  expect(drawn.at(-1)![0]).toBe(80);
  expect(drawn[0]![1]).toBeCloseTo(10, 0);
  expect(Math.log10(drawn.at(-1)![1])).toBeCloseTo(-15, 0);

  page = await desk.restart();
  await openLesson(page, 1);
  await expect(predict(page)).toContainText('Your curve is kept.');
  expect(await keptDrawing(page, 1)).toEqual(drawn);
  expect(await serious(page)).toEqual([]);
  await run(page);
  await expect(paperOf(page)).toHaveCount(0);
  await expect(predict(page)).toContainText('You had the shape: a straight line');
  await expect(predict(page)).toContainText('within a factor of 2.');
  expect(await serious(page)).toEqual([]);

  // Opened again, it is still there, with its score and no paper.
  await openLesson(page, 1);
  await expect(predict(page)).toContainText('You had the shape: a straight line');
  await expect(paperOf(page)).toHaveCount(0);
  expect(await keptDrawing(page, 1)).toEqual(drawn);

  // Only starting over takes it away.
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(paperOf(page)).toContainText('Draw the loss you expect');
  expect(await keptDrawing(page, 1)).toEqual([]);
});

test('a part is drawn over, undone and cleared', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 7);
  await drawStroke(page, diagonal);
  await expect.poll(async () => (await keptDrawing(page, 7)).length).toBeGreaterThan(1);
  const first = await keptDrawing(page, 7);
  await drawStroke(page, [
    [0.6, 0.2],
    [0.4, 0.2],
  ]);
  await expect.poll(() => keptDrawing(page, 7)).not.toEqual(first);
  const over = await keptDrawing(page, 7);
  expect([over[0], over.at(-1)]).toEqual([first[0], first.at(-1)]);
  await page.getByRole('button', { name: 'Undo stroke' }).click();
  await expect.poll(() => keptDrawing(page, 7)).toEqual(first);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => keptDrawing(page, 7)).toEqual([]);
  await expect(predict(page)).toContainText('on the chart: as well or instead');
});

test('keys draw as well, and say where they are', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 1);
  const paper = page.getByRole('slider', { name: /^Draw the loss you expect/ });
  await paper.focus();
  await expect(paper).toHaveAttribute('aria-valuetext', 'step 0: nothing drawn');
  await page.keyboard.press('ArrowUp');
  const [[, middle] = [0, 0]] = await pollDrawn(page, 1);
  expect(Math.log10(middle)).toBeCloseTo(-7, 0);
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(paper).toHaveAttribute('aria-valuetext', 'step 4: nothing drawn');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const drawn = await pollDrawn(page, 2);
  expect(drawn.map(([step]) => step)).toEqual([0, 4]);
  expect(drawn[1]![1]).toBeLessThan(drawn[0]![1]);
  await expect(paper).toHaveAttribute('aria-valuetext', /^step 4: \S+$/);
  await page.keyboard.press('Control+z');
  await pollDrawn(page, 1);
  await run(page);
  await expect(predict(page)).toContainText('you drew');
});

/** The drawing of lesson 1 once it is kept with so many points. */
async function pollDrawn(page: Page, points: number): Promise<readonly DrawnPoint[]> {
  await expect.poll(async () => (await keptDrawing(page, 1)).length).toBe(points);
  return keptDrawing(page, 1);
}
