/** What it takes until runs computed ahead are in the page: computing them, and the way there and back. */
import type { Page } from '@playwright/test';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { Explorer } from '../../electron/main/explorer.ts';
import { median } from './median.ts';

const TIMES = 60;
const worker = new URL('../../out/worker/run-worker.cjs', import.meta.url);

/** Medians in milliseconds. */
export interface AnswerTimes {
  /** In the worker, as the bench's own process has it. */
  readonly computing: number;
  /** All else: arguments, answer, and their way between page and main. */
  readonly transport: number;
}

export async function answerTimes(
  page: Page,
  configs: readonly ExperimentConfig[],
): Promise<AnswerTimes> {
  const explorer = new Explorer(worker);
  const here: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const begin = performance.now();
    await explorer.explore(configs);
    here.push(performance.now() - begin);
  }
  await explorer.shutdown();
  const there = await askAlone(page, configs, TIMES);
  return { computing: median(here), transport: median(there) - median(here) };
}

/** Asks again and again from a page that does nothing else; how long each answer took, in milliseconds. */
export function askAlone(
  page: Page,
  configs: readonly ExperimentConfig[],
  times: number,
): Promise<readonly number[]> {
  return page.evaluate(
    async ([asked, count]) => {
      const taken: number[] = [];
      for (let i = 0; i < count; i++) {
        const begin = performance.now();
        await window.lab['experiment:explore'](asked);
        taken.push(performance.now() - begin);
      }
      return taken;
    },
    [configs, times] as const,
  );
}
