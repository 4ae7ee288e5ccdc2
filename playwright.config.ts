import { defineConfig } from '@playwright/test';

/** End-to-end bodies; the same on the stand-in host and on a real Electron. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  timeout: 60_000,
  // Two cores: one app at a time keeps timings honest and failures reproducible.
  workers: 1,
  retries: 0,
  reporter: [['list']],
});
