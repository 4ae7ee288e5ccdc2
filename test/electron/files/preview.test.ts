/** The picture in a file: well-formed whatever runs are called and whatever they did, and always the same. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Preview } from '../../../electron/files/preview.ts';
import { exported } from '../../support/files/library-files.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { recordedLibrary } from '../../support/library/recorded.ts';

function drawn(...runs: readonly (readonly [name: string, losses: readonly number[]])[]): string {
  const preview = new Preview();
  for (const [name, losses] of runs) {
    preview.begin(name, Math.max(0, losses.length - 1));
    const values = Float64Array.from(losses);
    const half = Math.floor(values.length / 2);
    const chunks = [
      { metric: 'train/loss', first: 0, stride: 1, values: values.subarray(0, half) },
      { metric: 'train/loss', first: half, stride: 1, values: values.subarray(half) },
    ] as const;
    // Nothing is taken from what passes by.
    expect([...preview.watch(chunks)]).toEqual(chunks);
  }
  return preview.svg();
}

const curves = (svg: string): readonly (readonly (readonly number[])[])[] =>
  [...svg.matchAll(/<polyline points="([^"]*)"/g)].map((match) =>
    match[1]!.split(' ').map((point) => point.split(',').map(Number)),
  );

describe('the curves', () => {
  it('stand where the losses are: on a log axis equal factors are equal heights', () => {
    const [points] = curves(drawn(['a', [1000, 100, 10, 1]]));
    const heights = points!.map(([, y]) => y!);
    expect(heights).toEqual([24, 122.7, 221.3, 320]);
    const steps = points!.map(([x]) => x!);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('are linear where the losses are close, or not all above zero', () => {
    const close = curves(drawn(['a', [3, 2, 1]]))[0]!.map(([, y]) => y!);
    expect(close).toEqual([24, 172, 320]);
    const below = curves(drawn(['a', [1000, 0, -1000]]))[0]!.map(([, y]) => y!);
    expect(below).toEqual([24, 172, 320]);
  });

  it('end where their runs did: one of half the steps at half the width', () => {
    const long = Array.from({ length: 401 }, (_, i) => 1 + i);
    const [whole, half] = curves(drawn(['a', long], ['b', long.slice(0, 201)]));
    const last = (points: readonly (readonly number[])[]): number => points.at(-1)![0]!;
    expect((last(half!) - 64) / (last(whole!) - 64)).toBeCloseTo(0.5, 2);
  });

  it('keep the highest and lowest value of a stretch: no spike is lost', () => {
    const losses = Array.from({ length: 5000 }, (_, i) => (i === 2500 ? 9 : 1));
    const heights = curves(drawn(['a', losses]))[0]!.map(([, y]) => y!);
    expect(Math.min(...heights)).toBe(24);
  });

  it('skip what is not finite, and span the largest numbers there are', () => {
    const svg = drawn(
      ['diverged', [1, 2, NaN, Infinity]],
      ['never', [NaN]],
      ['none', []],
      ['huge', [-1.7e308, 1.7e308]],
      ['flat', [2, 2, 2]],
    );
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(curves(svg)).toHaveLength(3);
    expect(svg).toContain('never');
    expect(drawn(['nothing', []])).not.toMatch(/NaN|Infinity/);
    expect(drawn(['flat', [2, 2, 2]])).not.toMatch(/NaN|Infinity/);
  });
});

it('names what it draws, as words and never as markup, and counts the rest', () => {
  const hostile = '<script>alert(1)</script>&amp; \u0001\ud800 学习率';
  const svg = drawn([hostile, [1, 2]]);
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp; \ufffd\ufffd');
  expect(svg).not.toContain('<script');
  const many = drawn(...Array.from({ length: 11 }, (_, i) => [`run ${i}`, [1, 2]] as const));
  expect(many).toContain('>run 7<');
  expect(many).not.toContain('>run 8<');
  expect(many).toContain('>+ 3<');
  expect(many.length).toBeLessThan(65_536);
});

it('takes half of the room that is left for it, at most', () => {
  const losses = Array.from({ length: 4000 }, (_, i) => 1e-9 + (i % 2) * 1e9);
  const name = '&'.repeat(200);
  const most = drawn(...Array.from({ length: 8 }, () => [name, losses] as const));
  expect(Buffer.byteLength(most)).toBeLessThan(65_536);
});

it('is a part of every file of runs, the same for the same runs', async () => {
  const parts = async (): Promise<Record<string, Uint8Array>> =>
    unzipSync(await exported(new TestLibrary(recordedLibrary(4)).store, null));
  const [one, other] = [await parts(), await parts()];
  const svg = Buffer.from(one['preview.svg']!).toString();
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(curves(svg).length).toBeGreaterThan(0);
  expect(one['preview.svg']).toEqual(other['preview.svg']);
});
