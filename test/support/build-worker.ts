/**
 * Before the tests: the workers as the app ships them, one script of JavaScript each. A worker started from its sources
 * brings the type stripper's WebAssembly along, and Node.js 24 can die where such a thread is ended while it loads.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { workerScript } from './worker-script.ts';

export default async function buildWorker(): Promise<void> {
  for (const mode of ['run-worker', 'verifier', 'file-worker']) {
    await build({
      configFile: fileURLToPath(new URL('../../worker.vite.config.ts', import.meta.url)),
      mode,
      logLevel: 'warn',
      build: { outDir: fileURLToPath(new URL('.', workerScript)) },
    });
  }
}
