/** Files of other kinds under names of ours, read as the app reads them, and told in words. */
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesInMemory } from '../../../electron/files/byte-source.ts';
import { kindOf } from '../../../electron/files/file-kind.ts';
import { readLog } from '../../../electron/files/logs/read-log.ts';
import { readFile } from '../../../electron/files/read-file.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { errorSentence } from '../../../renderer/src/i18n/errors.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { assignmentFile } from '../../support/files/assignment.ts';

beforeEach(() => setLocale('en'));

const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])),
  );
const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
const sqlite = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096)]);
const spreadsheet = zip({ 'xl/workbook.xml': '<workbook/>' });
const whole = assignmentFile();

function refused(bytes: Uint8Array, name: string): AppError {
  const source = bytesInMemory(bytes);
  try {
    if (name.endsWith('.downhill')) readFile(source);
    else readLog(source, name, 0);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new AppError(error.code, error.message, { ...error.details, file: name });
  }
  throw new Error('it was taken');
}

describe.each<[string, string, Uint8Array, object, RegExp, RegExp]>([
  [
    'a text',
    'a.downhill',
    Buffer.from('Dear diary'),
    { fault: 'foreign', given: 'text' },
    /but plain text\. Choose a file/,
    /而是纯文本。选择/,
  ],
  ['a picture', 'a.downhill', png, { fault: 'foreign', given: 'picture' }, /a picture/, /而是图片/],
  [
    'a database',
    'a.downhill',
    sqlite,
    { fault: 'foreign', given: 'database' },
    /a database/,
    /数据库/,
  ],
  ['nothing', 'a.downhill', Buffer.alloc(0), { fault: 'empty' }, /It is empty\. Get it/, /空文件/],
  [
    'an archive of other things',
    'a.downhill',
    spreadsheet,
    { fault: 'foreign', given: 'archive' },
    /an archive/,
    /压缩包/,
  ],
  [
    'an archive with a manifest of its own',
    'a.downhill',
    zip({ 'manifest.json': '{"name":"an extension","manifest_version":3}' }),
    { fault: 'foreign', given: 'archive' },
    /an archive/,
    /压缩包/,
  ],
  [
    'one of ours that was cut off',
    'a.downhill',
    whole.subarray(0, 900),
    { fault: 'damaged', offset: '900' },
    /damaged \(byte 900\)\. Get it once more/,
    /已损坏（第 900 字节）。重新取得/,
  ],
  [
    'a picture',
    'a.csv',
    png,
    { fault: 'no-log', given: 'picture' },
    /no training log.*but a picture.*Save the table as CSV/,
    /而是图片.*另存为 CSV/,
  ],
  [
    'a spreadsheet',
    'a.json',
    spreadsheet,
    { fault: 'no-log', given: 'archive' },
    /spreadsheets \(\.xlsx\)/,
    /电子表格 \.xlsx/,
  ],
  ['nothing', 'a.json', Buffer.alloc(0), { fault: 'empty' }, /It is empty/, /空文件/],
])('%s under the name %s', (_what, name, bytes, details, en, zh) => {
  it('is refused by what it is, and told what to do', () => {
    const refusal = refused(bytes, name);
    expect(refusal.details).toEqual({ ...details, file: name });
    const sentence = errorSentence(refusal);
    expect(sentence).toContain(`“${name}” was not imported; your library is as it was.`);
    expect(sentence).toMatch(en);
    setLocale('zh-CN');
    expect(errorSentence(refusal)).toMatch(zh);
  });
});

it('texts of every encoding that is read are not taken for something else', () => {
  for (const text of ['step,loss\n0,1', '\ufeffstep,loss', '步,损失\r\n0,1\t\f']) {
    expect(kindOf(Buffer.from(text))).toBe('text');
  }
  // The same in GB 18030, in which two bytes make a character.
  expect(kindOf(Uint8Array.from([0xb2, 0xbd, 0x2c, 0xcb, 0xf0, 0xca, 0xa7, 0x0a]))).toBe('text');
  expect(kindOf(Buffer.from('step,loss', 'utf16le'))).toBe('unknown');
});

it.each([
  ['ENOENT', /not there any more/, /不在原处/],
  ['EACCES', /no right to read/, /没有读取它的权限/],
  ['not a file', /a folder or a device/, /文件夹或设备/],
  ['EIO', /cannot be read \(EIO\)/, /读不出来（EIO）/],
])('what the system says of one that cannot be read has words: %s', (given, en, zh) => {
  const error = new AppError('bad-file', '', { fault: 'unreadable', given, file: 'a.csv' });
  expect(errorSentence(error)).toMatch(en);
  setLocale('zh-CN');
  expect(errorSentence(error)).toMatch(zh);
});

it('a picture that is a RIFF file is one; a sound, which is one too, is not', () => {
  const riff = (what: string): Uint8Array => Buffer.from(`RIFF\x24\n\0\0${what}`, 'latin1');
  expect(kindOf(riff('WEBPVP8 '))).toBe('picture');
  expect(kindOf(riff('WAVEfmt '))).toBe('unknown');
});
