import type { Samples } from '../datasets/dataset.ts';
import type { Text } from '../text.ts';

/** How far apart sample a (from offset i) and sample b (from offset j) are, over n features. */
type Distance = (a: Float64Array, i: number, b: Float64Array, j: number, n: number) => number;

const euclidean: Distance = (a, i, b, j, n) => {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (a[i + k]! - b[j + k]!) ** 2;
  return Math.sqrt(sum);
};

const manhattan: Distance = (a, i, b, j, n) => {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.abs(a[i + k]! - b[j + k]!);
  return sum;
};

/** 1 − cosine of the angle; 1 where either sample is the zero vector, which has no direction. */
const cosine: Distance = (a, i, b, j, n) => {
  let inner = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let k = 0; k < n; k++) {
    inner += a[i + k]! * b[j + k]!;
    squaresA += a[i + k]! ** 2;
    squaresB += b[j + k]! ** 2;
  }
  const lengths = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return lengths === 0 ? 1 : 1 - inner / lengths;
};

/** How many features differ, by whatever amount. */
const hamming: Distance = (a, i, b, j, n) => {
  let differing = 0;
  for (let k = 0; k < n; k++) if (a[i + k] !== b[j + k]) differing++;
  return differing;
};

const distances = { euclidean, manhattan, cosine, hamming } as const;
export type DistanceId = keyof typeof distances;

export const distanceNames: Readonly<Record<DistanceId, Text>> = {
  euclidean: { zh: '欧氏距离', en: 'Euclidean' },
  manhattan: { zh: '曼哈顿距离', en: 'Manhattan' },
  cosine: { zh: '余弦距离', en: 'cosine' },
  hamming: { zh: '汉明距离', en: 'Hamming' },
};

/**
 * k nearest neighbours: the class that is most frequent among the k training samples nearest to a query.
 * Nothing is trained and there is no gradient: the accuracy to beat.
 *
 * Ties: of equally distant samples the one that stands first in the training set is nearer; of classes with
 * equally many votes the one whose nearest member is nearest wins.
 * Returns the class of every query, shape (queries.count,).
 * Source: Cover and Hart 1967, doi 10.1109/TIT.1967.1053964.
 */
export function kNearestNeighbours(
  train: Samples,
  queries: Samples,
  k: number,
  distance: DistanceId,
): Float64Array {
  if (!(Number.isInteger(k) && k >= 1 && k <= train.count)) {
    throw new RangeError(`k-nearest neighbours: k is ${k}; allowed 1 ≤ k ≤ ${train.count}`);
  }
  const measure = distances[distance];
  const { features } = train;
  const nearest = new Uint32Array(k);
  const lengths = new Float64Array(k);
  const votes = new Uint32Array(1 + train.targets.reduce((most, c) => Math.max(most, c), 0));
  const predicted = new Float64Array(queries.count);
  for (let q = 0; q < queries.count; q++) {
    let found = 0;
    for (let row = 0; row < train.count; row++) {
      const d = measure(train.inputs, row * features, queries.inputs, q * features, features);
      if (found === k && !(d < lengths[k - 1]!)) continue;
      let at = found < k ? found++ : k - 1;
      for (; at > 0 && lengths[at - 1]! > d; at--) {
        lengths[at] = lengths[at - 1]!;
        nearest[at] = nearest[at - 1]!;
      }
      lengths[at] = d;
      nearest[at] = row;
    }
    predicted[q] = majority(nearest, train.targets, votes);
  }
  return predicted;
}

/** The class with most votes; `nearest` is in order of distance, so the first of equals is the nearest. */
function majority(nearest: Uint32Array, labels: Float64Array, votes: Uint32Array): number {
  votes.fill(0);
  for (const row of nearest) votes[labels[row]!]!++;
  let best = labels[nearest[0]!]!;
  for (const row of nearest) if (votes[labels[row]!]! > votes[best]!) best = labels[row]!;
  return best;
}
