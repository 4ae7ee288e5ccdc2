/** Numbers at which a picture could be empty or a sentence wrong: each has something to say. */
import { expect, type Page } from '@playwright/test';
import { choose, setField, setUpPair, stateInWords } from '../e2e/support/views.ts';
import type { Scene } from './scene.ts';

/** The pair on a loss of one's own, without noise. */
async function setUpFormula(page: Page, formula: string, start: string): Promise<void> {
  await setUpPair(page);
  await choose(page, /^Choose a problem/, 'your own formula');
  await setField(page, /^formula/, formula);
  await setField(page, /^start/, start);
  await setField(page, /^gradient noise/, '0');
}

async function runToItsEnd(page: Page): Promise<void> {
  await choose(page, /^Pace/, 'Full speed');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText(/finished|diverged/, { timeout: 30_000 });
}

export const hardCases: readonly Scene[] = [
  {
    name: 'hard-nan',
    set: async (page) => {
      await setUpFormula(page, 'x + sqrt(x)', '0.3');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-flat',
    set: async (page) => {
      await setUpFormula(page, '3 + 0*x', '1');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-tiny',
    set: async (page) => {
      await setUpFormula(page, '1e-300*(x^2 + y^2)', '1, 1');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-huge',
    set: async (page) => {
      await setUpFormula(page, '1e300*(x^2 + y^2)', '1, 1');
      await setField(page, /^first rate/, '1e-301');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-overflow',
    set: async (page) => {
      await setUpFormula(page, '1e300*(x^2 + y^2)', '1, 1');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-minimum',
    set: async (page) => {
      await setUpPair(page);
      await setField(page, /^gradient noise/, '0');
      await setField(page, /^start/, '0, 0');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-one-step',
    set: async (page) => {
      await setUpPair(page);
      await setField(page, /^steps/, '1');
      await runToItsEnd(page);
    },
  },
  {
    name: 'hard-zero-rate',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a schedule/, /^linear$/);
      await setField(page, /^length/, '1000');
      await runToItsEnd(page);
    },
  },
];
