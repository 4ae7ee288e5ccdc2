/** The states of which `npm run shots` takes pictures, reached as a person reaches them. */
import { expect, type Page } from '@playwright/test';
import { guideIds } from '../../renderer/src/training/guide.ts';
import { hardCases } from './hard-cases.ts';
import { lessonScenes } from './lessons.ts';
import { request } from '../e2e/support/lab.ts';
import { fillLibrary, runAll, sameStart, seeds } from './library.ts';
import type { Scene } from './scene.ts';
import { prerequisiteScenes } from './prerequisites.ts';
import { drop } from '../e2e/support/drop.ts';
import { assignmentFile } from '../support/files/assignment.ts';
import { choose, go, runPair, setField, setUpPair, stateInWords } from '../e2e/support/views.ts';

async function goToStep(page: Page, share: number): Promise<void> {
  // There are steps to go to once something has run, or is computed ahead.
  await expect(page.getByRole('button', { name: 'Fork here' })).toBeVisible();
  const slider = page.getByRole('slider', { name: 'Step under the cursor' });
  const box = (await slider.boundingBox())!;
  await page.mouse.click(box.x + box.width * share, box.y + box.height / 2);
}

/** A model on other data than the pair's, trained to its end. */
async function train(
  page: Page,
  dataset: string | RegExp,
  then = async (): Promise<void> => {},
): Promise<void> {
  await setUpPair(page);
  await choose(page, /^Choose a problem/, dataset);
  await then();
  await choose(page, /^Pace/, 'Full speed');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(stateInWords(page)).toContainText(/finished|diverged/, { timeout: 30_000 });
  await expect(stateInWords(page)).not.toContainText('running', { timeout: 30_000 });
}

async function drawTheory(page: Page, line: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'What theory draws' }).click();
  await page.getByRole('menuitemcheckbox', { name: line }).click();
  await page.keyboard.press('Escape');
}

/** A log as a table of another program, in which the validation stands in lines of its own. */
async function dropLog(page: Page): Promise<void> {
  const lines = Array.from({ length: 200 }, (_, i) => {
    const loss = 0.35 + 2 * 0.985 ** i + 0.08 * Math.sin(7 * i) * 0.99 ** i;
    const rate = 0.1 * Math.min(1, (i + 1) / 20) * (1 + Math.cos((Math.PI * i) / 200)) * 0.5;
    return [i, loss, rate, i % 20 === 0 ? loss + 0.1 : '', i / 250, ''].join(',');
  });
  const text = ['step,train/loss,train/learning_rate,eval/loss,gpu_util,note', ...lines].join('\n');
  await drop(page, [{ name: 'resnet50, batch 256.csv', bytes: Buffer.from(text) }]);
}

async function openLens(page: Page): Promise<void> {
  await go(page, 'Learn');
  await page.getByRole('button', { name: 'Read a piece of code' }).click();
}

