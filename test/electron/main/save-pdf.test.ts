import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SaveQuestion } from '../../../electron/main/save-question.ts';
import { savePdf } from '../../../electron/main/save-pdf.ts';
import { Lab } from '../../support/lab.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const pdf = Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0, 255);
const render = (): Promise<Uint8Array> => Promise.resolve(pdf);

it('writes the very bytes under the name that was picked, and suggests one that every system takes', async () => {
  const folder = temporaryFolder();
  const asked: unknown[] = [];
  const question = new SaveQuestion((...given) => {
    asked.push(given);
    return Promise.resolve(join(folder, 'picked.pdf'));
  });
  expect(await savePdf('第 7 课 a/b', question, render)).toBe(join(folder, 'picked.pdf'));
  expect(asked).toEqual([['第 7 课 a b.pdf', 'pdf']]);
  expect([...readFileSync(join(folder, 'picked.pdf'))]).toEqual([...pdf]);
  expect(readdirSync(folder)).toEqual(['picked.pdf']);
});

it('makes none where the person cancels', async () => {
  let made = 0;
  const question = new SaveQuestion(() => Promise.resolve(null));
  const counting = (): Promise<Uint8Array> => {
    made++;
    return render();
  };
  expect(await savePdf('a', question, counting)).toBeNull();
  expect(made).toBe(0);
});

it('leaves nothing behind where it cannot be made or written', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a folder'));
  const to = (name: string): SaveQuestion =>
    new SaveQuestion(() => Promise.resolve(join(folder, name)));
  const failing = (): Promise<Uint8Array> => Promise.reject(new Error('no frame'));
  await expect(savePdf('a', to('a.pdf'), failing)).rejects.toThrow('no frame');
  await expect(savePdf('a', to('a folder'), render)).rejects.toMatchObject({ syscall: 'rename' });
  await expect(savePdf('a', to('nowhere/a.pdf'), render)).rejects.toMatchObject({
    code: 'ENOENT',
  });
  expect(readdirSync(folder)).toEqual(['a folder']);
});

it('is asked for by the page, as printing is', async () => {
  const lab = new Lab();
  lab.savePath = join(temporaryFolder(), 'lesson.pdf');
  expect(await lab.ask('page:save-pdf', '第 1 课')).toBe(lab.savePath);
  expect([...readFileSync(lab.savePath)]).toEqual([...lab.pdf]);
  expect(await lab.ask('page:print')).toBe(true);
  lab.agrees = false;
  expect(await lab.ask('page:print')).toBe(false);
  expect(lab.platformCalls).toEqual(['ask-save-path', 'page-as-pdf', 'print-page', 'print-page']);
});
