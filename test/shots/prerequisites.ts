/** What one needs first: the cards, and each page with its handle somewhere between its ends. */
import type { Page } from '@playwright/test';
import {
  prerequisiteIds,
  prerequisiteOf,
  type PrerequisiteId,
} from '../../renderer/src/prerequisites/index.ts';
import { go } from '../e2e/support/views.ts';
import type { Scene } from './scene.ts';

/** Keys that bring the handle to where most is to be seen; those of `Scene.set`. */
const keys: Readonly<Record<PrerequisiteId, readonly string[]>> = {
  derivative: ['Shift+ArrowLeft'],
  gradient: ['Shift+ArrowUp'],
  chainRule: ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft'],
  taylor: ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft'],
  eigenvalues: ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'],
  variance: ['Shift+ArrowRight', 'Shift+ArrowRight'],
};

async function openAll(page: Page): Promise<void> {
  await go(page, 'Learn');
  await page.getByRole('button', { name: `See all ${prerequisiteIds.length}` }).click();
}

async function open(page: Page, id: PrerequisiteId, pressed = keys[id]): Promise<void> {
  await openAll(page);
  const { name, question } = prerequisiteOf(id);
  await page.getByRole('button', { name: `${name.en} ${question.en}` }).click();
  await page.getByRole('slider').focus();
  for (const key of pressed) await page.keyboard.press(key);
}

export const prerequisiteScenes: readonly Scene[] = [
  { name: 'prerequisites', set: openAll },
  ...prerequisiteIds.map((id) => ({
    name: `prerequisite-${id}`,
    set: (page: Page) => open(page, id),
  })),
  {
    // Where the distance is so small that the curve itself has steps.
    name: 'prerequisite-derivative-rounding',
    set: (page) => open(page, 'derivative', new Array<string>(15).fill('Shift+ArrowLeft')),
  },
];
