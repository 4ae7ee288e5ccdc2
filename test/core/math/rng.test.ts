import { describe, expect, test } from 'vitest';
import { fmix32, fnv1a32, mulberry32, Rng, stream } from '../../../core/math/rng.ts';
import { fc } from '../../support/seed.ts';

describe('mulberry32', () => {
  test('gives the published uniforms and normals of seed 1', () => {
    const uniforms = mulberry32(1);
    expect([uniforms.uniform(), uniforms.uniform(), uniforms.uniform()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
    const normals = mulberry32(1);
    expect([normals.normal(), normals.normal(), normals.normal()]).toEqual([
      0.9659740590152261, 0.016605805257500644, 1.1231041937525543,
    ]);
  });

  test('continues from its state, the kept normal included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(50), (seed, draws) => {
        const rng = mulberry32(seed);
        for (let i = 0; i < draws; i++) rng.normal();
        const copy = new Rng(structuredClone(rng.state()));
        for (let i = 0; i < 5; i++) expect(copy.normal()).toBe(rng.normal());
      }),
    );
  });

  test('normals have mean 0 and variance 1 within four standard errors', () => {
    const rng = mulberry32(7);
    const n = 100_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const z = rng.normal();
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(squares / n - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  });

  test('permutations hold every index once', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 300 }), (seed, n) => {
        const order = [...mulberry32(seed).permutation(n)].sort((a, b) => a - b);
        expect(order).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });
});

describe('named streams', () => {
  test('hash as FNV-1a and MurmurHash3 are published', () => {
    expect(fnv1a32('')).toBe(0x811c9dc5);
    expect(fnv1a32('a')).toBe(0xe40c292c);
    expect(fnv1a32('foobar')).toBe(0xbf9cf968);
    expect(fmix32(0)).toBe(0);
    expect(fmix32(1)).toBe(0x514e28b7);
  });

  test('differ by name and by seed, and repeat', () => {
    const first = (seed: number, name: string): number => stream(seed, name).uniform();
    const values = [first(1, 'noise'), first(1, 'batches'), first(2, 'noise'), first(2, 'init')];
    expect(new Set(values).size).toBe(values.length);
    expect(first(1, 'noise')).toBe(values[0]);
  });
});
