import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { lessonTexts } from './build/lessons/vite-lessons.ts';

/** Main and preload are bundled whole, but for Electron and the native SQLite module. */
const external = ['electron', 'better-sqlite3'];

const svelteHere = () => svelte({ configFile: resolve('svelte.config.js') });

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      license: { fileName: 'licenses.json' },
      rollupOptions: {
        external,
        input: { index: resolve('electron/main/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        external,
        input: { index: resolve('electron/preload/index.ts') },
        // A sandboxed preload is one CommonJS file: its require loads no files.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    worker: { format: 'es' },
    plugins: [svelteHere(), lessonTexts(() => [svelteHere()])],
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      // An inlined font or image would be a data: address, which the content security policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read from the disk: size in kilobytes matters less than one file more.
      chunkSizeWarningLimit: 4000,
      license: { fileName: 'licenses.json' },
      rollupOptions: {
        input: { index: resolve('renderer/index.html') },
        // In a file of its own, so that a profile tells its share of a frame.
        output: {
          codeSplitting: {
            groups: [{ name: 'chart-library', test: /node_modules\/(?:chart\.js|@kurkle)\// }],
          },
        },
      },
    },
  },
});
