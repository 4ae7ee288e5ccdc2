/**
 * A folder with the files of a Linux Electron distribution, but no program in them: enough for
 * electron-builder to package, and for its fuses to be set and read.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks where the fuses are in the binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, nine fuses, as Electron ships them: all on but cookies, the two of the archive, snapshot. */
const WIRE = Buffer.from([1, 9, ...Buffer.from('101100011', 'latin1')]);

export function writeStubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  // Without default_app.asar: an empty one would fail the integrity step.
  mkdirSync(join(folder, 'resources'));
  const binary = Buffer.concat([Buffer.from(`a stub of Electron ${version} ${SENTINEL}`), WIRE]);
  writeFileSync(join(folder, 'electron'), binary, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  for (const [file, text] of [
    ['LICENSE', 'the licence of Electron'],
    ['LICENSES.chromium.html', 'the licences of Chromium'],
    ['chrome-sandbox', ''],
    ['resources.pak', ''],
    ['locales/en-US.pak', ''],
    ['locales/zh-CN.pak', ''],
    ['locales/fr.pak', ''],
  ] as const) {
    writeFileSync(join(folder, file), text);
  }
}
