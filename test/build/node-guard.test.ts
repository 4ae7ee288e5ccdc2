import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const guard = pathToFileURL(join(import.meta.dirname, '../../build/node-guard.mjs')).href;

function startWith(version: string): { readonly code: number | null; readonly said: string } {
  const script = `
    const versions = { ...process.versions, node: '${version}' };
    Object.defineProperty(process, 'versions', { value: versions });
    await import('${guard}');
    console.log('went on');`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}

describe('the guard before everything else', () => {
  it.each(['20.20.2', '22.13.1', '22.17.0'])('refuses Node.js %s with one sentence', (version) => {
    const { code, said } = startWith(version);
    expect(code).toBe(1);
    expect(said).toContain(`this is ${version}`);
    expect(said).toContain('npm ci');
    expect(said).not.toContain('went on');
  });

  it.each(['22.18.0', '24.0.0', '26.1.0'])('lets Node.js %s pass', (version) => {
    expect(startWith(version)).toEqual({ code: 0, said: 'went on\n' });
  });
});
