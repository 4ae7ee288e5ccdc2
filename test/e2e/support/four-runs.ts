/** A library of four short runs in two experiments, seen in the table of runs. */
import type { Locator, Page } from '@playwright/test';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { expect } from './app.ts';
import { request } from './lab.ts';
import { go } from './views.ts';

/** Their names, in the order in which they were started. */
export const fourRuns = ['decay 0.1', '衰减太快', 'Adam', 'Adam, twice the rate'] as const;

export async function fillLibrary(page: Page): Promise<void> {
  const base = { ...presets.noiseFree.runs[0]!.config, totalSteps: 50 };
  const decay = (d: number): object => ({ schedule: { id: 'inverse-time', params: { decay: d } } });
  const adam = { optimizer: { id: 'adam' } };
  const changes = [decay(0.1), decay(5), adam, { ...adam, lr: 0.2 }];
  const plans = fourRuns.map((name, i) => ({
    name,
    config: parseExperimentConfig({ ...base, ...changes[i] }),
  }));
  await request(page, 'experiment:start', { name: '第一批', runs: plans.slice(0, 2), pace: null });
  await request(page, 'experiment:start', { name: 'Second', runs: plans.slice(2), pace: null });
  await expect
    .poll(async () => {
      const rows = await request(page, 'run:list', { limit: 10, trashed: false });
      return rows.filter(({ state }) => state === 'finished').length;
    })
    .toBe(4);
  await go(page, 'Runs');
}

export const rows = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Runs' }).getByRole('button', { name: /^Open “.*”$/ });
