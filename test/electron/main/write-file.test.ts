import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBlocksAtomically, writeFileAtomically } from '../../../electron/main/write-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('writing a whole file or none of it', () => {
  it('replaces the old text and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.txt');
    writeFileAtomically(path, '旧');
    expect(readFileSync(path, 'utf8')).toBe('旧');
    await writeBlocksAtomically(path, ['新', '的\n']);
    expect(readFileSync(path, 'utf8')).toBe('新的\n');
    expect(readdirSync(folder)).toEqual(['x.txt']);
  });

  it('keeps the old file when the text fails half-way', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.txt');
    writeFileSync(path, 'old');
    function* failing(): Generator<string> {
      yield 'half';
      throw new Error('no more');
    }
    await expect(writeBlocksAtomically(path, failing())).rejects.toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['x.txt']);
  });

  it('leaves nothing behind where the goal cannot be replaced', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true });
    expect(() => writeFileAtomically(join(folder, 'taken'), 'text')).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it('lets other work have its turn between blocks', async () => {
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    const blocks = Array.from({ length: 200 }, () => 'x'.repeat(10_000));
    await writeBlocksAtomically(join(temporaryFolder(), 'x.txt'), blocks);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(1);
  });
});
