/** Teaches this process, and only it, what `electron` means; worker threads stay without, as in Electron. */
import { registerHooks } from 'node:module';

const names = new Set(['electron', 'electron/main', 'electron/common']);

export function resolveElectron(): void {
  const url = new URL('electron/index.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      names.has(specifier) ? { url, shortCircuit: true } : next(specifier, context),
  });
}
