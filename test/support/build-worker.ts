/**
 * Before the tests: the worker as the app ships it, one script of JavaScript. A worker started from its sources
 * brings the type stripper's WebAssembly along, and Node.js 24 can die where such a thread is ended while it loads.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { workerScript } from './worker-script.ts';

export default async function buildWorker(): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('../../worker.vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { outDir: fileURLToPath(new URL('.', workerScript)) },
  });
}
