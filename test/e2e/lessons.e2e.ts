/** Lessons 1 and 7 are walked from the question to the conclusion, in both languages. */
import type { Locator, Page } from '@playwright/test';
import { edgeOfStability } from '../../renderer/src/lessons/15-edge-of-stability/lesson.ts';
import type { TryToJudge } from '../../renderer/src/lessons/judge-try.ts';
import type { Judgement } from '../../renderer/src/lessons/lesson.ts';
import { request } from './support/lab.ts';
import { expect, sizes, test } from './support/app.ts';
import { drawStroke } from './support/draw.ts';
import { openLesson } from './support/lesson.ts';
import { serious } from './support/serious.ts';
import { chooseFromMenu } from './support/views.ts';

type Locale = 'en' | 'zh-CN';

const words = {
  en: {
    run: 'Run',
    drawn: 'What you drew',
    furthest: /The largest gap is at step [\d\u202f]+: you drew \S+, it was \S+\./,
    begin: 'Set up the challenge',
    try: 'Try it',
    right: 'You saw it coming.',
    wrong: 'It came out otherwise.',
    notYet: 'Not yet:',
    met: 'Met:',
    save: 'Save',
    saved: 'Saved with the run in your library.',
    toLab: 'Take this to the Lab',
  },
  'zh-CN': {
    run: '运行',
    drawn: '你画的线',
    furthest: /差得最多的是第 [\d\u202f]+ 步：你画的是 \S+，结果是 \S+。/,
    begin: '摆好挑战',
    try: '试一次',
    right: '你料到了。',
    wrong: '结果和你想的不一样',
    notYet: '还没有达到：',
    met: '达到了：',
    save: '保存',
    saved: '已和记录里的运行一起保存。',
    toLab: '带去实验室',
  },
} as const;

const section = (page: Page, name: string) => page.locator(`[data-section="${name}"]`);
const answers = (page: Page, name: string) => section(page, name).locator('[aria-pressed]');

interface Walk {
  readonly number: number;
  /** Places of the answers that are chosen, and whether the first is right. */
  readonly predict: number;
  readonly foreseen: boolean;
  readonly check: number;
  /** A number in what is seen and in no other text before. */
  readonly seen: string;
  /** A passage that leads to step 2. */
  readonly passage: RegExp;
  /** A value that meets the challenge. */
  readonly meets: string;
}

const walks: readonly Walk[] = [
  {
    number: 1,
    predict: 1,
    foreseen: true,
    check: 1,
    seen: '1.464',
    passage: /^1\.08$/,
    meets: '0.5',
  },
  { number: 7, predict: 1, foreseen: false, check: 2, seen: '46.7', passage: /2/, meets: '1e-5' },
];

/** A fall that levels off, which neither the loss of lesson 1 nor the rate of lesson 7 does. */
const levelling = [
  [0, 0.05],
  [0.4, 0.5],
  [1, 0.6],
] as const;

