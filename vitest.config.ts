import { defineConfig } from 'vitest/config';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { lessonTexts } from './build/lessons/vite-lessons.ts';

/** Unit, store, contract, host, durability and packaging tests; the end-to-end tests are Playwright's. */
export default defineConfig({
  plugins: [svelte(), lessonTexts(() => [svelte()])],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    globalSetup: ['test/support/build-worker.ts'],
    // One seed for all property tests.
    setupFiles: ['test/support/seed.ts'],
    // Generous: a machine that is busy with something else only makes a test slower.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
  },
});
