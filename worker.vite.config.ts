import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Every worker is a build of its own: one CommonJS file that shares no code with main, the form of
 * worker that Electron itself tests inside an archive. `--mode` names it; run-worker where none is named.
 */
const workers = {
  'run-worker': 'electron/worker/run-worker.ts',
  verifier: 'electron/store/backup/verifier.ts',
  'file-worker': 'electron/files/file-worker.ts',
} as const;

export default defineConfig(({ mode }) => {
  const name = mode in workers ? (mode as keyof typeof workers) : 'run-worker';
  return {
    publicDir: false,
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'out/worker',
      emptyOutDir: name === 'run-worker',
      minify: false,
      license: { fileName: `${name}-licenses.json` },
      rollupOptions: {
        external: [/^node:/, ...builtinModules, 'better-sqlite3'],
        input: { [name]: resolve(workers[name]) },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  };
});
