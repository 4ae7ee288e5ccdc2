/** The real run worker, built before the tests (build-worker.ts). */
export const workerScript = new URL('../../out/test-worker/run-worker.cjs', import.meta.url);
