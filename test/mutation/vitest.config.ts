import { defineConfig } from 'vitest/config';

/** The tests that must notice a fault; `run.ts` names them in this variable of the environment. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env['DOWNHILL_MUTATION_TESTS'] ?? '[]') as string[],
    setupFiles: ['test/support/seed.ts'],
    // Code that can carry a fault is many times slower.
    testTimeout: 300_000,
  },
});
