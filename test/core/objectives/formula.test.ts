import { expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { FormulaError } from '../../../core/formula/errors.ts';
import { formula } from '../../../core/objectives/formula.ts';
import { at } from '../../support/at.ts';
import { seriesOf, train } from '../../support/training.ts';

const typed = (text: string) => formula.create({ formula: text });

test('x alone makes one dimension, x and y make two', () => {
  expect(at(typed('(x - 3)^2'), [1])).toEqual({ f: 4, grad: [-4], hessian: [2] });
  expect(at(typed('x^2 y'), [3, 5])).toEqual({ f: 45, grad: [30, 9], hessian: [10, 6, 6, 0] });
  expect(at(typed('y^2'), [3, 5])).toEqual({ f: 25, grad: [0, 10], hessian: [0, 0, 0, 2] });
  expect(at(typed('7'), [3])).toEqual({ f: 7, grad: [0], hessian: [0] });
});

test('what is not a formula is refused', () => {
  expect(() => typed('x + foo')).toThrow(FormulaError);
});

const experiment = (problem: object): unknown => ({
  version: 1,
  seed: 1,
  lr: 0.1,
  totalSteps: 20,
  problem: { kind: 'objective', ...problem },
  optimizer: { id: 'sgd' },
  schedule: { id: 'constant' },
});
const typedIn = (text: string): unknown =>
  experiment({ objective: { id: 'formula', params: { formula: text } } });

test('a typed parabola runs as the built-in one does, to the bit', () => {
  const own = train(
    parseExperimentConfig(
      experiment({
        objective: { id: 'formula', params: { formula: '(x - 3)^2' } },
        start: [0],
      }),
    ),
  );
  const built = train(parseExperimentConfig(experiment({ objective: { id: 'shifted-parabola' } })));
  expect(seriesOf(own.chunks, 'train/loss')).toEqual(seriesOf(built.chunks, 'train/loss'));
  expect(seriesOf(own.chunks, 'param/0').values.at(3)).toBeCloseTo(1.464, 12);
});

test('a formula without a value at a point diverges there: a result, not an error', () => {
  const { trainer } = train(parseExperimentConfig(typedIn('ln(x - 1)')));
  expect(trainer.outcome).toMatchObject({ status: 'diverged', step: 0 });
});

test('an unreadable formula is a fault of the configuration, with its position', () => {
  expect(() => parseExperimentConfig(typedIn('x^2 + foo(x)'))).toThrow(
    expect.objectContaining({
      code: 'bad-formula',
      path: 'problem.objective.params.formula',
      given: "'foo' @ 7: unknown-name",
      allowed: expect.stringContaining('x, y, pi'),
    }),
  );
});
