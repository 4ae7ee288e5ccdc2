import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { clock } from './say.ts';

const LIMIT_MS = 60_000;

/** When a process is killed: so long after it has said a word. */
export interface KillMoment {
  readonly word: string;
  /** 1, and if absent: the first time it is said. */
  readonly turn?: number;
  readonly delayMs: number;
}

export interface Killed {
  readonly killedAt: bigint;
  /** Whole lines, in the order they were said: half a line is no promise. */
  readonly lines: readonly string[];
}

/** Lets the tests of this file find the modules of a script compiled; without arguments it only loads them. */
export function compileOnce(script: string): void {
  const cache = mkdtempSync(join(tmpdir(), 'downhill-compiled-'));
  beforeAll(() => {
    process.env['NODE_COMPILE_CACHE'] = cache;
    execFileSync(process.execPath, [script]);
  });
  afterAll(() => rmSync(cache, { recursive: true, force: true }));
}

/** Runs a script with these arguments and ends it with SIGKILL at this moment; throws if it does not come to it. */
export async function killProcess(
  script: string,
  args: readonly string[],
  { word, turn = 1, delayMs }: KillMoment,
): Promise<Killed> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  let killedAt: bigint | null = null;
  let late = false;
  let seen = 0;
  let turns = 0;
  const kill = (): void => {
    killedAt = clock();
    child.kill('SIGKILL');
  };
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, LIMIT_MS);
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    for (let end = said.indexOf('\n', seen); end >= 0; end = said.indexOf('\n', seen)) {
      const line = said.slice(seen, end);
      seen = end + 1;
      if (line.split(' ')[0] !== word || ++turns !== turn) continue;
      if (delayMs > 0) setTimeout(kill, delayMs);
      else kill();
    }
  });
  await once(child, 'close');
  clearTimeout(limit);
  const lines = said.slice(0, seen).split('\n').slice(0, -1);
  if (killedAt !== null) return { killedAt, lines };
  const how = late ? `had not come to “${word}” in ${LIMIT_MS / 1000} s` : 'ended by itself';
  throw new Error(`it ${how}, at ${lines.at(-1) ?? 'nothing'}: ${complaint}`);
}

/** The lines that begin with this word, without it. */
export function linesOf(lines: readonly string[], word: string): readonly (readonly string[])[] {
  return lines.flatMap((line) => {
    const [first, ...rest] = line.split(' ');
    return first === word ? [rest] : [];
  });
}
