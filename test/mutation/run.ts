/**
 * `npm run mutate -- optimizers` or `schedules`: makes one small fault at a time in the source of the
 * family and runs its tests on it; a fault that no test notices has survived and is printed. Files given
 * after the family restrict it to these. Exits 1 when fewer than 90 % are noticed.
 *
 * Faults in what people read (names, help, formulas, references) are not made: keep-words.ts.
 */
import '../../build/node-guard.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const options = [
  'test/mutation/stryker.config.json',
  '--appendPlugins',
  './test/mutation/keep-words.ts',
];
const families = ['optimizers', 'schedules'];

interface Report {
  readonly files: Readonly<
    Record<string, { readonly mutants: readonly { status: string; testsCompleted?: number }[] }>
  >;
}

/** Faults that count as survivors although no test ran on them: a fault of the tool, not of the tests. */
function unjudged(): number {
  const file = join(root, 'test-results/mutation/report.json');
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const faults = Object.values(files).flatMap(({ mutants }) => mutants);
  return faults.filter((fault) => fault.status === 'Survived' && fault.testsCompleted === 0).length;
}

const [family = '', ...files] = process.argv.slice(2);
if (!families.includes(family)) {
  console.error(`"${family}" is no family to mutate; there are: ${families.join(', ')}.`);
  process.exit(1);
}
const mutate = files.length > 0 ? files : [`core/${family}/**/*.ts`];
const stryker = spawn('stryker', ['run', ...options, '--mutate', mutate.join(',')], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    // Not Stryker's own `testFiles`: with it, faults in what a module evaluates while it loads stay asleep.
    DOWNHILL_MUTATION_TESTS: JSON.stringify([
      `test/core/${family}/**/*.test.ts`,
      `test/laws/{registries,${family}}.test.ts`,
    ]),
  },
});
const [code] = (await once(stryker, 'close')) as [number | null];
process.exitCode = code ?? 1;
if (unjudged() > 0) {
  console.error(`No test ran on ${unjudged()} of the survivors; the score is too low by these.`);
  process.exitCode = 1;
}
