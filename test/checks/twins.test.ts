/** Tests stand apart from what they test; no member of these families may be without its twin. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Folder → what a member of it contains; other files hold types and helpers. */
const families = {
  'core/optimizers': /^export const \w+ = defineOptimizer\(/m,
  'core/schedules': /^export const \w+ = defineSchedule\(/m,
  'core/objectives': /^export const \w+ = defineObjective\(/m,
  'core/streams': /^export const \w+ = defineGradientStream\(/m,
  'core/models': /^export const \w+ = defineModel\(/m,
  'core/losses': /^export const \w+ = defineLoss\(/m,
  'core/datasets': /^export const \w+ = defineDataset\(/m,
  'electron/store/migrations': /^export const \w+: Migration = /m,
};

it.each(Object.entries(families))('every member of %s has a test of its name', (folder, sign) => {
  const members = globSync(`${folder}/*.ts`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => sign.test(readFileSync(join(root, file), 'utf8')));
  expect(members).not.toEqual([]);
  const twins = members.map((file) => `test/${file.replace(/\.ts$/, '.test.ts')}`);
  expect(twins.filter((twin) => !existsSync(join(root, twin)))).toEqual([]);
});
