/** Property tests use one seed, so that a failure in CI is the failure on every machine; fast-check prints it. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20261124 });

export { fc };
