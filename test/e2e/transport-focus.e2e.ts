/** The verbs of the transport take each other's places: the keyboard stays where they are. */
import { expect, test } from './support/app.ts';
import { choose, setUpPair, stateInWords } from './support/views.ts';

test('Run, Pause, Resume and Stop hand the focus on', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Pace/, '2 steps/s');
  const transport = page.getByRole('region', { name: 'Run controls' });
  const verb = (name: string): ReturnType<typeof transport.getByRole> =>
    transport.getByRole('button', { name, exact: true });

  await verb('Run').focus();
  await page.keyboard.press('Enter');
  await expect(verb('Pause')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(verb('Resume')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(verb('Pause')).toBeFocused();

  await verb('Stop').focus();
  await page.keyboard.press('Enter');
  await expect(stateInWords(page)).toContainText('stopped');
  await expect(verb('Stop')).toHaveCount(0);
  await expect(transport.locator('.verbs button').first()).toBeFocused();
});

test('what is elsewhere keeps the focus when a run ends', async ({ desk }) => {
  const page = await desk.page();
  await setUpPair(page);
  await choose(page, /^Pace/, 'Full speed');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const pace = page.getByRole('combobox', { name: /^Pace/ });
  await pace.focus();
  await expect(stateInWords(page)).toContainText('finished: 2 runs');
  await expect(pace).toBeFocused();
});
