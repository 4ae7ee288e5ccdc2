/** Licences of what ships but is no code: fonts, the digits, SQLite itself. */
import interText from '@fontsource-variable/inter/LICENSE?raw';
import { version as interVersion } from '@fontsource-variable/inter/package.json';
import notoText from '@fontsource-variable/noto-sans-sc/LICENSE?raw';
import { version as notoVersion } from '@fontsource-variable/noto-sans-sc/package.json';
import type { Licence } from '../ipc/contract.ts';
import { sqliteVersion } from '../store/sqlite-version.ts';

const digits = `E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits. UCI Machine Learning Repository, 1998.
https://archive.ics.uci.edu/dataset/80/, doi 10.24432/C50P49
Creative Commons Attribution 4.0 International: https://creativecommons.org/licenses/by/4.0/legalcode
Changes: only the test part; pixels rescaled from 0–16 to 0–1 when read.`;

const sqlite = `The authors of SQLite have dedicated it to the public domain.
https://www.sqlite.org/copyright.html`;

export function assetLicences(): readonly Licence[] {
  return [
    { name: 'Inter', version: interVersion, licence: 'OFL-1.1', text: interText },
    { name: 'Noto Sans SC', version: notoVersion, licence: 'OFL-1.1', text: notoText },
    {
      name: 'Optical Recognition of Handwritten Digits',
      version: '1998',
      licence: 'CC-BY-4.0',
      text: digits,
    },
    { name: 'SQLite', version: sqliteVersion(), licence: 'Public domain', text: sqlite },
  ];
}
