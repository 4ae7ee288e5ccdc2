/** How soon the app's pictures follow a hand: the built app on its host, with a pointer moved as by a person. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { sizes } from '../e2e/support/app.ts';
import { request } from '../e2e/support/lab.ts';
import { tracePageTasks } from '../e2e/support/page-tasks.ts';
import { go } from '../e2e/support/views.ts';
import { launchApp } from '../host/launch-app.ts';
import { answerTimes, askAlone } from './page-answer.ts';
import { partsOf } from './page-parts.ts';
import { delays, gaps, installProbe, probed, untilDrawn } from './page-probe.ts';
import { profiled } from './page-profile.ts';

const OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adam'];
const MOVES = 60;
/** Between two movements that are measured one by one, and in a drag: in milliseconds. */
const APART_MS = 120;
const DRAG_MS = 16;

const built = new URL('../../out/main/index.js', import.meta.url);

function bowl(change: object): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 7,
    problem: { kind: 'objective', objective: { id: 'quadratic-bowl' }, noise: 0.3 },
    optimizer: { id: 'sgd' },
    schedule: { id: 'inverse-time' },
    lr: 0.05,
    totalSteps: 2000,
    ...change,
  });
}

/** Runs the configurations as one experiment and puts it on the Lab's stage. */
async function stage(
  page: Page,
  name: string,
  configs: readonly ExperimentConfig[],
): Promise<void> {
  const runs = configs.map((config, i) => ({ name: `${name} ${i + 1}`, config }));
  const { runIds } = await request(page, 'experiment:start', { name, runs, pace: null });
  for (const id of runIds) {
    const isOver = async (): Promise<boolean> =>
      (await request(page, 'run:read', id)).run.state === 'finished';
    while (!(await isOver())) await page.waitForTimeout(50);
  }
  await go(page, 'Runs');
  await page.getByRole('button', { name: new RegExp(`^Open “${name} 1”`) }).click();
  await page.getByRole('button', { name: 'Open in the Lab' }).click();
  await page.getByRole('button', { name: 'Run again' }).waitFor();
}

/** Moves a pointer that holds a control around where it was taken up, one movement after the other. */
async function drag(page: Page, target: Locator, reach: number, pause: number): Promise<void> {
  const box = (await target.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= MOVES; i++) {
    const turn = (2 * Math.PI * i) / MOVES;
    const next = page.waitForTimeout(pause);
    await page.mouse.move(x + reach * Math.sin(turn), y + (reach / 3) * (1 - Math.cos(turn)));
    await next;
  }
  await page.mouse.up();
}

let passes = 0;

/** Moves a pointer over a chart from left to right, each time over other steps: none of their values is known yet. */
async function sweepOver(page: Page, target: Locator, pause: number): Promise<void> {
  const box = (await target.boundingBox())!;
  const shift = (++passes * 0.29) % 1;
  for (let i = shift; i < MOVES; i++) {
    const next = page.waitForTimeout(pause);
    await page.mouse.move(box.x + (box.width * i) / MOVES, box.y + box.height / 2);
    await next;
  }
}

async function report(
  page: Page,
  what: string,
  move: (pause: number) => Promise<void>,
): Promise<void> {
  await move(DRAG_MS);
  const slow = delays(await probed(page, () => move(APART_MS)));
  const tasks = await tracePageTasks(page);
  const fast = await probed(page, () => move(DRAG_MS));
  const walls = (await tasks()).map(({ wall }) => wall);
  const { library, ours, browser } = await profiled(page, () => move(DRAG_MS));
  const all = library + ours + browser;
  console.log(
    `${what}: input to changed picture ${quantiles(slow)}; while it is dragged on, from one picture to the next ` +
      `${quantiles(gaps(fast.pictures))}, longest task ${Math.max(...walls).toFixed(0)} ms; ` +
      `of the busy time chart library ${percent(library / all)}, our code ${percent(ours / all)}`,
  );
}

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(0);
  return `${at(0.5)} ms, p95 ${at(0.95)}, most ${at(1)} (${values.length})`;
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;

/**
 * Where the time of one movement goes: what the app takes anywhere, and what only its host takes here. Processor time
 * of the page's thread is told as a mean, which a busy machine leaves as it is.
 */
