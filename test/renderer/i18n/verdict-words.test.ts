import { beforeEach, describe, expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import type { RunState } from '../../../electron/ipc/run.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { verdictOf } from '../../../renderer/src/i18n/verdict-words.ts';
import { bowl, shortDigits } from '../../support/experiments.ts';

beforeEach(() => setLocale('en'));

interface Change {
  seed?: number;
  lr?: number;
  state?: RunState;
  noise?: number;
  finalLoss?: number;
}

/** At the same step, by no rule. */
const ending = { reason: null, step: 1000 };

/** Of runs that began far above where they ended, unless it is said otherwise. */
function resultOf(means: readonly number[], finalLoss = means[0]!, began = 1000): RunResult {
  return {
    firstLosses: means.map(() => began),
    finalLoss,
    bestLoss: 0,
    bestStep: 0,
    tail: { steps: 200, means },
    testAccuracy: null,
    testLoss: null,
    falseConvergence: null,
  };
}

function run(name: string, means: readonly number[], change: Change = {}) {
  const { problem } = bowl();
  const noisy = { ...problem, noise: change.noise ?? 1 } as typeof problem;
  const { seed, lr } = { ...bowl(), ...change };
  const config = bowl({
    problem: noisy,
    // Of its loss no exact expectation is known: the seeds have the word.
    optimizer: { id: 'adam', params: defaultParams(optimizers.adam.params) },
    replicates: means.length,
    totalSteps: 1000,
    seed,
    lr,
  });
  const state = change.state ?? ('finished' as const);
  return { name, state, ...ending, config, result: resultOf(means, change.finalLoss) };
}

function digits(name: string, means: readonly number[], testAccuracy: number) {
  const result = { ...resultOf(means), testAccuracy };
  return { name, state: 'finished' as const, ...ending, config: shortDigits, result };
}

test('there is none while something runs, for one run, or between two problems', () => {
  expect(verdictOf([run('a', [1, 2])])).toBeNull();
  expect(verdictOf([run('a', [1, 2]), run('b', [3, 4], { state: 'running' })])).toBeNull();
  expect(verdictOf([run('a', [1, 2]), digits('b', [3, 4], 0.9)])).toBeNull();
});

test('a fork that changed nothing is the run it left: no seeds are asked for, and it is no setting of its own', () => {
  const left = run('a', [1.5]);
  const fork = { step: 900, from: left.config };
  const same = { ...run('b', [1.4]), config: parseExperimentConfig({ ...left.config, fork }) };
  const { sentence, because, winner } = verdictOf([left, same])!;
  expect(sentence).toContain('to the last bit');
  expect(sentence).toMatch(/a.*b|b.*a/i);
  expect(because).toMatch(/Fork again/);
  expect(winner).toBeNull();
  // Without the run it left it is one like any other; with a change, too.
  const other = run('c', [9], { lr: 0.02 });
  expect(verdictOf([same, other])!.because).toContain('add seeds');
  const changed = { ...same, config: parseExperimentConfig({ ...same.config, lr: 0.05 }) };
  expect(verdictOf([left, changed])!.because).toContain('add seeds');
  // Beside another setting the two count as one.
  expect(verdictOf([left, same, other])!.sentence).toBe(verdictOf([left, other])!.sentence);
});

test('says how much lower, and by how many standard errors of the paired difference', () => {
  // Differences 4, 5, 6: mean 5, standard error 1/√3, so 8.7 standard errors; means 6 and 1.
  const verdict = verdictOf([run('high', [5, 6, 7]), run('low', [1, 1, 1])]);
  expect(verdict?.sentence).toBe('“low” ends 6 times lower than “high”: 1.00 against 6.00.');
  expect(verdict?.winner).toBe(1);
  expect(verdict?.because).toBe('Mean of the last 200 steps, 3 seeds; 8.7 standard errors apart.');
});

test('schedules are words of the sentence in either language', () => {
  const runs = (constant: string, decay: string) => [
    run(constant, [0.056, 0.057, 0.058]),
    run(decay, [0.0063, 0.0064, 0.0062]),
  ];
  expect(verdictOf(runs('constant', 'inverse time'))?.sentence).toBe(
    'Inverse time ends 9 times lower than the constant rate: 0.00630 against 0.0570.',
  );
  setLocale('zh-CN');
  expect(verdictOf(runs('常数', '逆时间'))?.sentence).toBe(
    '逆时间最后更低：0.00630，约为常数（0.0570）的九分之一。',
  );
});

test('a long name is shortened, at once in Chinese, later in Latin letters', () => {
  const sentence = (name: string) => verdictOf([run(name, [1, 1.1]), run('b', [2, 2.3])])?.sentence;
  expect(sentence('一个名字非常非常长的实验，第二十三次')).toMatch(
    /^“一个名字非常非常长的实验，第…” ends/,
  );
  expect(sentence('a name of twenty-eight chars')).toMatch(/^“a name of twenty-eight chars” ends/);
  expect(sentence('a name of twenty-eight chars!')).toMatch(
    /^“a name of twenty-eight chars…” ends/,
  );
});

test('beyond any doubt no number of standard errors is told', () => {
  const verdict = verdictOf([run('a', [1, 1, 1.01]), run('b', [2, 2, 2])]);
  expect(verdict?.because).toContain('far outside the seed spread');
});

test('says so when the seeds cannot tell', () => {
  const verdict = verdictOf([run('a', [1, 3, 2]), run('b', [2, 2, 2.1])]);
  expect(verdict?.sentence).toBe(
    'The seeds cannot tell them apart: “a” ends at 2.00, “b” at 2.03.',
  );
  expect(verdict?.because).toMatch(/3 seeds; .* Add seeds/);
  expect(verdict?.winner).toBeNull();
});

test('equal to the last bit is no matter of seeds', () => {
  const verdict = verdictOf([run('a', [1, 2, 3]), run('b', [1, 2, 3])]);
  expect(verdict).toMatchObject({ because: null, winner: null });
  expect(verdict?.sentence).toBe('Both end at the same value, to the last bit: 2.00.');
});

test('one seed of a noisy run decides nothing, but its numbers are told', () => {
  const verdict = verdictOf([run('a', [1]), run('b', [2])]);
  expect(verdict?.winner).toBeNull();
  expect(verdict?.sentence).toContain('1.00 against 2.00');
  expect(verdict?.because).toContain('luck');
});

test('losses at or below zero have no ratio', () => {
  expect(verdictOf([run('a', [-3, -3.1]), run('b', [1, 1.2])])?.sentence).toBe(
    '“a” ends lower than “b”: −3.05 against 1.10.',
  );
});

test('without noise the final losses are compared as they are', () => {
  const verdict = verdictOf([
    run('constant', [7e-9], { noise: 0, finalLoss: 4.9e-11 }),
    run('inverse time', [1.3e-3], { noise: 0, finalLoss: 1.18e-3 }),
  ]);
  expect(verdict?.sentence).toBe(
    'Without noise the constant rate wins: 4.90×10⁻¹¹ against 0.00118 for inverse time.',
  );
  expect(verdict?.winner).toBe(0);
});

test('where nothing is drawn one seed is no luck, of a stream and of a model either', () => {
  const stream = { kind: 'stream', stream: { id: 'reddi' } };
  const config = parseExperimentConfig({ ...bowl(), problem: stream });
  const of = (name: string, finalLoss: number) => ({ ...run(name, [9], { finalLoss }), config });
  const verdict = verdictOf([of('amsgrad', 0.01), of('adam', 0.4)]);
  expect(verdict?.sentence).toBe(
    'Nothing here is left to chance: “amsgrad” wins, 0.0100 against 0.400 for “adam”.',
  );
  expect(verdict).toMatchObject({ because: null, winner: 0 });
  expect(verdictOf([of('a', 0.4), of('b', 0.4)])?.winner).toBeNull();

  const noisy = parseExperimentConfig({
    ...bowl(),
    problem: { kind: 'stream', stream: { id: 'rare-feature' } },
  });
  const drawn = [of('a', 0.01), of('b', 0.4)].map((one) => ({ ...one, config: noisy }));
  drawn[1]!.result = resultOf([10]);
  expect(verdictOf(drawn)?.because).toContain('luck');

  const { problem } = shortDigits;
  const whole = parseExperimentConfig({ ...shortDigits, problem: { ...problem, batchSize: 1437 } });
  const models = [digits('a', [0.1], 0.96), digits('b', [0.2], 0.95)].map((one) => ({
    ...one,
    config: whole,
  }));
  expect(verdictOf(models)).toMatchObject({ because: null, winner: 0 });
  expect(verdictOf(models)?.sentence).toContain('and the higher test accuracy, 96.0');
});

describe('a model', () => {
  test('may have its lower loss in one run and its higher accuracy in the other', () => {
    const verdict = verdictOf([
      digits('constant', [0.0886], 0.953),
      digits('inverse time', [0.135], 0.956),
    ]);
    expect(verdict?.sentence).toBe(
      'The constant rate ends with the lower training loss, 0.0886 against 0.135, but inverse time with the higher test accuracy, 95.6 % against 95.3 %.',
    );
    expect(verdict?.because).toContain('One seed may be luck');
    expect(verdict?.winner).toBeNull();
  });

  test('may have both in one, or the same accuracy in both', () => {
    const [low, high] = [digits('a', [0.1, 0.11], 0.96), digits('b', [0.2, 0.22], 0.95)];
    expect(verdictOf([high, low])?.sentence).toContain('and the higher test accuracy, 96.0');
    expect(verdictOf([high, low])?.winner).toBe(1);
    expect(verdictOf([high, low])?.because).toContain('first seed');
    expect(verdictOf([low, digits('b', [0.2, 0.22], 0.96)])?.sentence).toContain('is the same');
  });
});

describe('runs that diverged', () => {
  const diverged = run('hot', [Infinity], { state: 'diverged', noise: 0 });

  test('lose to one that did not', () => {
    const verdict = verdictOf([diverged, run('cool', [0.5], { noise: 0 })]);
    expect(verdict?.sentence).toBe('“hot” diverged; “cool” ends at 0.500.');
    expect(verdict?.winner).toBe(1);
  });

  test('leave the mean over the seeds of a noisy run, as the table has it', () => {
    const verdict = verdictOf([diverged, run('cool', [0.5, 0.7], { finalLoss: 9 })]);
    expect(verdict?.sentence).toBe('“hot” diverged; “cool” ends at 0.600.');
  });

  test('leave nothing to compare when all did', () => {
    expect(verdictOf([diverged, diverged])?.winner).toBeNull();
  });

  test('are left out where two others can be compared', () => {
    const verdict = verdictOf([diverged, run('a', [1], { noise: 0 }), run('b', [2], { noise: 0 })]);
    expect(verdict?.winner).toBe(1);
  });
});

test('how often last losses swap order is said of the pair it was measured on, and of no other', () => {
  const [constant, inverse] = presets.pair.runs.map(({ config }) => config);
  const of = (config: ExperimentConfig, means: readonly number[]) => ({
    name: config.schedule.id,
    state: 'finished' as const,
    reason: null,
    step: config.totalSteps,
    config,
    result: resultOf(means),
  });
  const high = [3, 3.1, 3.2];
  const low = [1, 1.1, 1.2];
  expect(verdictOf([of(constant!, high), of(inverse!, low)])!.because).toMatch(/9\s%/);
  const other = { ...constant!, lr: 0.2 };
  expect(verdictOf([of(other, high), of(inverse!, low)])!.because).not.toMatch(/9\s%/);
  const plateau = parseExperimentConfig({ ...constant!, schedule: { id: 'reduce-on-plateau' } });
  expect(verdictOf([of(plateau, high), of(inverse!, low)])!.because).not.toMatch(/9\s%/);
});

describe('seeds of their own', () => {
  test('runs that differ only in their seeds are one setting: the difference is called luck', () => {
    const verdict = verdictOf([
      run('constant, seed 1', [3], { seed: 1 }),
      run('constant, seed 2', [1], { seed: 2 }),
      run('constant, seed 3', [2], { seed: 3 }),
    ]);
    expect(verdict).toEqual({
      sentence: 'Only the seeds differ: what lies between 1.00 and 3.00 is luck.',
      because: 'Mean of the last 200 steps over 3 seeds: 2.00, standard deviation 1.0.',
      winner: null,
      grew: false,
      margin: null,
    });
  });

  test('where nothing is random the seeds change nothing', () => {
    const exact = { noise: 0, finalLoss: 0.5 };
    expect(
      verdictOf([run('a', [1], { ...exact, seed: 1 }), run('b', [1], { ...exact, seed: 2 })]),
    ).toMatchObject({
      sentence: 'Only the seeds differ, and they change nothing: all end at 0.500.',
      winner: null,
    });
  });

  test('settings with different seeds are told apart without pairing, and that is said', () => {
    // Standard errors 0.1 and 0.1: a difference of 1 is 7.1 of their √(0.1² + 0.1²).
    const verdict = verdictOf([
      run('a', [1.9, 2.1], { seed: 1 }),
      run('b', [0.9, 1.1], { seed: 11, lr: 0.5 }),
    ]);
    expect(verdict?.because).toBe(
      'Mean of the last 200 steps, 2 seeds; 7.1 standard errors apart. ' +
        'Their seeds differ: luck does not cancel as it does between equal seeds.',
    );
    expect(verdict?.winner).toBe(1);
  });

  test('two settings with two seeds each are compared seed by seed', () => {
    const verdict = verdictOf([
      run('η₀ = 0.1, seed 1', [5], { seed: 1, lr: 0.1 }),
      run('η₀ = 0.1, seed 2', [7], { seed: 2, lr: 0.1 }),
      run('η₀ = 0.2, seed 1', [2], { seed: 1, lr: 0.2 }),
      run('η₀ = 0.2, seed 2', [3], { seed: 2, lr: 0.2 }),
    ]);
    // Differences 3 and 4: mean 3.5, standard error 0.5.
    expect(verdict?.because).toBe(
      'Mean of the last 200 steps, 2 seeds; 7.0 standard errors apart.',
    );
    expect(verdict?.sentence.replaceAll('\u00a0', ' ')).toContain('η₀ = 0.2” ends');
    expect(verdict?.sentence).not.toContain('seed');
  });

  test('one seed each, and not the same: both is said', () => {
    const verdict = verdictOf([run('a', [1], { seed: 1 }), run('b', [2], { seed: 2, lr: 0.5 })]);
    expect(verdict?.because).toMatch(/One seed may be luck.*Their seeds differ/);
    expect(verdict?.winner).toBeNull();
  });
});
