import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certifyFile } from '../certify/families/index.ts';
import { readReference } from '../certify/format.ts';

const file = readReference(join(import.meta.dirname, '../reference')).find(
  ({ family }) => family === 'schedules',
)!;

/** Tests that the core yields the recorded rates (and momenta) of all cases of these kinds. */
export function itEqualsTheRecorded(...kinds: readonly string[]): void {
  const cases = file.cases.filter((given) => kinds.includes(given['kind'] as string));
  test.each(cases.map((given) => [given.id, given] as const))(
    'equals the recorded case %s',
    (_id, given) => {
      const [result] = certifyFile({ ...file, cases: [given] }).flatMap((family) => family.cases);
      expect(result).toMatchObject({ status: 'compared' });
      expect((result as { fraction: number }).fraction).toBeLessThanOrEqual(1);
    },
  );
  test('there are recorded cases of each kind', () => {
    expect(new Set(cases.map((given) => given['kind']))).toEqual(new Set(kinds));
  });
}
