/** Licences of what ships but is no code: fonts, data sets, SQLite itself. */
import interText from '@fontsource-variable/inter/LICENSE?raw';
import { version as interVersion } from '@fontsource-variable/inter/package.json';
import notoText from '@fontsource-variable/noto-sans-sc/LICENSE?raw';
import { version as notoVersion } from '@fontsource-variable/noto-sans-sc/package.json';
import type { Licence } from '../ipc/app.ts';
import { sqliteVersion } from '../store/sqlite-version.ts';

const digits = `E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits. UCI Machine Learning Repository, 1998.
https://archive.ics.uci.edu/dataset/80/, doi 10.24432/C50P49
Creative Commons Attribution 4.0 International: https://creativecommons.org/licenses/by/4.0/legalcode
Changes: only the test part; pixels rescaled from 0–16 to 0–1 when read.`;

const iris = `R. A. Fisher: The use of multiple measurements in taxonomic problems. Annals of Eugenics 7, 1936;
measured by E. Anderson. https://doi.org/10.1111/j.1469-1809.1936.tb02137.x
The values are those of scikit-learn 1.2.1, sklearn/datasets/data/iris.csv, stored in tenths of a centimetre.

Copyright 2007-2019 Scikit-Learn Developers

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions
are met:
1. Redistributions of source code must retain the above copyright
   notice, this list of conditions and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright
   notice, this list of conditions and the following disclaimer in the
   documentation and/or other materials provided with the distribution.
3. Neither the name of the University nor the names of its contributors
   may be used to endorse or promote products derived from this software
   without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS
"AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR
A PARTICULAR PURPOSE ARE DISCLAIMED.  IN NO EVENT SHALL THE HOLDERS OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR
PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF
LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS
SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

const sqlite = `The authors of SQLite have dedicated it to the public domain.
https://www.sqlite.org/copyright.html`;

export function assetLicences(): readonly Licence[] {
  return [
    { name: 'Inter', version: interVersion, licence: 'OFL-1.1', text: interText },
    { name: 'Noto Sans SC', version: notoVersion, licence: 'OFL-1.1', text: notoText },
    { name: 'Iris', version: '1936', licence: 'BSD-3-Clause', text: iris },
    {
      name: 'Optical Recognition of Handwritten Digits',
      version: '1998',
      licence: 'CC-BY-4.0',
      text: digits,
    },
    { name: 'SQLite', version: sqliteVersion(), licence: 'Public domain', text: sqlite },
  ];
}
