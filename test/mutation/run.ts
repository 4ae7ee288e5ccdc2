/**
 * `npm run mutate -- optimizers` or `schedules`: makes one small fault at a time in the source of the
 * family and runs tests on it; a fault that no test notices has survived and is printed. Names of files
 * after the family (`npm run mutate -- optimizers adam dialect`) restrict it to these. Exits 1 when fewer
 * than 90 % of all faults are noticed, or when a file could not be judged.
 *
 * Faults in what people read (names, help, formulas, references) are not made: keep-words.ts.
 */
import '../../build/node-guard.mjs';
import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { mutateFile } from './mutate-file.ts';
import { add, describe, noticedShare, nothing, type Tally } from './tally.ts';

const root = join(import.meta.dirname, '../..');
const families = ['optimizers', 'schedules'];
const ENOUGH = 0.9;

function refuse(what: string, given: string, allowed: readonly string[]): never {
  console.error(`"${given}" is no ${what}; there are: ${allowed.join(', ')}.`);
  process.exit(1);
}

const [family = '', ...wanted] = process.argv.slice(2);
if (!families.includes(family)) refuse('family to mutate', family, families);
const members = readdirSync(join(root, 'core', family)).map((file) => file.replace(/\.ts$/, ''));
for (const name of wanted) if (!members.includes(name)) refuse(`file of ${family}`, name, members);

// It takes minutes to hours; whoever uses the machine meanwhile comes first.
setPriority(constants.priority.PRIORITY_LOW);

let total: Tally = nothing;
const unjudged: string[] = [];
const files = wanted.length > 0 ? wanted : members;
for (const name of files) {
  try {
    const tally = await mutateFile(root, family, name);
    console.log(`${family}/${name}: ${describe(tally)}`);
    total = add(total, tally);
  } catch (error) {
    console.error(`${family}/${name}: ${(error as Error).message}`);
    unjudged.push(name);
  }
}
if (unjudged.length < files.length) console.log(`${family}: ${describe(total)}`);
if (unjudged.length > 0) console.error(`Not judged: ${unjudged.join(', ')}.`);
process.exitCode = unjudged.length > 0 || noticedShare(total) < ENOUGH ? 1 : 0;
