import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLicences } from '../../../electron/main/licences.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const assets = [
  'Inter',
  'Iris',
  'Noto Sans SC',
  'Optical Recognition of Handwritten Digits',
  'SQLite',
];

describe('third-party licences', () => {
  it('gathers the lists of the build, the native module and what stands beside the binary', () => {
    const app = temporaryFolder();
    const zod = { name: 'zod', version: '4.6.7', identifier: 'MIT', text: 'zod text' };
    const svelte = { name: 'svelte', version: '5.57.3', identifier: 'MIT', text: 'svelte text' };
    put(join(app, 'out/main/licenses.json'), JSON.stringify([zod]));
    put(join(app, 'out/renderer/licenses.json'), JSON.stringify([svelte, zod]));
    const native = join(app, 'node_modules/better-sqlite3');
    put(join(native, 'package.json'), JSON.stringify({ version: '13.2.0', license: 'MIT' }));
    put(join(native, 'LICENSE'), 'sqlite text');
    const binary = join(app, 'binary');
    put(join(binary, 'LICENSE'), 'electron text');
    put(join(binary, 'LICENSES.chromium.html'), '<html>');
    const licences = readLicences(app, binary).filter(({ name }) => !assets.includes(name));
    expect(licences.map(({ name }) => name)).toEqual([
      'better-sqlite3',
      'Chromium',
      'Electron',
      'svelte',
      'zod',
    ]);
    expect(licences.map(({ text }) => text)).toEqual([
      'sqlite text',
      join(binary, 'LICENSES.chromium.html'),
      'electron text',
      'svelte text',
      'zod text',
    ]);
  });

  it('names Electron and Chromium even where their texts are missing', () => {
    const names = readLicences(temporaryFolder(), temporaryFolder()).map(({ name }) => name);
    expect(names).toEqual(['Chromium', 'Electron', ...assets]);
  });

  it('carries the texts that fonts and data must not travel without', () => {
    const licences = readLicences(temporaryFolder(), temporaryFolder());
    const text = (name: string): string => licences.find((one) => one.name === name)!.text;
    expect(text('Inter')).toContain('SIL OPEN FONT LICENSE');
    expect(text('Noto Sans SC')).toContain('SIL OPEN FONT LICENSE');
    expect(text('Iris')).toMatch(/Fisher.*\n.*Anderson/);
    expect(text('Iris')).toContain('Redistributions in binary form must reproduce');
    expect(text('Optical Recognition of Handwritten Digits')).toContain('Alpaydin');
    for (const name of assets) {
      expect(licences.find((one) => one.name === name)!.version).toMatch(/^\d+/);
    }
  });
});