export const scenes: readonly Scene[] = [
  { name: 'start', set: async (page) => go(page, 'Start') },
  {
    name: 'start-frozen',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Start');
      await expect(page.getByText(/recent runs it was/)).toBeVisible();
    },
  },
  {
    name: 'start-pinned',
    set: async (page) => {
      await fillLibrary(page);
      const rows = await request(page, 'run:list', { limit: 100, trashed: false });
      const ids = [rows[0]!, rows.at(-1)!].map(({ id }) => id);
      await request(page, 'run:change', { ids, change: { pinned: true } });
      await go(page, 'Start');
      await expect(page.getByRole('heading', { name: 'Pinned' })).toBeVisible();
    },
  },
  { name: 'learn', set: async (page) => go(page, 'Learn') },
  { name: 'learn-lens', set: openLens },
  ...prerequisiteScenes,
  {
    name: 'misconceptions',
    set: async (page) => {
      await go(page, 'Learn');
      await page.getByRole('button', { name: 'Judge all 28' }).click();
      for (const verdict of ['False', 'True', 'False']) {
        await page.getByRole('button', { name: verdict, exact: true }).first().click();
      }
    },
  },
  {
    name: 'glossary',
    set: async (page) => {
      await go(page, 'Learn');
      await page.getByRole('button', { name: 'Open the glossary' }).click();
    },
  },
  {
    name: 'glossary-card',
    set: async (page) => {
      await go(page, 'Learn');
      await page.getByRole('button', { name: 'noise floor', exact: true }).click();
    },
  },
  {
    name: 'learn-lens-refused',
    set: async (page) => {
      await openLens(page);
      await page
        .getByRole('textbox', { name: 'Code', exact: true })
        .fill('class Schedule:\n  pass');
    },
  },
  ...guideIds.map((guide): Scene => ({
    name: `training-${guide}`,
    set: async (page) => {
      await go(page, 'Learn');
      await page.getByRole('button', { name: 'Open the guides' }).click();
      const guides = page.getByRole('main').getByRole('navigation');
      await guides.getByRole('button').nth(guideIds.indexOf(guide)).click();
    },
  })),
  { name: 'lab-first', set: setUpPair },
  {
    name: 'commands',
    set: async (page) => {
      await runPair(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Commands' }).fill('s');
    },
  },
  {
    name: 'assignment',
    set: async (page) => {
      await drop(page, [{ name: 'rate.downhill', bytes: assignmentFile() }]);
      await expect(page.getByRole('button', { name: 'Leave the assignment' })).toBeVisible();
    },
  },
  {
    name: 'assignment-left',
    set: async (page) => {
      await drop(page, [{ name: 'rate.downhill', bytes: assignmentFile() }]);
      await page.getByRole('button', { name: 'Leave the assignment' }).click();
    },
  },
  {
    name: 'assignment-making',
    set: async (page) => {
      await drop(page, [{ name: 'rate.downhill', bytes: assignmentFile() }]);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Commands' }).fill('make an');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: 'Instructions' })).toBeVisible();
    },
  },
  {
    name: 'lab-pair',
    set: async (page) => {
      await runPair(page);
    },
  },
  {
    name: 'lab-theory',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: /^Edit “inverse time”/ }).click();
      await page.getByRole('button', { name: 'What theory draws' }).click();
      await page.getByRole('menuitemcheckbox', { name: /two parts/ }).click();
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'lab-frozen',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: /^Edit “inverse time”/ }).click();
      await choose(page, /^Choose a schedule/, /literal/);
    },
  },
  {
    name: 'lab-frozen-many',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Start');
      await page.getByRole('button', { name: 'Decay study' }).click();
      await expect(stateInWords(page)).toContainText('finished: 6 runs');
    },
  },
  {
    name: 'lab-whole-map',
    set: async (page) => {
      await runPair(page);
      await page.getByRole('button', { name: 'Where: view and save' }).click();
      await page.getByRole('menuitem', { name: 'Fill the stage' }).click();
    },
  },
  {
    name: 'lab-whole-loss',
    set: async (page) => {
      await runPair(page);
      await page.getByRole('button', { name: 'Loss: view and save' }).click();
      await page.getByRole('menuitem', { name: 'Fill the stage' }).click();
    },
  },
  {
    name: 'lab-table',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^x axis/, 'travel Ση');
      await goToStep(page, 0.3);
      await page.getByRole('button', { name: 'Loss: view and save' }).click();
      await page.getByRole('menuitem', { name: 'Show as a table' }).click();
      await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(101);
    },
  },
  {
    name: 'lab-travel',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^x axis/, 'travel Ση');
      await goToStep(page, 0.3);
    },
  },
  {
    name: 'lab-resized',
    set: async (page) => {
      await runPair(page);
      const width = page.getByRole('separator', { name: 'Width of map and table' });
      await width.press('Shift+ArrowLeft');
      await page.getByRole('separator', { name: 'Height of the map' }).press('End');
      await page.getByRole('separator', { name: /^Heights of/ }).press('Shift+ArrowDown');
    },
  },
  {
    name: 'lab-fork',
    set: async (page) => {
      await setUpPair(page);
      await goToStep(page, 0.3);
      await page.getByRole('button', { name: 'Fork here' }).click();
      await choose(page, /^Choose a schedule/, /cosine$/);
    },
  },
  {
    name: 'lab-seeds',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Seeds/, '1 seed');
      for (let i = 0; i < 3; i++) {
        await page.getByRole('button', { name: 'Same settings, another seed' }).click();
      }
      await choose(page, /^Pace/, 'Full speed');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(stateInWords(page)).toContainText('finished', { timeout: 20_000 });
    },
  },
  {
    name: 'lab-sweep',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: 'Sweep…' }).click();
      await expect(page.getByText(/is best: tail loss/)).toBeVisible({ timeout: 30_000 });
    },
  },
  {
    name: 'lab-range-test',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: 'Sweep…' }).click();
      await page.getByRole('radio', { name: 'Range test' }).click();
      await expect(page.getByText('Steepest', { exact: true })).toBeVisible({ timeout: 30_000 });
    },
  },
  {
    name: 'lab-race',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: 'Race…' }).click();
      const own = page.getByRole('button', { name: 'Race, each at its own best rate' });
      await expect(own).toBeEnabled({ timeout: 30_000 });
    },
  },
  {
    name: 'lab-optimizers',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, /Rosenbrock/);
      await choose(page, /^Choose an optimizer/, /^Adam$/);
    },
  },
  {
    name: 'lab-gain',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, 'Rosenbrock');
      await setField(page, /^start/, '-1.2, 1');
      await setField(page, /^gradient noise/, '0');
      await drawTheory(page, /predicted decrease/);
    },
  },
  {
    name: 'lab-gain-model',
    set: async (page) => {
      await train(page, 'two moons');
      await drawTheory(page, /predicted decrease/);
      await expect(page.getByText('Going over the run once more')).toHaveCount(0);
    },
  },
  {
    name: 'lab-edge',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, 'Rosenbrock');
      await setField(page, /^gradient noise/, '0');
      await choose(page, /^Choose an optimizer/, /^Adam$/);
      await setField(page, /^first rate/, '0.1');
      await drawTheory(page, /along the run/);
      await drawTheory(page, /predicted decrease/);
    },
  },
  {
    name: 'lab-edge-model',
    set: async (page) => {
      await train(page, 'two moons', () => setField(page, /^batch/, '200'));
      await drawTheory(page, /along the run/);
    },
  },
  {
    name: 'lab-plateau-gauge',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a schedule/, /plateau/);
      await page.getByRole('button', { name: /^Edit “inverse time”/ }).click();
      await choose(page, /^Choose an optimizer/, /^Adam$/);
    },
  },
  {
    name: 'lab-curvature',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, 'Rosenbrock');
      await setField(page, /^start/, '-1.2, 1');
      await setField(page, /^gradient noise/, '0');
      await page.getByRole('button', { name: /^Where/ }).click();
      await page.getByRole('menuitemcheckbox', { name: /Curvature/ }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'arrows' }).click();
    },
  },
  {
    name: 'lab-temperaments',
    set: async (page) => {
      await page.getByRole('button', { name: /temperaments/ }).click();
      await choose(page, /^Pace/, 'Full speed');
      await expect(stateInWords(page)).toContainText('finished', { timeout: 15_000 });
      await goToStep(page, 0.1);
    },
  },
  {
    name: 'decay-guess',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: 'Does decay help here?' }).click();
    },
  },
  {
    name: 'decay-or-not',
    set: async (page) => {
      await setUpPair(page);
      await page.getByRole('button', { name: 'Does decay help here?' }).click();
      for (const row of await page.getByRole('group').all()) {
        await row.getByRole('radio', { name: 'inverse time' }).click();
      }
      await page.getByRole('button', { name: 'Reveal' }).click();
    },
  },
  {
    name: 'lab-step-card',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose an optimizer/, /^Adam$/);
      await choose(page, /^Choose a schedule/, 'one-cycle');
      await page.getByRole('button', { name: 'Step card' }).click();
      await goToStep(page, 0.2);
    },
  },
  {
    name: 'lab-step-card-list',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a schedule/, /^list$/);
      await page.getByRole('button', { name: 'Step card' }).click();
      await goToStep(page, 0.2);
    },
  },
  {
    name: 'lab-step-card-network',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, 'two moons');
      await choose(page, /^Pace/, 'Full speed');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(stateInWords(page)).toContainText('finished', { timeout: 15_000 });
      await page.getByRole('button', { name: 'Step card' }).click();
      await goToStep(page, 0.2);
      await page.getByRole('button', { name: /^Layer 1, unit 3\b/ }).click();
    },
  },
  {
    name: 'lab-step-card-model',
    set: async (page) => {
      await page.getByRole('button', { name: /Handwritten digits/ }).click();
      await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 30_000 });
      await page.getByRole('button', { name: 'Step card' }).click();
      await goToStep(page, 0.2);
      const sharpness = page.getByText(/^Sharpness/);
      await expect(sharpness).toBeVisible({ timeout: 15_000 });
      await sharpness.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'schedule-code',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a schedule/, /cosine$/);
    },
    // Another theme or window closes it; in a small one it is among all settings.
    again: async (page) => {
      await page.keyboard.press('Escape');
      const code = page.getByRole('button', { name: /Copy as code|复制成代码/ });
      const all = page.getByRole('button', { name: /^(All settings|全部设置)$/ });
      await expect(code.or(all).first()).toBeVisible();
      if (await all.isVisible()) await all.click();
      await code.click();
    },
  },
  {
    name: 'lab-stream',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, 'one outlier');
    },
  },
  {
    name: 'lab-stopped',
    set: async (page) => {
      await setUpPair(page);
      await setField(page, /^gradient noise/, '0');
      await page.getByText('Stop early').click();
      await setField(page, /^target loss/, '1/100');
      await setField(page, /^loss hardly changes/, '1e-4');
      await choose(page, /^Pace/, 'Full speed');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(stateInWords(page)).toContainText('at step');
      await goToStep(page, 0);
      await page.getByRole('textbox', { name: /^loss limit/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'lab-plateau',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a schedule/, /plateau/);
    },
  },
  {
    name: 'lab-diverged',
    set: async (page) => {
      await page.getByRole('button', { name: /Too large a rate/ }).click();
      await expect(page.getByText(/Diverged at step 876/).first()).toBeVisible({ timeout: 15_000 });
    },
  },
  {
    name: 'lab-fault',
    set: setUpPair,
    again: (page) => setField(page, /^(first rate|初始学习率)/, 'quick'),
  },
  {
    name: 'lab-digits',
    set: async (page) => {
      await page.getByRole('button', { name: /Handwritten digits/ }).click();
      await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 30_000 });
      await choose(page, /^x axis/, 'epoch');
    },
  },
  {
    name: 'lab-moons',
    set: (page) => train(page, 'two moons'),
  },
  {
    name: 'lab-spirals',
    set: async (page) => {
      await train(page, 'two spirals', () => choose(page, /^Choose an optimizer/, /^Adam$/));
      await page.getByRole('button', { name: 'test', exact: true }).click();
    },
  },
  { name: 'lab-blobs', set: (page) => train(page, 'blobs') },
  { name: 'lab-sine', set: (page) => train(page, 'sine') },
  { name: 'lab-iris', set: (page) => train(page, 'Iris') },
  {
    name: 'lab-rare-feature',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, /^rare feature$/);
    },
  },
  {
    name: 'lab-model-diverged',
    set: (page) => train(page, 'noisy line', () => setField(page, /^first rate/, '30')),
  },
  {
    name: 'lab-digits-network',
    set: (page) =>
      train(page, /handwritten digits/, async () => {
        await choose(page, /^Model/, /MLP/);
        await setField(page, /^hidden widths/, '32');
      }),
  },
  {
    name: 'lab-models',
    set: async (page) => {
      await train(page, 'two moons', async () => {
        await page.getByRole('button', { name: 'Add a run to compare' }).click();
        await page.getByRole('button', { name: 'Same settings, another seed' }).click();
      });
      await page.getByRole('button', { name: 'all runs' }).click();
    },
  },
  {
    name: 'lab-digits-models',
    set: async (page) => {
      await page.getByRole('button', { name: /Handwritten digits/ }).click();
      await expect(stateInWords(page)).toContainText('finished: 2 runs', { timeout: 30_000 });
      await page.getByRole('button', { name: 'all runs' }).click();
    },
  },
  {
    name: 'lab-sine-plan',
    set: async (page) => {
      await setUpPair(page);
      await choose(page, /^Choose a problem/, 'sine');
    },
  },
  ...hardCases,
  ...lessonScenes,
  {
    name: 'runs',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await page.getByRole('checkbox', { name: 'Select “decay 0.1”' }).click();
      await page.getByRole('checkbox', { name: 'Select “no decay”' }).click();
    },
  },
  {
    name: 'runs-grouped',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await choose(page, /^group by/, 'optimizer');
      await page.getByRole('textbox', { name: 'Search' }).fill('decay');
      await page.getByRole('columnheader', { name: 'Tail loss' }).getByRole('button').click();
    },
  },
  {
    name: 'runs-frozen',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await page.getByRole('textbox', { name: 'Search' }).fill('decay too fast');
    },
  },
  {
    name: 'runs-nothing',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await page.getByRole('button', { name: 'Filter' }).click();
      await page.getByRole('menuitem', { name: 'optimizer' }).press('ArrowRight');
      await page.getByRole('menuitemcheckbox', { name: /^Adam/ }).first().click();
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: 'Search' }).fill('warm restarts');
    },
  },
  {
    name: 'run-page',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await page.getByRole('button', { name: 'Open “decay 0.02”' }).click();
      await page.getByRole('textbox', { name: 'Prediction' }).fill('ends ten times lower');
      await page.getByRole('button', { name: 'Write a note' }).click();
      const note = page.getByRole('textbox', { name: 'Note' });
      await note.fill(
        'A fifth of the decay: $\\eta_t = \\eta_0/(1 + 0.02\\,t)$ still travels at step 400.\n\n学习率降得太快，就会冻住。',
      );
      await note.blur();
    },
  },
  {
    name: 'run-frozen',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await page.getByRole('button', { name: 'Open “literal formula, decay 0.1”' }).click();
    },
  },
  {
    name: 'runs-add-steps',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      await page.getByRole('checkbox', { name: 'Select “decay 0.1”' }).click();
      await page.getByRole('checkbox', { name: 'Select “momentum, cosine”' }).click();
      await page.getByRole('button', { name: 'Continue or repeat the selected runs' }).click();
      await page.getByRole('menuitem', { name: /^Add steps/ }).click();
      await expect(page.getByText(/differ from step 1 on/)).toBeVisible();
    },
  },
  {
    name: 'runs-differences',
    set: async (page) => {
      await fillLibrary(page);
      const [run] = (await request(page, 'run:list', { limit: 100, trashed: false })).filter(
        ({ name }) => name === 'decay 0.02',
      );
      const note = '衰减只有五分之一，走到第 400 步还在动；比 literal 的写法慢得多。';
      await request(page, 'run:change', { ids: [run!.id], change: { note } });
      await go(page, 'Runs');
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'Problem' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'From baseline' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('textbox', { name: 'Search' }).fill('literal');
    },
  },
  {
    name: 'compare',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      for (const name of ['decay 0.1', 'decay 0.02', 'no decay', 'literal formula, decay 0.1']) {
        await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
      }
      await page.getByRole('button', { name: 'Compare 4' }).click();
      await expect(page.getByRole('heading', { name: 'Where' })).toBeVisible();
    },
  },
  {
    name: 'training-log-page',
    set: async (page) => {
      await dropLog(page);
      await page.getByRole('button', { name: 'Open “resnet50, batch 256”' }).click();
      await expect(page.getByRole('heading', { name: 'Recorded elsewhere' })).toBeVisible();
    },
  },
  {
    name: 'compare-training-log',
    set: async (page) => {
      await runPair(page);
      await dropLog(page);
      for (const name of ['constant', 'inverse time', 'resnet50, batch 256']) {
        await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
      }
      await page.getByRole('button', { name: 'Compare 3' }).click();
    },
  },
  {
    name: 'compare-two-smoothed',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      for (const name of ['decay 0.1', 'decay 0.02']) {
        await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
      }
      await page.getByRole('button', { name: 'Compare 2' }).click();
      await choose(page, /^Smoothing of the loss/, /β = 0\.9$/);
      await page.getByRole('button', { name: 'What is smoothed, and how' }).hover();
      await expect(page.getByRole('tooltip')).toBeVisible();
    },
  },
  {
    name: 'compare-seeds',
    set: async (page) => {
      await runAll(page, seeds);
      await go(page, 'Runs');
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.getByRole('button', { name: 'Compare 8' }).click();
    },
  },
  {
    name: 'compare-parting',
    set: async (page) => {
      await runAll(page, sameStart);
      await go(page, 'Runs');
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.getByRole('button', { name: 'Compare 3' }).click();
      await page.getByRole('button', { name: /^Go to step/ }).click();
    },
  },
  {
    name: 'compare-log-axis',
    set: async (page) => {
      await runAll(page, sameStart);
      await go(page, 'Runs');
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.getByRole('button', { name: 'Compare 3' }).click();
      await choose(page, /^x axis/, 'step t (log)');
      await page.getByRole('button', { name: /^Go to step/ }).click();
    },
  },
  {
    name: 'compare-log-share',
    set: async (page) => {
      await runPair(page);
      await dropLog(page);
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.getByRole('button', { name: 'Compare 3' }).click();
      await choose(page, /^x axis/, '% of run');
      // What cannot be chosen, and why.
      await page.getByRole('combobox', { name: /^x axis/ }).click();
      await expect(page.getByText(/of some runs not measured/)).toBeVisible();
    },
  },
  {
    name: 'compare-travel',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      for (const name of ['decay 0.1', 'decay 0.02', 'no decay']) {
        await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
      }
      await page.getByRole('button', { name: 'Compare 3' }).click();
      await choose(page, /^x axis/, 'travel Ση');
    },
  },
  {
    name: 'compare-time',
    set: async (page) => {
      await fillLibrary(page);
      await go(page, 'Runs');
      for (const name of ['decay 0.1', 'decay 0.02', 'no decay']) {
        await page.getByRole('checkbox', { name: `Select “${name}”` }).click();
      }
      await page.getByRole('button', { name: 'Compare 3' }).click();
      await choose(page, /^x axis/, 'training time, s');
    },
  },
  {
    name: 'drop',
    set: async (page) => {
      await setUpPair(page);
      const dataTransfer = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'x.downhill'));
        return data;
      });
      await page.dispatchEvent('body', 'dragenter', { dataTransfer });
      await expect(page.getByText('Drop to import')).toBeVisible();
    },
  },
  {
    name: 'trash',
    set: async (page) => {
      await fillLibrary(page);
      const runs = await request(page, 'run:list', { limit: 4, trashed: false });
      await request(page, 'run:change', {
        ids: runs.map(({ id }) => id),
        change: { trashed: true },
      });
      await go(page, 'Runs');
      await page.getByRole('button', { name: 'Trash', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Empty trash…' })).toBeVisible();
    },
  },
  { name: 'runs-empty', set: (page) => go(page, 'Runs') },
  {
    name: 'settings',
    set: async (page) => {
      await fillLibrary(page);
      await request(page, 'backup:make');
      await go(page, 'Settings');
      await page.getByRole('button', { name: 'Back up now' }).click();
      // There are three where the backup of the day came between.
      await expect(page.getByRole('button', { name: /^Restore / }).nth(1)).toBeVisible();
    },
  },
  {
    name: 'settings-keys',
    set: async (page) => {
      await go(page, 'Settings');
      await expect(page.getByText('There is no backup yet.')).toBeVisible();
    },
    again: (page) => page.locator('kbd').last().scrollIntoViewIfNeeded(),
  },
];
