import { checkShared } from '../../core/experiment/shared.ts';
import type { Assignment } from '../ipc/assignment.ts';
import { configOf, placed } from './config-part.ts';
import { ASSIGNMENT } from './format.ts';
import { checkPart, readJson } from './json-part.ts';
import { assignmentJson } from './schemas.ts';

/** The assignment of a file: its fields, and the settings of its runs, which must make one experiment. */
export function readAssignment(bytes: Uint8Array): Assignment {
  const json = readJson(ASSIGNMENT, bytes);
  const { runs: given, ...rest } = checkPart(ASSIGNMENT, json, assignmentJson);
  const runs = given.map((config, i) => configOf(ASSIGNMENT, `runs.${i}`, config));
  placed(ASSIGNMENT, 'runs', () => checkShared(runs));
  return { ...rest, runs };
}
