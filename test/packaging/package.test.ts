/** The package holds what the app needs, nothing else, with the fuses set; and it works. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../electron/ipc/contract.ts';
import type { ExperimentPlan } from '../../electron/ipc/experiment.ts';
import type { RunSummary } from '../../electron/ipc/run.ts';
import { presets } from '../../core/experiment/presets.ts';
import type { LaunchedApp } from '../host/launch-app.ts';
import { launchStandIn } from '../host/launch-stand-in.ts';
import { packageApp, type Packaged } from './package-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'downhill-package-'));
let packaged = '';
let archive = '';
let made: Packaged;

/** Files, not folders, with slashes. */
function packedFiles(): readonly string[] {
  return listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)));
}

// A package for Linux, which only Linux can run; on the other systems CI makes and keeps theirs.
describe.runIf(process.platform === 'linux')('the packaged app', () => {
  beforeAll(async () => {
    made = await packageApp(folder);
    packaged = made.folder;
    archive = join(packaged, 'resources/app.asar');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has every fuse as decided', async () => {
    const wire = await getCurrentFuseWire(join(packaged, 'downhill'));
    const on = [
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ];
    const states = Object.entries(wire).filter(([key]) => /^\d+$/.test(key));
    expect(states).toHaveLength(9);
    for (const [key, state] of states) {
      const expected = on.includes(Number(key)) ? FuseState.ENABLE : FuseState.DISABLE;
      expect([FuseV1Options[Number(key)], state]).toEqual([FuseV1Options[Number(key)], expected]);
    }
  });

  it('holds the four bundles, one module, licences, and no sources or tools', () => {
    const files = packedFiles();
    const allowed =
      /^(out\/(main|preload|renderer|worker)\/|node_modules\/better-sqlite3\/(lib\/|prebuilds\/|package\.json$|LICENSE$)|package\.json$)/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(files.filter((file) => /\.(ts|svelte|map|test\.\w+|cpp|c|h)$/.test(file))).toEqual([]);
    for (const needed of [
      'out/main/index.js',
      'out/main/licenses.json',
      'out/preload/index.cjs',
      'out/worker/file-worker.cjs',
      'out/worker/run-worker.cjs',
      'out/worker/verifier.cjs',
      'out/renderer/index.html',
      'out/renderer/licenses.json',
      'node_modules/better-sqlite3/LICENSE',
    ]) {
      expect(files).toContain(needed);
    }
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as object;
    expect(manifest).toHaveProperty('desktopName', 'downhill.desktop');
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('holds exactly one native binary, outside of the archive', () => {
    const native = packedFiles().filter((file) => file.endsWith('.node'));
    expect(native).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`]);
    const unpacked = join(packaged, 'resources/app.asar.unpacked', native[0]!);
    expect(statSync(unpacked).size).toBeGreaterThan(1_000_000);
  });

  // Electron shows threads the archive as it shows it to main; what they load from outside of it must be unpacked.
  it('holds threads that need nothing but the archive and the native module beside it', () => {
    const threads = packedFiles().filter((file) => /^out\/worker\/.*\.cjs$/.test(file));
    expect(threads.length).toBeGreaterThan(2);
    const needs = threads.map((file) => {
      const text = extractFile(archive, file).toString();
      const required = [...text.matchAll(/\brequire\((["'`])([^"'`]+)\1\)/g)].map(
        ([, , id]) => id!,
      );
      const packages = required.filter((id) => !isBuiltin(id));
      return [file.slice('out/worker/'.length), [...new Set(packages)]];
    });
    expect(Object.fromEntries(needs)).toEqual({
      'file-worker.cjs': [],
      'run-worker.cjs': [],
      'verifier.cjs': ['better-sqlite3'],
    });
    const module = packedFiles().filter((file) => file.startsWith('node_modules/better-sqlite3/'));
    for (const file of module) {
      expect(existsSync(join(packaged, 'resources/app.asar.unpacked', file)), file).toBe(true);
    }
  });

  it('carries the licences of Downhill, Electron and Chromium, and two languages of Chromium', () => {
    expect(readFileSync(join(packaged, 'LICENSE.txt'), 'utf8')).toContain('MIT License');
    expect(readFileSync(join(packaged, 'LICENSE.electron.txt'), 'utf8')).toContain('of Electron');
    expect(existsSync(join(packaged, 'LICENSES.chromium.html'))).toBe(true);
    expect(existsSync(join(packaged, 'locales/zh-CN.pak'))).toBe(true);
    expect(existsSync(join(packaged, 'locales/fr.pak'))).toBe(false);
  });

  it('asks for a .deb that a desktop knows what to do with', () => {
    const { debArguments, desktopEntry } = made;
    const after = (option: string): string => debArguments[debArguments.indexOf(option) + 1]!;
    expect(after('--deb-recommends')).toBe('fonts-noto-cjk');
    expect(after('--license')).toBe('MIT');
    expect(after('--package')).toMatch(/\/Downhill-\d+\.\d+\.\d+-linux-(amd|arm)64\.deb$/);
    expect(debArguments.filter((word) => word.includes('hicolor')).length).toBeGreaterThan(6);
    const lines = desktopEntry.split('\n');
    expect(lines).toContain('StartupWMClass=downhill');
    expect(lines).toContain('Categories=Education;Science;');
    expect(lines).toContain('MimeType=application/x-downhill;');
    expect(lines).toContain('Name[zh_CN]=下山');
  });

  it('is made from a configuration in which no key is misspelt', async () => {
    const other = join(folder, 'misspelt');
    mkdirSync(other);
    const making = packageApp(other, { asarUnpacked: [] });
    await expect(making).rejects.toThrow(/unknown property 'asarUnpacked'/);
  });

  it('runs an experiment, backs it up, and has it after a restart', async () => {
    // The stand-in reads no archives; extracting follows the unpacked files.
    const appDir = join(folder, 'started/app');
    mkdirSync(join(folder, 'started'));
    extractAll(archive, appDir);
    const args = [`--data-dir=${join(folder, 'data')}`];
    const start = (): Promise<LaunchedApp> => launchStandIn({ appDir, args, packaged: true });

    const first = await start();
    await first.page.evaluate((plan) => {
      const { lab } = window as unknown as { lab: Bridge };
      return lab['experiment:start'](plan);
    }, shortPlan());
    await expect.poll(() => listRuns(first), { timeout: 20_000 }).toMatchObject(finished);
    const made = await first.page.evaluate(async () => {
      const { lab } = window as unknown as { lab: Bridge };
      return lab['backup:make']();
    });
    expect(made).toMatchObject({ ok: true, value: { runs: 1 } });
    // It was read back in a thread: the app checks it in main where it finds none, and says so.
    expect(readLog(join(folder, 'data'))).toMatch(/backup library-0001/);
    expect(readLog(join(folder, 'data'))).not.toContain('no thread');
    expect(await first.problems()).toEqual([]);
    expect(await first.networkRequests()).toEqual([]);
    expect((await first.close()).code).toBe(0);

    const second = await start();
    expect(await listRuns(second)).toMatchObject(finished);
    expect((await second.close()).code).toBe(0);
  }, 60_000);
});

/** All that the app has written to its logs. */
function readLog(data: string): string {
  return readdirSync(join(data, 'logs'))
    .map((name) => readFileSync(join(data, 'logs', name), 'utf8'))
    .join('');
}

const finished = [{ name: 'short', state: 'finished', step: 50 }];

function shortPlan(): ExperimentPlan {
  const { config } = presets.pair.runs[0]!;
  const run = { name: 'short', config: { ...config, totalSteps: 50 } };
  return { name: 'from the package', pace: null, runs: [run] };
}

async function listRuns({ page }: LaunchedApp): Promise<readonly RunSummary[]> {
  return page.evaluate(async () => {
    const { lab } = window as unknown as { lab: Bridge };
    const reply = await lab['run:list']({ limit: 10, trashed: false });
    return reply.ok ? reply.value : [];
  });
}
