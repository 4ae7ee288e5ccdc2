import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tallyOf, type Report, type Tally } from './tally.ts';

/** Where Stryker leaves its report (stryker.config.json), and where it is kept, one for each file. */
const REPORTS = 'test-results/mutation';
const LAST = `${REPORTS}/report.json`;

/**
 * The tests that must notice a fault in `core/family/name.ts`: its own, and the laws of the family (among
 * them that a rule written down as arithmetic is the rule computed). What has no test of its own is shared
 * by the family, and so are its tests.
 */
function testsOf(root: string, family: string, name: string): readonly string[] {
  const own = `test/core/${family}/${name}.test.ts`;
  return [
    existsSync(join(root, own)) ? own : `test/core/${family}/*.test.ts`,
    `test/core/${family}/worked-*.test.ts`,
    `test/laws/{registries,${family}}.test.ts`,
  ];
}

/** Runs Stryker; resolves with what it said when it ended well, and throws with what it said if not. */
function stryker(root: string, mutate: string, tests: readonly string[]): Promise<string> {
  const child = spawn(
    'stryker',
    [
      ...['run', 'test/mutation/stryker.config.json'],
      ...['--appendPlugins', './test/mutation/keep-words.ts', '--mutate', mutate],
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      // Not Stryker's own `testFiles`: with it, faults in what a module evaluates while it loads stay asleep.
      env: { ...process.env, DOWNHILL_MUTATION_TESTS: JSON.stringify(tests) },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(
        new Error(`Stryker did not start (${error.message}). Install what is missing: npm ci`),
      ),
    );
    child.on('close', (code, signal) => {
      if (code === 0) resolve(said);
      else reject(new Error(`Stryker died (${signal ?? `exit code ${code}`}). It said:\n${said}`));
    });
  });
}

/**
 * Makes every fault in one file and counts them by what became of them; prints those that survived.
 * Throws when Stryker did not start, died, or left no report, with what it said.
 */
export async function mutateFile(root: string, family: string, name: string): Promise<Tally> {
  const source = `core/${family}/${name}.ts`;
  const last = join(root, LAST);
  rmSync(last, { force: true });
  const said = await stryker(root, source, testsOf(root, family, name));
  if (!existsSync(last)) throw new Error(`Stryker left no report. It said:\n${said}`);
  const tally = tallyOf(JSON.parse(readFileSync(last, 'utf8')) as Report);
  if (tally.survived > 0) console.log(said);
  mkdirSync(join(root, REPORTS, family), { recursive: true });
  renameSync(last, join(root, REPORTS, family, `${name}.json`));
  return tally;
}