async function walk(page: Page, locale: Locale, lesson: Walk): Promise<void> {
  const said = words[locale];
  await openLesson(page, lesson.number);
  // What comes out is not told before it is predicted and run.
  await expect(section(page, 'seen')).toHaveCount(0);
  await expect(page.getByText(lesson.seen)).toHaveCount(0);
  await answers(page, 'predict').nth(lesson.predict).click();
  await drawStroke(page, levelling);
  await request(page, 'run:list', { limit: 1, trashed: false });
  await page.getByRole('combobox').last().click();
  await page.getByRole('option').last().click();
  await section(page, 'run').getByRole('button', { name: said.run, exact: true }).click();

  await expect(section(page, 'seen')).toContainText(lesson.seen);
  await expect(section(page, 'predict')).toContainText(lesson.foreseen ? said.right : said.wrong);
  await expect(answers(page, 'predict').first()).toBeDisabled();
  await expect(section(page, 'predict')).toContainText(said.drawn);
  await expect(section(page, 'predict')).toContainText(said.furthest);

  // A passage leads to the step it speaks of.
  await section(page, 'seen').getByRole('button', { name: lesson.passage }).click();
  await expect(page.locator('.transport input[type="text"]')).toHaveValue('2');

  await answers(page, 'check').nth(lesson.check).click();
  await expect(answers(page, 'check').nth(lesson.check)).toHaveClass(/right/);
  await expect(answers(page, 'check').nth(lesson.check)).toBeFocused();

  const challenge = section(page, 'challenge');
  await challenge.getByRole('button', { name: said.begin }).click();
  await challenge.getByRole('button', { name: said.try }).click();
  await expect(challenge).toContainText(said.notYet);
  const field = challenge.getByRole('textbox');
  await field.fill(lesson.meets);
  await field.press('Enter');
  await challenge.getByRole('button', { name: said.try }).click();
  await expect(challenge).toContainText(said.met);
  await expect(challenge.getByRole('button', { name: said.try })).toBeFocused();
  await expect(challenge.getByRole('listitem')).toHaveCount(2);

  const sentence = `lesson ${lesson.number}, ${locale}`;
  const conclusion = section(page, 'conclusion');
  await conclusion.getByRole('textbox').fill(sentence);
  await conclusion.getByRole('button', { name: said.save }).click();
  await expect(conclusion).toContainText(said.saved);
  await expect
    .poll(async () => {
      const runs = await request(page, 'run:list', { limit: 20, trashed: false });
      return runs.filter(({ conclusion: kept }) => kept === sentence).map((run) => run.prediction);
    })
    .toEqual(
      Array.from({ length: lesson.number === 1 ? 1 : 3 }, () => expect.stringMatching(/\d/)),
    );
  expect(await serious(page)).toEqual([]);
}

for (const locale of ['en', 'zh-CN'] as const) {
  for (const lesson of walks) {
    test(`lesson ${lesson.number} is walked in ${locale}`, async ({ desk }) => {
      const page = await desk.page();
      await request(page, 'preferences:write', { locale });
      await walk(page, locale, lesson);
    });
  }
}

test('a lesson leaves the draft of the Lab alone until it is taken there', async ({ desk }) => {
  const page = await desk.page();
  await page.getByRole('button', { name: 'Set it up first' }).click();
  const name = page.getByRole('banner').getByRole('heading', { level: 1 });
  const before = await name.innerText();
  await openLesson(page, 7);
  await page.getByRole('navigation').getByRole('button', { name: 'Lab', exact: true }).click();
  await expect(name).toHaveText(before);
  await openLesson(page, 7);
  await page.getByRole('button', { name: words.en.toLab }).click();
  await expect(name).toContainText('The trap in the formula');
  await expect(page.getByRole('textbox', { name: /^first rate/ })).toBeEnabled();
});

test('in a lesson the menu runs what is on the stage of the lesson', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 1);
  await chooseFromMenu(await desk.app(), 'run-or-pause');
  await expect(section(page, 'run')).toContainText('It is running…');
  await chooseFromMenu(await desk.app(), 'run-or-pause');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(section(page, 'run')).toContainText('Paused: go on');
  await chooseFromMenu(await desk.app(), 'step-card');
  await expect(page.locator('.step-card')).toBeVisible();
  await expect(page.getByRole('button', { name: words.en.toLab })).toBeVisible();
});

test('a lesson that is left while its run is paused is come back to where it was', async ({
  desk,
}) => {
  const page = await desk.page();
  const go = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await openLesson(page, 1);
  await section(page, 'run').getByRole('button', { name: 'Run', exact: true }).click();
  const step = page.locator('.transport input[type="text"]');
  await expect(step).toHaveValue(/^[1-9]/);
  await go('Pause');
  await expect(page.getByRole('banner')).toContainText('paused at step');
  const before = await step.inputValue();
  await go('Learn');
  await expect(
    page.getByRole('heading', { name: 'From the first step to a real training' }),
  ).toBeVisible();
  await go('Continue');
  await expect(step).toHaveValue(before);
  await expect(page.getByRole('banner')).toContainText('paused at step');
  await section(page, 'run').getByRole('button', { name: 'Paused: go on' }).click();
  await expect(section(page, 'run')).toContainText('It is running…');
  await expect.poll(async () => Number(await step.inputValue())).toBeGreaterThan(Number(before));
});

