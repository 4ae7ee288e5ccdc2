import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MOST_FILE_BYTES, type PageFile } from '../../../electron/ipc/files.ts';
import { argParsers } from '../../../electron/ipc/schemas.ts';
import { saveFile } from '../../../electron/main/save-file.ts';
import { SaveQuestion } from '../../../electron/main/save-question.ts';
import { Lab } from '../../support/lab.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const picture: PageFile = { name: '损失 η = 0.1/a', kind: 'png', bytes };

it('writes the very bytes under the name that was picked', async () => {
  const folder = temporaryFolder();
  const asked: unknown[] = [];
  const question = new SaveQuestion((...given) => {
    asked.push(given);
    return Promise.resolve(join(folder, 'picked.png'));
  });
  expect(await saveFile(picture, question)).toBe(join(folder, 'picked.png'));
  expect(asked).toEqual([['损失 η = 0.1 a.png', 'png']]);
  expect([...readFileSync(join(folder, 'picked.png'))]).toEqual([...bytes]);
  expect(readdirSync(folder)).toEqual(['picked.png']);
});

it('writes nothing when the person cancels, and leaves nothing behind when it cannot write', async () => {
  const folder = temporaryFolder();
  expect(await saveFile(picture, new SaveQuestion(() => Promise.resolve(null)))).toBeNull();
  mkdirSync(join(folder, 'a folder'));
  const onto = new SaveQuestion(() => Promise.resolve(join(folder, 'a folder')));
  await expect(saveFile(picture, onto)).rejects.toMatchObject({ syscall: 'rename' });
  expect(readdirSync(folder)).toEqual(['a folder']);
});

it('takes a file larger than other requests may be, and refuses one that is too large', async () => {
  const lab = new Lab();
  const sized = (length: number): Uint8Array => {
    const file = new Uint8Array(length);
    file.set(bytes);
    return file;
  };
  expect(await lab.ask('file:save', { ...picture, bytes: sized(8 * 1024 * 1024) })).toBeNull();
  const reply = await lab.send('file:save', [{ ...picture, bytes: sized(MOST_FILE_BYTES + 8192) }]);
  expect(reply).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
  expect(lab.platformCalls).toEqual(['ask-save-path']);
});

it.each([
  ['empty', { ...picture, bytes: new Uint8Array(0) }],
  ['no PNG', { ...picture, bytes: new Uint8Array(8) }],
  ['unknown kind', { ...picture, kind: 'exe' }],
  ['no name', { ...picture, name: ' ' }],
])('refuses a file that is %s', (_what, file) => {
  expect(() => argParsers['file:save']([file])).toThrow(/file:save/);
});
