import { defineConfig } from '@playwright/test';

/** End-to-end bodies; the same on the stand-in host and on a real Electron. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  // Generous: a machine that is busy with something else only makes a test slower.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Two cores: one app at a time keeps timings honest and failures reproducible.
  workers: 1,
  retries: 0,
  reporter: [['list']],
});
