/** A log of real training is dropped on the window, looked at, compared with an experiment, and taken back. */
import { expect, test } from './support/app.ts';
import { drop } from './support/drop.ts';
import { go, runPair } from './support/views.ts';

const header = 'epoch,train_loss,val_loss,lr,f1';
const lines = Array.from({ length: 40 }, (_, i) =>
  [i, 2 * 0.9 ** i, 2.1 * 0.91 ** i, 0.1 / (1 + i), i / 50].join(','),
);
const bytes = Buffer.from([header, ...lines].join('\n'));

test('a training log is dropped, has a page, is compared with an experiment, and is taken back', async ({
  desk,
}) => {
  const { page } = await desk.app();
  await runPair(page);
  await drop(page, [{ name: 'resnet.csv', bytes }]);
  await expect(
    page.getByText('1 run imported from “resnet.csv” Its steps are epochs. Not taken: f1.'),
  ).toBeVisible();
  const open = page.getByRole('button', { name: 'Open “resnet”' });
  await expect(open).toBeVisible();

  await page.getByRole('checkbox', { name: 'Select “resnet”' }).click();
  await page.getByRole('checkbox', { name: 'Select “constant”' }).click();
  await page.getByRole('button', { name: 'Compare 2' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(
    '“resnet” was recorded elsewhere',
  );
  await expect(page.getByRole('row', { name: /resnet/ }).first()).toBeVisible();
  // 39 epochs beside 2,000 steps.
  await expect(page.getByText('“resnet” has 39 of the 2\u202f000 steps shown.')).toBeVisible();
  const axis = page.getByRole('combobox', { name: /^x axis/ });
  await axis.click();
  const time = page.getByRole('option', { name: /^training time, s/ });
  await expect(time).toBeDisabled();
  await expect(time).toContainText(
    'of some runs not measured: imported, or computed before it was',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show % of run' }).click();
  await expect(axis).toHaveAccessibleName('x axis: % of run');
  await expect(page.getByText(/of the 2\u202f000 steps shown/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Runs', exact: true }).last().click();

  await open.click();
  await expect(page.getByRole('heading', { name: 'Recorded elsewhere' })).toBeVisible();
  await expect(page.getByText('epochs: one step here is one epoch')).toBeVisible();
  await expect(page.getByText(/^resnet\.csv, /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open in the Lab' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue or repeat “resnet”' }).click();
  await expect(
    page.getByText('Recorded elsewhere: its settings are not known.').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await go(page, 'Runs');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(open).toHaveCount(0);

  await drop(page, [{ name: 'bad.csv', bytes: Buffer.from('step,loss\n0,one\n') }]);
  await expect(
    page.getByText(
      "“bad.csv” was not imported; your library is as it was. Not a number: 'one' (line 2, column “loss”).",
    ),
  ).toBeVisible();
});
