import type { CaseResult } from '../case-result.ts';
import type { ReferenceFile } from '../format.ts';
import { losses } from './losses.ts';
import { objectives } from './objectives.ts';
import { plateau } from './plateau.ts';
import { schedules } from './schedules.ts';
import { training } from './training.ts';
import { trajectories } from './trajectories.ts';

/** What one family of cases came to. */
export interface FamilyResult {
  readonly name: string;
  readonly cases: readonly CaseResult[];
}

type Certify = (file: ReferenceFile) => readonly CaseResult[];

/** Family of a file → how each part of it is compared. */
const families: Readonly<Record<string, Readonly<Record<string, Certify>>>> = {
  trajectories: { trajectories },
  schedules: { schedules, plateau },
  objectives: { objectives },
  losses: { losses },
  training: { training },
};

/** Compares every case of a file; all cases of a family that nobody compares have failed. */
export function certifyFile(file: ReferenceFile): readonly FamilyResult[] {
  const parts = families[file.family] ?? {};
  const task = file.header['task'];
  const results = Object.entries(parts).map(([part, certify]) => ({
    name: typeof task === 'string' ? `${part} ${task}` : part,
    cases: certify(file),
  }));
  const judged = new Set(results.flatMap(({ cases }) => cases.map(({ id }) => id)));
  const rest = file.cases.filter(({ id }) => !judged.has(id));
  if (rest.length === 0) return results;
  const reason = `nothing compares this case of the family ${file.family}`;
  const left = rest.map(({ id }) => ({ id, status: 'failed', reason }) as const);
  return [...results, { name: `${file.name}, the rest`, cases: left }];
}
