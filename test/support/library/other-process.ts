import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const script = join(import.meta.dirname, 'library-process.ts');

/** A process that runs SQL on a file and then holds it open; resolves when it has. */
export async function holdOpen(path: string, ...sql: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, 'hold', path, ...sql], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await firstLine(child);
  if (said !== 'ready') throw new Error(`the other process said "${said}"`);
  return child;
}

/** Runs SQL on a file in a process that is then killed: what it committed stays in a hot log. */
export async function runAndKill(path: string, ...sql: readonly string[]): Promise<void> {
  await kill(await holdOpen(path, ...sql));
}

/** Kills a process so long after it began to open a library (or after it had opened it). */
export async function killWhileOpening(path: string, delayMs: number): Promise<void> {
  const child = spawn(process.execPath, [script, 'open', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if ((await firstLine(child)) !== 'opening') throw new Error('the other process did not begin');
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (child.exitCode === null) await kill(child);
}

export async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** What another process gets when it opens the library: `opened`, or the code of the refusal. */
export async function openElsewhere(path: string): Promise<string> {
  const child = spawn(process.execPath, [script, 'open', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let said = '';
  for await (const part of child.stdout) said += String(part);
  await closed;
  return said.trim().split('\n').at(-1)!;
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const part of child.stdout!.iterator({ destroyOnReturn: false })) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]!;
}

/** SHA-256 of everything that lies in the folder of a file, by name. */
export function folderHashes(path: string): Readonly<Record<string, string>> {
  const folder = dirname(path);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return Object.fromEntries(names.map((name) => [name, sha256(join(folder, name))]));
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
