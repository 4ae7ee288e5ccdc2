/**
 * Every snippet is run by Python: it asserts its own first rates, and is then followed to the end of its run.
 * Debian has NumPy and PyTorch; Keras is run where `KERAS_PYTHON` names an interpreter that has it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ticksOf, type CodeRequest } from '../../../core/export/code-request.ts';
import { codeTargetIds, codeTargets, type CodeTargetId } from '../../../core/export/index.ts';
import { isAdaptive, scheduleIds } from '../../../core/schedules/index.ts';
import { requests } from './requests.ts';

const script = fileURLToPath(new URL('./run_snippets.py', import.meta.url));
const modules = { pytorch: 'torch', keras: 'keras', numpy: 'numpy' } as const;
const environment = { ...process.env, KERAS_BACKEND: 'numpy' };

function interpreter(target: CodeTargetId): string {
  const keras = target === 'keras' ? process.env['KERAS_PYTHON'] : undefined;
  return keras ?? process.env['PYTHON'] ?? '/usr/bin/python3';
}

function isPresent(target: CodeTargetId): boolean {
  const args = ['-c', `import ${modules[target]}`];
  return spawnSync(interpreter(target), args, { env: environment }).status === 0;
}

/** A snippet and what it has to give, as run_snippets.py wants it; every second one in Chinese. */
function caseOf(target: CodeTargetId, request: CodeRequest, i: number): object {
  const code = codeTargets[target].write(request, (text) => (i % 2 === 0 ? text.en : text.zh));
  const stride = request.unit === 'epoch' ? request.stepsPerEpoch : 1;
  const shared = { target, code, lr: request.lr, stride };
  if (isAdaptive(request.schedule.id)) return { ...shared, rates: [], momenta: [] };
  const ticks = ticksOf(request);
  const all = Array.from({ length: ticks.count }, (_, n) => n);
  const momenta = ticks.cyclesMomentum ? all.map((n) => ticks.momentum(n)) : [];
  return { ...shared, rates: all.map((n) => ticks.rate(n)), momenta };
}

function failures(target: CodeTargetId, cases: readonly object[]): string[] {
  const { stdout, stderr, status } = spawnSync(interpreter(target), [script], {
    input: JSON.stringify(cases),
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (status !== 0) return [stderr];
  const messages = JSON.parse(stdout) as (string | null)[];
  expect(messages).toHaveLength(cases.length);
  return messages.flatMap((message, i) =>
    message ? [`${JSON.stringify(cases[i])}\n${message}`] : [],
  );
}

test('the requests hold every schedule', () => {
  const ids = new Set(requests().map(({ schedule }) => schedule.id));
  expect([...ids].sort()).toEqual([...scheduleIds, 'reduce-on-plateau'].sort());
});

for (const target of codeTargetIds) {
  if (!isPresent(target)) {
    console.log(
      `Python without ${modules[target]}: the ${codeTargets[target].name} snippets are not run.`,
    );
    continue;
  }
  test(`Python runs every ${codeTargets[target].name} snippet and gets the core's rates`, () => {
    const cases = requests().map((request, i) => caseOf(target, request, i));
    expect(failures(target, cases)).toEqual([]);
  }, 180_000);
}
