/**
 * svelte-check has been seen to pass without checking anything. So it is given a component with a type
 * error in its script and one in its markup, and must find both.
 */
import { rmSync, writeFileSync } from 'node:fs';

const file = 'renderer/src/PlantedErrors.svelte';
const component = `<script lang="ts">
  const inScript: number = 'planted in the script';
</script>

<p>{inScript.plantedInMarkup}</p>
`;

/**
 * @param {(check: readonly string[]) => Promise<{ name: string, ok: boolean, output: string, seconds: number }>} run
 * @returns {Promise<{ name: string, ok: boolean, output: string, seconds: number }>}
 */
export async function checkPlantedErrors(run) {
  const remove = () => rmSync(file, { force: true });
  process.once('exit', remove);
  writeFileSync(file, component);
  try {
    const name = 'planted type errors are found';
    const result = await run([
      name,
      'svelte-check',
      '--tsconfig',
      './renderer/tsconfig.json',
      '--output',
      'machine',
    ]);
    const found = ['inScript', 'plantedInMarkup'].every(
      (word) =>
        result.output
          .split('\n')
          .some((line) => line.includes('PlantedErrors') && line.includes('ERROR')) &&
        result.output.includes(word === 'inScript' ? "Type 'string' is not assignable" : word),
    );
    return { ...result, ok: !result.ok && found };
  } finally {
    remove();
  }
}
