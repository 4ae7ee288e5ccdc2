import { describe, expect, it } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { MOST_VALUES, type ValuesQuery } from '../../../electron/ipc/queries.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import { LiveRun } from '../../../renderer/src/state/live-run.svelte.ts';
import type { StageRun } from '../../../renderer/src/state/stage-run.ts';
import { Travels } from '../../../renderer/src/state/travels.svelte.ts';
import { assets, bowl, columnsOf } from '../../support/experiments.ts';
import { FakeLab, summary } from '../../support/fake-lab.ts';

const plateau = parseExperimentConfig({
  ...bowl({ totalSteps: 200 }),
  schedule: { id: 'reduce-on-plateau', params: { patience: 1, factor: 0.5 } },
});

interface Ran {
  readonly run: ExploredRun;
  readonly rates: Float64Array;
}

function ran(config: ExperimentConfig): Ran {
  const recorder = createRecorder();
  const trainer = createTrainer(config, assets);
  trainer.advance(config.totalSteps, recorder);
  const { step, outcome } = trainer;
  const [result, chunks] = [trainer.result(), recorder.flush()];
  const run = new ExploredRun(0, 'run', config, { step, outcome: outcome!, result, chunks });
  return { run, rates: columnsOf(chunks).get('optim/lr')!.values };
}

const sumOf = (rates: ArrayLike<number>): number => Array.from(rates).reduce((a, b) => a + b, 0);

describe('travel of what is on the stage', () => {
  it('is known of a plan whose schedule tells every rate, to its end', () => {
    const config = bowl({ totalSteps: 100, lr: 0.25 });
    const travel = new Travels(new FakeLab()).of({ config, run: null }, [])!;
    expect([travel.lastStep, travel.at(100)]).toEqual([100, 25]);
  });

  it('is not known where a metric is to make the rates, or a sum is no number any more', () => {
    const travels = new Travels(new FakeLab());
    expect(travels.of({ config: plateau, run: null }, [])).toBeNull();
    const huge = bowl({ lr: 1e308, totalSteps: 100 });
    expect(travels.of({ config: huge, run: null }, [])).toBeNull();
  });

  it('is summed up from what a metric made, seed by its first seed, and of a fork from where it was', () => {
    const travels = new Travels(new FakeLab());
    const { run, rates } = ran(plateau);
    const one = { config: plateau, run };
    const travel = travels.of(one, [one])!;
    expect(travel.lastStep).toBe(200);
    expect(travel.at(200)).toBe(sumOf(rates));
    expect(rates[199]).toBeLessThan(rates[0]!);

    const fork = parseExperimentConfig({
      ...bowl({ totalSteps: 60 }),
      fork: { step: 25, from: plateau },
    });
    const alone = { config: fork, run: ran(fork).run };
    expect(travels.of(alone, [alone])).toBeNull();
    const beside = new Travels(new FakeLab()).of(alone, [alone, one])!;
    const own = ran(fork).rates;
    expect(beside.at(25)).toBe(sumOf(rates.subarray(0, 25)));
    expect(beside.at(60)).toBe(sumOf([...rates.subarray(0, 25), ...own]));
  });

  it('grows with a run that goes on', async () => {
    const lab = new FakeLab();
    const stored = summary('a', { state: 'running', reason: null, step: 0, config: plateau });
    lab.serveStored(stored);
    const run = new LiveRun(lab, stored, 100, (callback) => callback());
    await run.load();
    const travels = new Travels(lab);
    const one = { config: plateau, run };
    const stream = (first: number, ...values: number[]): void =>
      lab.emit('run:chunks', {
        id: run.id,
        step: first + values.length,
        chunks: [{ metric: 'optim/lr', first, stride: 1, values: Float64Array.from(values) }],
      });
    stream(0, 0.5, 0.5);
    expect(travels.of(one, [one])!.at(99)).toBe(1);
    stream(2, 0.25);
    const travel = travels.of(one, [one])!;
    expect([travel.lastStep, travel.at(3)]).toEqual([3, 1.25]);
  });
});

describe('travel of a long stored run', () => {
  const LONG = 150_000;
  const rate = (step: number): number => (step < 1000 ? 0.5 : 0.25);
  const config = parseExperimentConfig({ ...plateau, totalSteps: LONG });

  function library(lost = -1): { lab: FakeLab; asked: ValuesQuery[] } {
    const lab = new FakeLab();
    const asked: ValuesQuery[] = [];
    lab.answers['series:values'] = (query): readonly MetricChunk[] => {
      asked.push(query);
      const { metric, from: first, most } = query;
      const n = Math.min(most, LONG - first);
      if (n <= 0) return [];
      const values = Float64Array.from({ length: n }, (_, i) => rate(first + i));
      if (lost < first || lost >= first + n) return [{ metric, first, stride: 1, values }];
      const before = values.subarray(0, lost - first);
      const after = values.subarray(lost - first + 1);
      return [
        { metric, first, stride: 1, values: before },
        { metric, first: lost + 1, stride: 1, values: after },
      ];
    };
    return { lab, asked };
  }

  const run = {
    id: 'long',
    config,
    ended: true,
    lastStep: () => LONG - 1,
    heldPoint: () => undefined,
  } as unknown as StageRun;

  it('is read in slices, once, and is then what the rates add up to', async () => {
    const { lab, asked } = library();
    const travels = new Travels(lab);
    const one = { config, run };
    expect(travels.of(one, [one])).toBeUndefined();
    await Promise.all([travels.follow([one]), travels.follow([one])]);
    const travel = travels.of(one, [one])!;
    expect([travel.lastStep, travel.at(LONG)]).toEqual([LONG, 500 + 0.25 * (LONG - 1000)]);
    expect(asked.map(({ from }) => from)).toEqual([0, MOST_VALUES, 2 * MOST_VALUES]);
    await travels.follow([one]);
    expect(asked).toHaveLength(3);
  });

  it('is not known where a rate is lost, and is not asked for again', async () => {
    const { lab, asked } = library(100_000);
    const travels = new Travels(lab);
    const one = { config, run };
    await travels.follow([one]);
    expect(travels.of(one, [one])).toBeNull();
    await travels.follow([one]);
    expect(asked).toHaveLength(2);
  });
});