async function reportParts(
  page: Page,
  host: string,
  configs: readonly ExperimentConfig[],
  move: (pause: number) => Promise<void>,
): Promise<void> {
  const { computing, transport } = await answerTimes(page, configs);
  const seen = await probed(page, () => move(APART_MS));
  const whole = delays(seen);
  const rest = whole.map((delay) => delay - transport);
  console.log(
    `  of it until the first stroke ${quantiles(untilDrawn(seen))}, then drawing and the wait for the frame. An answer alone: ` +
      `computing ${computing.toFixed(1)} ms, transport on ${host} ${transport.toFixed(1)} ms; ` +
      `whole ${quantiles(whole)}, less that transport ${quantiles(rest)}`,
  );
  const {
    whole: all,
    asking,
    drawing,
    filling,
    frames,
  } = await partsOf(page, MOVES, () => move(APART_MS));
  const alone = await partsOf(page, MOVES, () => askAlone(page, configs, MOVES));
  const other = all - asking - drawing - filling - frames;
  console.log(
    `  processor time of the page's thread for a movement ${milliseconds(all)}: hearing of it and asking ${milliseconds(asking)}, ` +
      `taking in the answer and drawing ${milliseconds(drawing)}, filling the canvases ${milliseconds(filling)}, ` +
      `frames ${milliseconds(frames)}, all else ${milliseconds(other)}; ` +
      `of it the transport on ${host}, as an idle page has it, ${milliseconds(alone.whole)}`,
  );
}

const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;

async function playback(page: Page): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Step under the cursor' });
  const play = page.getByRole('button', { name: 'Play', exact: true });
  const act = async (): Promise<void> => {
    await slider.fill('0');
    await play.click();
    await play.waitFor({ timeout: 60_000 });
  };
  await act();
  const tasks = await tracePageTasks(page);
  const shown = await probed(page, act);
  const traced = await tasks();
  const walls = traced.map(({ wall }) => wall);
  const { library, ours, browser } = await profiled(page, act);
  const all = library + ours + browser;
  const between = gaps(shown.pictures);
  const seconds = between.reduce((sum, gap) => sum + gap, 0) / 1000;
  console.log(
    `Playback of 8 runs of 10,000 steps: ${(between.length / seconds).toFixed(1)} pictures a second, from one to the next ` +
      `${quantiles(between)}; tasks over 50 ms: ${walls.filter((wall) => wall > 50).length}, longest ${Math.max(...walls).toFixed(0)} ms; ` +
      `of the busy time chart library ${percent(library / all)}, our code ${percent(ours / all)}`,
  );
}

export async function pictures(): Promise<void> {
  if (!existsSync(built)) {
    console.log('\nPictures are not measured: the app is not built; "npm run build" builds it.');
    return;
  }
  const data = mkdtempSync(join(tmpdir(), 'downhill-bench-'));
  const app = await launchApp({ args: [`--data-dir=${data}`] });
  try {
    const { page } = app;
    await page.setViewportSize(sizes.large);
    await page.getByRole('navigation').waitFor();
    await request(page, 'preferences:write', { locale: 'en', theme: 'light' });
    await installProbe(page);
    console.log(`\nPictures of the built app, 1440×900, on ${app.host}`);
    const map = page.getByRole('button', { name: /Start .*drag/i });
    const charts = page.getByRole('slider', { name: 'Loss and rate curves' });

    const four = OPTIMIZERS.map((id) => bowl({ optimizer: { id } }));
    await stage(page, 'four', four);
    await page.getByRole('button', { name: 'Edit a copy' }).click();
    const dragStart = (pause: number): Promise<void> => drag(page, map, 60, pause);
    await report(page, 'Start point, 4 optimizers, 2,000 steps', dragStart);
    await reportParts(page, app.host, four, dragStart);
    const rate = page.getByRole('slider', { name: /^first rate/ });
    const dragRate = (pause: number): Promise<void> => drag(page, rate, 60, pause);
    await report(page, 'First rate, 4 optimizers, 2,000 steps', dragRate);
    await reportParts(page, app.host, four, dragRate);
    await report(page, 'Scrub, 4 runs of 2,000 steps', (pause) => sweepOver(page, charts, pause));

    const eight = [...OPTIMIZERS, ...OPTIMIZERS].map((id, i) =>
      bowl({ optimizer: { id }, lr: 0.01 * (1 + i), totalSteps: 10_000 }),
    );
    await stage(page, 'eight', eight);
    await page.getByRole('button', { name: 'Edit a copy' }).click();
    await playback(page);

    await stage(page, 'million', [bowl({ optimizer: { id: 'adam' }, totalSteps: 1_000_000 })]);
    await report(page, 'Scrub, a stored run of 1,000,000 steps', (pause) =>
      sweepOver(page, charts, pause),
    );
  } finally {
    await app.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
