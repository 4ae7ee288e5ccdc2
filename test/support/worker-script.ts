/** The real run worker, built before the tests (build-worker.ts). */
export const workerScript = new URL('../../out/test-worker/run-worker.cjs', import.meta.url);

/** The real thread that completes backups, built the same way. */
export const verifierScript = new URL('../../out/test-worker/verifier.cjs', import.meta.url);

/** The real thread that reads files to import, built the same way. */
export const fileWorkerScript = new URL('../../out/test-worker/file-worker.cjs', import.meta.url);

/** The real run worker with a death of its own for some seeds (workers/mortal-worker.ts). */
export const mortalWorkerScript = new URL(
  '../../out/test-worker/mortal-worker.cjs',
  import.meta.url,
);

/** A worker that dies as soon as it is there (workers/no-worker.ts). */
export const noWorkerScript = new URL('../../out/test-worker/no-worker.cjs', import.meta.url);