test('a lesson is found again after a restart as it was left, and goes on from where it was ended', async ({
  desk,
}) => {
  const stageOf = async (page: Page) => {
    const { lessons } = await request(page, 'lessons:progress');
    return lessons.find(({ lesson }) => lesson === 1)?.progress.stage;
  };
  let page = await desk.page();
  await openLesson(page, 1);
  await section(page, 'run').getByRole('button', { name: 'Run', exact: true }).click();
  const step = () => page.locator('.transport input[type="text"]');
  await expect(step()).toHaveValue(/^[1-9]/);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('banner')).toContainText('paused at step');
  const before = await step().inputValue();
  await expect.poll(async () => (await stageOf(page))?.runs.length).toBe(1);

  // A run that was ended with the app is no run that was seen to its end.
  page = await desk.restart();
  await openLesson(page, 1);
  await expect(page.getByRole('banner')).toContainText('interrupted');
  await expect(step()).toHaveValue(before);
  await expect(section(page, 'seen')).toHaveCount(0);
  await page.getByRole('combobox').last().click();
  await page.getByRole('option').last().click();
  await page.locator('.transport').getByRole('button', { name: 'Resume' }).click();
  await expect(section(page, 'seen')).toBeVisible();
  await section(page, 'seen').getByRole('button', { name: walks[0]!.passage }).click();
  await expect(step()).toHaveValue('2');
  await expect.poll(async () => (await stageOf(page))?.step).toBe(2);

  page = await desk.restart();
  await openLesson(page, 1);
  await expect(step()).toHaveValue('2');
  await expect(page.getByRole('banner')).toContainText('over');
  await page.getByRole('button', { name: words.en.begin }).click();
  await expect.poll(async () => (await stageOf(page))?.on).toBe('challenge');

  page = await desk.restart();
  await openLesson(page, 1);
  await expect(page.getByRole('group', { name: 'What you may change' })).toBeVisible();
});

test('a passage opens the smaller experiment that it speaks of, and lights up its name', async ({
  desk,
}) => {
  const page = await desk.page();
  await openLesson(page, 2);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  const card = page.getByRole('button', { name: 'Just beyond the border' });
  const passage = section(page, 'insight').getByRole('button', { name: /^at step/ });
  await passage.hover();
  await expect(card.locator('..')).toHaveClass(/lit/);
  await passage.click();
  await expect(card).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.transport')).toContainText('200 steps/s');
  await page.locator('.transport').getByRole('button', { name: 'Run', exact: true }).click();
  // What runs is not taken from the stage by another.
  await section(page, 'seen')
    .getByRole('button', { name: /the same$/ })
    .click();
  await expect(page.getByText('once the runs on the stage have ended')).toBeVisible();
  await expect(card).toHaveAttribute('aria-pressed', 'true');
});

