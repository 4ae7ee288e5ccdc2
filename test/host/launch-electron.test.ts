import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronBinary } from './launch-electron.ts';

describe('electronBinary', () => {
  it('takes the folder ELECTRON_OVERRIDE_DIST_PATH names, or says what is wrong with it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'electron-dist-'));
    try {
      const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
      expect(() => electronBinary(env)).toThrow(/holds no .*Correct it or unset it/);
      if (process.platform !== 'linux') return;
      const file = path.join(folder, 'electron');
      writeFileSync(file, '');
      expect(electronBinary(env)).toBe(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
