import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * The worker is a build of its own: one CommonJS file that shares no code with main, the form of
 * worker that Electron itself tests inside an archive.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/worker',
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      external: [/^node:/, ...builtinModules],
      input: { 'run-worker': resolve('electron/worker/run-worker.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