test('behind its conclusion a lesson says what it lacks, and leads to the next', async ({
  desk,
}) => {
  const page = await desk.page();
  await openLesson(page, 1);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  const after = page.getByRole('navigation', { name: 'After this lesson' });
  await expect(after).toContainText('once its experiment has run');
  await after.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('heading', { name: 'Run', exact: true })).toBeFocused();
  await page.getByRole('combobox').last().click();
  await page.getByRole('option').last().click();
  await section(page, 'run').getByRole('button', { name: 'Run', exact: true }).click();
  await expect(after).toContainText('once its check question is answered');
  await answers(page, 'check').first().click();
  await expect(after).toContainText('once your sentence is saved');
  const conclusion = section(page, 'conclusion');
  await conclusion.getByRole('textbox').fill('so');
  await conclusion.getByRole('button', { name: words.en.save }).click();
  await expect(after).toContainText('Lesson done.');
  await after.getByRole('button', { name: 'Next lesson: Four temperaments of a step' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lesson 2');
});

test('a lesson is started over, and as it was again where that is undone', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 1);
  const again = page.getByRole('button', { name: 'Start over' });
  await expect(again).toHaveCount(0);
  await answers(page, 'predict').first().click();
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  await answers(page, 'check').first().click();
  await page.getByRole('button', { name: words.en.begin }).click();
  await page.getByRole('button', { name: words.en.try }).click();
  await expect(section(page, 'challenge')).toContainText(words.en.notYet);

  await again.click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeFocused();
  await expect(section(page, 'seen')).toHaveCount(0);
  await expect(section(page, 'predict').locator('[aria-pressed="true"]')).toHaveCount(0);
  const keptOfLessons = async () => (await request(page, 'lessons:progress')).lessons;
  expect(await keptOfLessons()).toEqual([]);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(heading).toBeFocused();
  await expect(section(page, 'challenge')).toContainText(words.en.notYet);
  await expect(answers(page, 'check').first()).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => (await keptOfLessons())[0]?.progress.tries.length).toBe(1);
});

const focusIsLost = (page: Page) =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test('what is said in passing lies on the transport bar, and on no chart', async ({ desk }) => {
  const page = await desk.page();
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size);
    await openLesson(page, 1);
    await answers(page, 'predict').first().click();
    await page.getByRole('button', { name: 'Start over' }).click();
    const notice = page.locator('[data-sonner-toast]');
    await expect(notice.getByRole('button', { name: 'Undo' })).toBeVisible();
    const top = async (one: Locator) => (await one.boundingBox())!.y;
    await expect
      .poll(async () => (await top(notice)) - (await top(page.locator('.transport'))))
      .toBeGreaterThanOrEqual(0);
    await expect
      .poll(async () => {
        const { y, height } = (await notice.boundingBox())!;
        return y + height;
      })
      .toBeLessThanOrEqual(size.height);
  }
});

test('what goes away as it is pressed leaves the focus at what it leads to', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 1);
  const steps = [
    ['Show it without a run', 'Seen'],
    [words.en.begin, 'Challenge'],
    ['Back to the experiment', 'Run'],
  ] as const;
  for (const [button, heading] of steps) {
    await page.getByRole('button', { name: button }).press('Enter');
    await expect(page.getByRole('button', { name: button })).toHaveCount(0);
    expect(await focusIsLost(page), button).toBe(false);
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeFocused();
  }
});

test('an edit in a lesson is undone and done again, and nothing behind its beginning', async ({
  desk,
}) => {
  const page = await desk.page();
  await openLesson(page, 1);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  await page.getByRole('button', { name: words.en.begin }).click();
  const challenge = section(page, 'challenge');
  const field = challenge.getByRole('textbox');
  const before = await field.inputValue();
  const undo = challenge.getByRole('button', { name: 'Undo the last change of a setting' });
  await expect(undo).toHaveCount(0);
  await field.fill('0.5');
  await field.press('Enter');
  await challenge.getByRole('button', { name: words.en.try }).focus();
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(before);
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(before);
  await expect(undo).toBeDisabled();
  await page.keyboard.press('Control+y');
  await expect(field).toHaveValue('0.5');
  await undo.click();
  await expect(field).toHaveValue(before);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lesson 1');
});

