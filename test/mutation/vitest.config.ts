import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** The run ends with the first test that fails; a file's own tests say so sooner than the laws. */
class LawsLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLaw = ({ moduleId }: TestSpecification): number => Number(moduleId.includes('/laws/'));
    return Promise.resolve(files.toSorted((a, b) => isLaw(a) - isLaw(b)));
  }
}

/** The tests that must notice a fault; `run.ts` names them in this variable of the environment. */
export default defineConfig({
  test: {
    include: JSON.parse(process.env['DOWNHILL_MUTATION_TESTS'] ?? '[]') as string[],
    setupFiles: ['test/support/seed.ts'],
    sequence: { sequencer: LawsLast },
    // Code that can carry a fault is many times slower.
    testTimeout: 300_000,
  },
});
