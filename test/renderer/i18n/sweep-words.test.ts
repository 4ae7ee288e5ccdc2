import { beforeEach, describe, expect, it } from 'vitest';
import { sweepCurve } from '../../../core/analysis/sweep-curve.ts';
import { runTrial } from '../../../core/training/run-trial.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import {
  curveWords,
  pointWords,
  raceEdgeWords,
  widerWords,
} from '../../../renderer/src/i18n/sweep-words.ts';
import { bowl } from '../../support/experiments.ts';

const exact = { ...bowl().problem, noise: 0 } as never;
const curveOf = (values: readonly number[], change: Parameters<typeof bowl>[0]) =>
  sweepCurve(
    values,
    values.map((lr) => runTrial(bowl({ totalSteps: 900, ...change, lr }), {})),
  );
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

beforeEach(() => setLocale('en'));

describe('a curve in words', () => {
  it('names the best value and where it stops paying', () => {
    const curve = curveOf([0.1, 0.5, 1, 2.5], { problem: exact });
    expect(plain(curveWords('η₀', curve, null))).toMatch(
      /^η₀ = 1 is best: tail loss \S+\. From η₀ = 2\.5 on, none ends below where it began\.$/,
    );
    expect(pointWords('η₀', curve.points[3]!, 1)).toBe('η₀\u00a0=\u00a02.5: diverged.');
    setLocale('zh-CN');
    expect(plain(curveWords('η₀', curve, null))).toMatch(
      /^η₀ = 1 最好，末段损失 \S+。从 η₀ = 2\.5 起/,
    );
  });

  it('a best value at the edge of the range may not be the best there is', () => {
    const curve = curveOf([0.1, 0.5], { problem: exact });
    expect(curveWords('η₀', curve, 'edge')).toMatch(/It is at the edge of what was swept\.$/);
    expect(curveWords('η₀', curve, null)).not.toMatch(/edge/);
  });

  it('says what to do there, unless the setting goes no further', () => {
    const curve = curveOf([0.1, 0.5], { problem: exact });
    expect(curveWords('η₀', curve, 'beyond')).toMatch(/beyond: sweep on\.$/);
    expect(curveWords('η₀', curve, 'end')).toMatch(/at the end of what this setting may be\.$/);
  });

  it('the button says how far it sweeps on, and to which side', () => {
    const words = (below: readonly number[], above: readonly number[]): string =>
      plain(widerWords('η₀', { below, above }));
    expect(words([], [2, 3])).toBe('Sweep on up to η₀ = 3');
    expect(words([0.01, 0.02], [])).toBe('Sweep on down to η₀ = 0.01');
    expect(words([0.01], [3])).toBe('Sweep on from η₀ = 0.01 to 3');
  });

  it('a race names those that are best at an end', () => {
    expect(raceEdgeWords([], [])).toBe('');
    expect(raceEdgeWords(['SGD'], [null])).toBe('');
    expect(raceEdgeWords(['Adam', 'SGD', 'Lion'], ['beyond', null, 'beyond'])).toMatch(
      /: Adam, Lion\. .* not fair\.$/,
    );
    expect(raceEdgeWords(['Adam'], ['end'])).toBe('At the end of what a rate may be: Adam.');
    expect(raceEdgeWords(['Adam', 'Lion'], ['lower', 'edge'])).toBe(
      'At the edge of what was swept: Lion. Smaller rates may bring these down, sweep on: Adam.',
    );
  });

  it('seeds without noise have no errors to tell', () => {
    const curve = curveOf([0.5, 1, 1.5], { problem: exact, replicates: 4 });
    expect(curveWords('η₀', curve, null)).not.toMatch(/±/);
  });

  it('says when no value gains anything, and nothing of nothing', () => {
    expect(curveWords('η₀', curveOf([3, 4], { problem: exact }), null)).toMatch(/^No value brings/);
    expect(curveWords('η₀', curveOf([], {}), null)).toBe('');
  });

  it('tells how far from the best a value is, in standard errors of the seeds', () => {
    const curve = curveOf([0.02, 0.021, 0.5], { replicates: 6 });
    const words = curve.points.map((point) => plain(pointWords('η₀', point, 6)));
    expect(words[2]).toMatch(/^η₀ = 0\.5: \S+ ± \S+, \S+ standard errors above the best\.$/);
    const best = curve.points.indexOf(curve.best!);
    expect(words[best]).toMatch(/^η₀ = \S+: \S+ ± \S+\.$/);
    expect(pointWords('η₀', curveOf([0.02, 0.5], {}).points[1]!, 1)).not.toMatch(/errors/);
  });

  it('says of a value that only rose that it is not below its start', () => {
    const curve = curveOf([0.5, 2.1], { problem: exact, totalSteps: 40 });
    expect(plain(pointWords('η₀', curve.points[1]!, 1))).toMatch(/not below where it began\.$/);
  });
});
