import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from '../ipc/app.ts';
import { assetLicences } from './asset-licences.ts';

interface BundledLicence {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string | null;
  readonly text?: string | null;
}

/**
 * Third-party licences of everything that ships: the lists the bundler wrote for main and page, fonts
 * and data, the native SQLite module, and Electron. Chromium's text, some megabytes of HTML, is named by
 * its path.
 */
export function readLicences(appFolder: string, binaryFolder: string): readonly Licence[] {
  const bundled = [
    'out/main/licenses.json',
    'out/renderer/licenses.json',
    'out/worker/file-worker-licenses.json',
  ].flatMap((list) => readList(join(appFolder, list)));
  const all = [
    ...bundled,
    ...assetLicences(),
    ...readModule(appFolder, 'better-sqlite3'),
    ...readElectron(binaryFolder),
  ];
  const unique = new Map(all.map((licence) => [`${licence.name}@${licence.version}`, licence]));
  return [...unique.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function readList(path: string): readonly Licence[] {
  if (!existsSync(path)) return [];
  const list = JSON.parse(readFileSync(path, 'utf8')) as readonly BundledLicence[];
  return list.map(({ name, version, identifier, text }) => ({
    name,
    version,
    licence: identifier ?? '',
    text: text ?? '',
  }));
}

function readModule(appFolder: string, name: string): readonly Licence[] {
  const folder = join(appFolder, 'node_modules', name);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return [];
  const { version, license } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    version: string;
    license: string;
  };
  const text = join(folder, 'LICENSE');
  return [{ name, version, licence: license, text: readIfThere(text) }];
}

/** Packaged, Electron's own text has another name, and on macOS both lie in the bundle's Resources. */
function readElectron(binaryFolder: string): readonly Licence[] {
  const folders = [binaryFolder, join(binaryFolder, '../Resources')];
  const find = (...names: readonly string[]): string =>
    folders
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find((file) => existsSync(file)) ?? '';
  const own = find('LICENSE.electron.txt', 'LICENSE');
  return [
    {
      name: 'Electron',
      version: process.versions['electron'] ?? '',
      licence: 'MIT',
      text: own === '' ? '' : readFileSync(own, 'utf8'),
    },
    {
      name: 'Chromium',
      version: process.versions['chrome'] ?? '',
      licence: 'BSD-3-Clause',
      text: find('LICENSES.chromium.html'),
    },
  ];
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