test('a sentence that is typed and not saved is there again', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 1);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  await answers(page, 'check').first().click();
  const conclusion = (shown: Page) => section(shown, 'conclusion').getByRole('textbox');
  await conclusion(page).fill('half a sen');
  await page.getByRole('navigation').getByRole('button', { name: 'Lab', exact: true }).click();
  await openLesson(page, 1);
  await expect(conclusion(page)).toHaveValue('half a sen');

  await conclusion(page).fill('half a sentence');
  const keptProgress = async (shown: Page) =>
    (await request(shown, 'lessons:progress')).lessons[0]!.progress;
  await expect.poll(async () => (await keptProgress(page)).typed).toBe('half a sentence');
  const after = await desk.restart();
  await openLesson(after, 1);
  await expect(conclusion(after)).toHaveValue('half a sentence');
  expect((await keptProgress(after)).conclusion).toBe('');
  await section(after, 'conclusion').getByRole('button', { name: words.en.save }).click();
  await expect(section(after, 'conclusion')).toContainText('Kept with this lesson');
  expect(await focusIsLost(after)).toBe(false);
});

test('a long try is measured beside the page, can be given up, and comes to the same bits', async ({
  desk,
}) => {
  const page = await desk.page();
  await openLesson(page, 15);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  await page.getByRole('button', { name: words.en.begin }).click();
  const challenge = section(page, 'challenge');
  const tryIt = challenge.getByRole('button', { name: words.en.try });
  const field = challenge.getByRole('textbox');
  await field.fill('0.08');
  await field.press('Enter');

  await challenge.evaluate(async (part) => {
    const called = (name: string) =>
      [...part.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    called('Try it')!.click();
    const isOffered = () => called('Cancel')?.checkVisibility({ visibilityProperty: true });
    while (!isOffered()) await new Promise(requestAnimationFrame);
    called('Cancel')!.focus();
    called('Cancel')!.click();
  });
  await expect(tryIt).toBeFocused();
  await expect(challenge.getByRole('listitem')).toHaveCount(0);

  const thread = page.waitForEvent('worker');
  await tryIt.click();
  const address = (await thread).url();
  await expect(challenge).toContainText(words.en.met, { timeout: 60_000 });
  await expect(challenge.getByRole('listitem')).toHaveCount(1);
  const { config } = edgeOfStability.challenge.experiment.runs[0]!;
  const asked = { lesson: 15, config: { ...config, lr: 0.08 }, assets: {} };
  const { measured } = await judgedInPage(page, address, asked);
  const measuredThere = async () =>
    (await request(page, 'lessons:progress')).lessons[0]!.progress.tries.at(-1)?.measured;
  await expect.poll(measuredThere).toBe(measured);
});

/** What the script of the thread answers in the page itself: another engine has other last digits of tanh. */
function judgedInPage(page: Page, address: string, asked: TryToJudge): Promise<Judgement> {
  return page.evaluate(
    async ([script, data]) => {
      let resolve: (judgement: Judgement) => void = () => undefined;
      const promise = new Promise<Judgement>((answer) => (resolve = answer));
      const listen = window.addEventListener.bind(window);
      const post = window.postMessage.bind(window);
      const judges: ((event: unknown) => void)[] = [];
      Object.assign(window, {
        addEventListener: (_type: string, judge: (event: unknown) => void) => judges.push(judge),
        postMessage: resolve,
      });
      try {
        await import(script);
        judges[0]!({ data });
        return await promise;
      } finally {
        Object.assign(window, { addEventListener: listen, postMessage: post });
      }
    },
    [address, asked] as const,
  );
}

test('a try that is being measured ends with the lesson', async ({ desk }) => {
  const page = await desk.page();
  await openLesson(page, 15);
  await page.getByRole('button', { name: 'Show it without a run' }).click();
  await page.getByRole('button', { name: words.en.begin }).click();
  await section(page, 'challenge').getByRole('button', { name: words.en.try }).click();
  await expect.poll(() => page.workers().length).toBe(1);
  await page.getByRole('button', { name: 'All lessons' }).click();
  await expect.poll(() => page.workers().length).toBe(0);
});
