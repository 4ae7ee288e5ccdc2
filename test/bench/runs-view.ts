/** What the view of all runs keeps the page's thread busy with, by what a person does in it. */
import type { Page } from '@playwright/test';
import { tracePageTasks } from '../e2e/support/page-tasks.ts';
import { choose, go } from '../e2e/support/views.ts';

/** Nothing of what was asked for is under way when the page has had nothing to do for so long, in milliseconds. */
const QUIET_MS = 1200;
const PATIENCE_MS = 60_000;

interface Deed {
  readonly what: string;
  readonly act: (page: Page) => Promise<unknown>;
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Runs' });
const search = (page: Page) => page.getByRole('textbox', { name: /^Search/ });

/** In this order: each finds the view as the one before it left it. */
const deeds: readonly Deed[] = [
  { what: 'opened, all runs read', act: (page) => go(page, 'Runs') },
  { what: 'opened once more', act: (page) => backAndForth(page) },
  { what: '"adam" typed', act: (page) => search(page).pressSequentially('adam', { delay: 80 }) },
  { what: '学习率 typed', act: (page) => search(page).fill('学习率') },
  { what: 'search cleared', act: (page) => search(page).fill('') },
  { what: 'ordered by name', act: (page) => orderBy(page, 'Name') },
  { what: 'ordered by least loss', act: (page) => orderBy(page, 'Best') },
  { what: 'grouped by schedule', act: (page) => choose(page, /^group by/, 'schedule') },
  { what: 'not grouped', act: (page) => choose(page, /^group by/, 'nothing') },
  { what: 'all chosen', act: (page) => chooseAll(page) },
  { what: 'chosen no more, ten lines down', act: (page) => down(page) },
  { what: 'scrolled', act: (page) => scroll(page) },
];

async function backAndForth(page: Page): Promise<void> {
  await go(page, 'Start');
  await quiet(page);
  await go(page, 'Runs');
}

async function orderBy(page: Page, column: string): Promise<void> {
  await choose(page, /^sort by/, column);
}

async function chooseAll(page: Page): Promise<void> {
  await grid(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
}

async function down(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowDown');
}

async function scroll(page: Page): Promise<void> {
  await grid(page).hover({ position: { x: 200, y: 200 } });
  for (let i = 0; i < 40; i++) await page.mouse.wheel(0, 240);
}

/** Until the page has had nothing to do for a while. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(
    async ([wanted, patience]) => {
      const begin = performance.now();
      for (let busy = begin; performance.now() - busy < wanted;) {
        const before = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (performance.now() - before > 40) busy = performance.now();
        if (performance.now() - begin > patience) return;
      }
    },
    [QUIET_MS, PATIENCE_MS] as const,
  );
}

/** Prints, for each deed, the processor time of the page's thread and its longest task. */
export async function runsView(page: Page): Promise<void> {
  await go(page, 'Start');
  await quiet(page);
  for (const { what, act } of deeds) {
    const end = await tracePageTasks(page);
    await act(page);
    await quiet(page);
    const all = (await end()).map(({ cpu }) => cpu);
    const sum = all.reduce((total, cpu) => total + cpu, 0);
    console.log(
      `    ${what.padEnd(32)} ${sum.toFixed(0).padStart(6)} ms of the page's thread, ` +
        `longest task ${Math.max(0, ...all).toFixed(0)} ms`,
    );
  }
}
