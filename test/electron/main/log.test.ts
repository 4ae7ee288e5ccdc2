import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../../electron/main/log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the log', () => {
  it('is one file in the log folder, and starts anew when it has grown large', () => {
    const folder = join(temporaryFolder(), 'logs');
    const log = openLog(folder);
    log.info('first words');
    expect(readFileSync(join(folder, 'main.log'), 'utf8')).toContain('first words');
    const line = 'x'.repeat(100_000);
    for (let i = 0; i < 60; i++) log.info(line);
    expect(existsSync(join(folder, 'main.old.log'))).toBe(true);
    expect(statSync(join(folder, 'main.log')).size).toBeLessThan(5.5 * 1024 * 1024);
  });

  it('goes nowhere but to that file and, for errors, to the terminal', () => {
    const { transports } = openLog(join(temporaryFolder(), 'logs'));
    const active = Object.entries(transports).filter(([, sink]) => sink && sink.level !== false);
    expect(active.map(([name]) => name).sort()).toEqual(['console', 'file']);
    expect(transports.console.level).toBe('error');
  });
});
