/** The recorded cases as they lie in the files; README.md of test/reference says what each field means. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Parameters by the names the files use. */
export type Named = Readonly<Record<string, unknown>>;

export interface NamedSchedule {
  readonly kind: string;
  readonly params: Named;
}

export interface TrajectoryCase {
  readonly id: string;
  readonly tier: string;
  readonly optimizer: string;
  readonly hyper: Named & { readonly lr: number };
  readonly objective: string;
  readonly objectiveParams?: Named;
  readonly start: readonly number[];
  readonly schedule?: NamedSchedule;
  readonly columns: readonly string[];
  readonly tolerance: number;
  readonly compareUntilStep?: number;
  readonly firstNonFiniteStep?: Readonly<Record<string, number>>;
  readonly lrHead?: readonly number[];
  /** Step → buffer → one number, or one per coordinate. */
  readonly state?: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>;
  readonly rows: readonly (readonly number[])[];
}

export interface ScheduleCase extends NamedSchedule {
  readonly id: string;
  readonly baseLr: number;
  readonly lr: readonly number[];
  readonly closedForm?: 'same' | readonly number[];
  readonly tolerance?: number;
  readonly absTolerance?: number;
  readonly momentum?: readonly number[];
  /** Of `plateau` only. */
  readonly metrics?: readonly number[];
  readonly reducedAfterEpoch?: readonly number[];
  readonly finalLr?: number;
}

export interface ObjectiveCase {
  readonly id: string;
  readonly objective: string;
  readonly objectiveParams?: Named;
  readonly minima?: readonly (readonly number[])[];
  readonly columns: readonly string[];
  readonly tolerance: number;
  readonly rows: readonly (readonly (number | null)[])[];
}

export interface LossCase {
  readonly id: string;
  readonly kind: string;
  readonly params: Named;
  readonly predictions: readonly (number | readonly number[])[];
  readonly targets: readonly (number | readonly number[])[];
  readonly none?: readonly number[];
  readonly mean?: ReducedLoss;
  readonly sum?: ReducedLoss;
  readonly tolerance: number;
}

interface ReducedLoss {
  readonly value: number;
  readonly grad: readonly (number | readonly number[])[];
}

/** One dense layer: output = x Wᵀ + b. */
interface LayerParams {
  readonly weight: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** What the trainings of a file share. */
export interface TrainingHeader {
  readonly loss: string;
  /** Of the hidden layers; null where there are none. */
  readonly activation: string | null;
  readonly layerSizes: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly initialParams: readonly LayerParams[];
  /** One permutation of the rows per epoch. */
  readonly batchOrder: readonly (readonly number[])[];
}

export interface TrainingCase {
  readonly id: string;
  readonly order: 'sequential' | 'recorded';
  readonly optimizer: string;
  readonly hyper: Named & { readonly lr: number };
  readonly schedule: NamedSchedule;
  readonly scheduleUnit: 'epoch' | 'step';
  readonly epochs: number;
  readonly batchSize: number;
  readonly tolerance: number;
  readonly stepLoss?: readonly number[];
  readonly epochLoss?: readonly number[];
  readonly epochLr?: readonly number[];
  readonly firstGradient?: readonly LayerParams[];
  readonly finalParams?: readonly LayerParams[];
  readonly finalAccuracy?: number | null;
}

/** A file of the set: what its cases share, and the cases. */
export interface ReferenceFile {
  readonly name: string;
  readonly family: string;
  readonly header: Named;
  readonly cases: readonly ({ readonly id: string } & Named)[];
}

const notFinite: Readonly<Record<string, number>> = {
  NaN: NaN,
  Infinity: Infinity,
  '-Infinity': -Infinity,
};

/** Numbers that JSON does not have stand as text. */
const revive = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? (notFinite[value] ?? value) : value;

/** All files of a folder but its manifest. Throws if there are none, or one is not in the format. */
export function readReference(folder: string): readonly ReferenceFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = names.filter((name) => name !== 'manifest.json').toSorted();
  if (files.length === 0) throw new Error(`No reference files in ${folder}`);
  return files.map((name) => {
    const content = JSON.parse(readFileSync(join(folder, name), 'utf8'), revive) as Named;
    const { family, cases, ...header } = content;
    if (typeof family !== 'string' || !Array.isArray(cases)) {
      throw new Error(`${name} is not a reference file: it lacks "family" or "cases"`);
    }
    return { name, family, header, cases };
  });
}
