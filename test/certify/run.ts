/**
 * `npm run certify` or `npm run certify -- FOLDER`: compares the core, number by number, with recorded
 * runs of a reference implementation (test/reference, or another folder in its format). Exits 1 if a
 * number is outside its tolerance or a case could not be run.
 */
import '../../build/node-guard.mjs';
import { join } from 'node:path';
import { certifyFile } from './families/index.ts';
import { readReference } from './format.ts';
import { report } from './report.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../reference');
const { lines, passed } = report(readReference(folder).flatMap(certifyFile));
for (const line of lines) console.log(line);
process.exitCode = passed ? 0 : 1;
