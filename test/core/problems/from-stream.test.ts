import { expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { problemFromStream } from '../../../core/problems/from-stream.ts';
import { reddi } from '../../../core/streams/reddi.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createStreams } from '../../../core/training/streams.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { seriesOf, train } from '../../support/training.ts';

const experiment = (problem: object): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 4,
    lr: 0.5,
    totalSteps: 60,
    problem: { kind: 'stream', ...problem },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
  });

test('update number t meets loss number t', () => {
  const problem = problemFromStream(reddi.create({ variant: 'three' }), [0], 1);
  const streams = createStreams(1);
  const position = problem.initialState(streams);
  const grad = new Float64Array(1);
  const seen = [1, 2, 3, 4].map(() => {
    expect(problem.next(Float64Array.of(0), grad, position, streams)).toBeCloseTo(1 / 3, 14);
    return grad[0];
  });
  expect(seen).toEqual([3, -1, -1, 3]);
  expect(position).toEqual({ t: 4 });
});

test('a trained stream keeps its bounds after every update, records θ and ends by itself', () => {
  const { trainer, chunks } = train(experiment({ stream: { id: 'reddi' } }));
  const theta = seriesOf(chunks, 'param/0').values;
  // 0, then −1.5 put back to −1, then up by ½ twice.
  expect(theta.slice(0, 5)).toEqual([0, -1, -0.5, 0, -1]);
  expect(Math.max(...theta.map(Math.abs))).toBeLessThanOrEqual(1);
  expect(trainer.outcome).toEqual({ status: 'finished', reason: 'max-steps', step: 60 });
  expect(seriesOf(chunks, 'train/loss').values.at(1)).toBe(0);
});

test('without bounds nothing is projected', () => {
  const { chunks } = train(experiment({ stream: { id: 'constant-gradient' } }));
  expect(seriesOf(chunks, 'param/0').values.at(-1)).toBe(-30);
});

test.each(['reddi', 'outlier-gradient', 'gradient-noise', 'rare-feature'])(
  '%s resumed from a checkpoint goes on to the same bits',
  (id) => {
    const config = experiment({ stream: { id } });
    const whole = createTrainer(config);
    whole.advance(60, createRecorder());
    const first = createTrainer(config);
    first.advance(31, createRecorder());
    const second = createTrainer(config, {}, structuredClone(first.checkpoint()));
    second.advance(29, createRecorder());
    expect(second.checkpoint().members).toEqual(whole.checkpoint().members);
  },
);

test('its parsed form has every field, and faults are refused with their place', () => {
  expect(experiment({ stream: { id: 'gradient-noise' } }).problem).toEqual({
    kind: 'stream',
    stream: { id: 'gradient-noise', params: { sigmas: [0.1, 10] } },
    start: [1, 1],
  });
  const fault = (problem: object): unknown => {
    try {
      experiment(problem);
    } catch (error) {
      return error instanceof ConfigError && [error.code, error.path];
    }
    return 'accepted';
  };
  expect(fault({ stream: { id: 'brook' } })).toEqual(['unknown-choice', 'problem.stream.id']);
  expect(fault({ stream: { id: 'reddi' }, start: [0, 1] })).toEqual([
    'wrong-length',
    'problem.start',
  ]);
  expect(fault({ stream: { id: 'reddi' }, noise: 1 })).toEqual(['unknown-field', 'problem']);
});
