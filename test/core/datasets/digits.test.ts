import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digits } from '../../../core/datasets/digits.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { assets, digitsFile } from '../../support/assets.ts';

const data = digits.load(assets, {}, mulberry32(1));

test('the packed file is the one whose provenance is written down', () => {
  const sha = createHash('sha256').update(readFileSync(digitsFile)).digest('hex');
  const readme = readFileSync(digitsFile.replace('digits.bin', 'README.md'), 'utf8');
  expect(readme).toContain(sha);
});

test('1,797 images: 1,437 to train, 360 to test, 174 to 183 of each class, pixels in [0, 1]', () => {
  expect([data.train.count, data.test.count]).toEqual([1437, 360]);
  const counts = new Map<number, number>();
  for (const label of [...data.train.targets, ...data.test.targets]) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  expect([...counts.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const count of counts.values()) {
    expect(count).toBeGreaterThanOrEqual(174);
    expect(count).toBeLessThanOrEqual(183);
  }
  for (const { inputs } of [data.train, data.test]) {
    expect(Math.min(...inputs)).toBe(0);
    expect(Math.max(...inputs)).toBe(1);
  }
});

test('a missing or cut file is refused with both sizes', () => {
  expect(() => digits.load({}, {}, mulberry32(1))).toThrow(/0 bytes given, 116805 needed/);
  expect(() => digits.load({ digits: new Uint8Array(10) }, {}, mulberry32(1))).toThrow(
    /10 bytes given/,
  );
});
