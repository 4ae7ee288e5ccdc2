import { expect, test } from 'vitest';
import { lineageOf } from '../../../renderer/src/lib/lineage.ts';
import { bowl } from '../../support/experiments.ts';
import { runId, summary } from '../../support/fake-lab.ts';

const trunk = summary('trunk', { config: bowl({ totalSteps: 100 }) });
const forkOf = (name: string, step: number) =>
  summary(name, {
    forkedFrom: trunk.id,
    config: bowl({ totalSteps: 100, fork: { step, from: trunk.config } }),
  });
// The newest first, as the library lists them.
const known = [
  summary('again', { rerunOf: trunk.id }),
  forkOf('late', 60),
  forkOf('early', 20),
  trunk,
];

test('a fork says whom it left, and at which step', () => {
  expect(lineageOf(known[1]!, known)).toEqual([
    { kind: 'forkedFrom', runs: [{ id: trunk.id, name: trunk.name, step: 60, trashed: false }] },
  ]);
});

test('a run says what came of it, the oldest first', () => {
  expect(lineageOf(trunk, known)).toEqual([
    {
      kind: 'forks',
      runs: [
        { id: runId('early'), name: known[2]!.name, step: 20, trashed: false },
        { id: runId('late'), name: known[1]!.name, step: 60, trashed: false },
      ],
    },
    {
      kind: 'repeatedBy',
      runs: [{ id: runId('again'), name: known[0]!.name, step: null, trashed: false }],
    },
  ]);
});

test('one whose origin is not among the known ones has no name for it', () => {
  expect(lineageOf(known[0]!, [])).toEqual([
    { kind: 'rerunOf', runs: [{ id: trunk.id, name: null, step: null, trashed: false }] },
  ]);
});

test('an origin in the trash is told as such, with its name', () => {
  const away = { ...trunk, trashedAt: 5 };
  expect(lineageOf(known[0]!, [away])).toEqual([
    { kind: 'rerunOf', runs: [{ id: trunk.id, name: trunk.name, step: null, trashed: true }] },
  ]);
});
