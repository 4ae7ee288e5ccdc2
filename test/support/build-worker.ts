/**
 * Before the tests: the workers as the app ships them, and those that die, one script of JavaScript each. A worker started from its sources
 * brings the type stripper's WebAssembly along, and Node.js 24 can die where such a thread is ended while it loads.
 */
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { workerScript } from './worker-script.ts';

export default async function buildWorker(): Promise<void> {
  const outDir = fileURLToPath(new URL('.', workerScript));
  for (const mode of ['run-worker', 'verifier', 'file-worker']) {
    await build({
      configFile: fileURLToPath(new URL('../../worker.vite.config.ts', import.meta.url)),
      mode,
      logLevel: 'warn',
      build: { outDir },
    });
  }
  for (const name of ['mortal-worker', 'no-worker']) {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node24',
        outDir,
        emptyOutDir: false,
        minify: false,
        rollupOptions: {
          external: [/^node:/, ...builtinModules],
          input: { [name]: fileURLToPath(new URL(`workers/${name}.ts`, import.meta.url)) },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    });
  }
}
