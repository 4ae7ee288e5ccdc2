/** The real run worker, built before the tests (build-worker.ts). */
export const workerScript = new URL('../../out/test-worker/run-worker.cjs', import.meta.url);

/** The real thread that completes backups, built the same way. */
export const verifierScript = new URL('../../out/test-worker/verifier.cjs', import.meta.url);

/** The real thread that reads files to import, built the same way. */
export const fileWorkerScript = new URL('../../out/test-worker/file-worker.cjs', import.meta.url);
