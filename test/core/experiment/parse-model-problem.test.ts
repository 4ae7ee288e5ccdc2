import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../core/errors.ts';
import { parseModelProblem } from '../../../core/experiment/parse-model-problem.ts';

const parse = (model: string, dataset: string, more: object = {}) =>
  parseModelProblem({ kind: 'model', model: { id: model }, dataset: { id: dataset }, ...more });

const refusal = (...given: Parameters<typeof parse>): ConfigError => {
  try {
    parse(...given);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('was not refused');
};

test('what is left out gets the loss that suits the data, no penalty, no scaling, and a batch that fits', () => {
  expect(parse('mlp', 'xor')).toMatchObject({
    loss: { id: 'binary-cross-entropy', params: { reduction: 'mean', posWeight: 1 } },
    l2: 0,
    scaling: 'none',
    batchSize: 4,
    model: { params: { hidden: [8], activation: 'tanh', init: 'auto', gain: 1 } },
  });
  expect(parse('softmax-regression', 'digits')).toMatchObject({
    loss: { id: 'softmax-cross-entropy' },
    batchSize: 32,
  });
  expect(parse('linear-regression', 'sine').loss.id).toBe('mse');
  expect(parse('mlp', 'iris').loss.id).toBe('softmax-cross-entropy');
  expect(parse('logistic-regression', 'moons').loss.id).toBe('binary-cross-entropy');
});

test('two classes may be judged by one score or by two', () => {
  expect(parse('mlp', 'spirals', { loss: { id: 'hinge' } }).loss.id).toBe('hinge');
  const two = parse('mlp', 'spirals', { loss: { id: 'softmax-cross-entropy' } });
  expect(two.loss.params).toEqual({ reduction: 'mean', labelSmoothing: 0 });
});

describe('model, data and loss that do not fit are refused with what would', () => {
  test.each([
    ['linear-regression', 'moons', {}, 'problem.model.id', /logistic-regression.*mlp/],
    ['logistic-regression', 'iris', {}, 'problem.model.id', /^softmax-regression, mlp$/],
    ['softmax-regression', 'sine', {}, 'problem.model.id', /^linear-regression, mlp$/],
    ['mlp', 'iris', { loss: { id: 'mse' } }, 'problem.loss.id', /^softmax-cross-entropy$/],
    ['mlp', 'sine', { loss: { id: 'hinge' } }, 'problem.loss.id', /^mse, mae, huber, smooth-l1$/],
    ['mlp', 'xor', { l2: -1 }, 'problem.l2', /0 ≤ x/],
    ['mlp', 'xor', { scaling: 'log' }, 'problem.scaling', /none, standardize, min-max/],
    ['mlp', 'xor', { batchSize: 5 }, 'problem.batchSize', /1 ≤ x ≤ 4/],
  ])('%s on %s with %o', (model, dataset, more, path, allowed) => {
    const error = refusal(model, dataset, more);
    expect(error.path).toBe(path);
    expect(error.allowed).toMatch(allowed);
  });

  test('a network too large for memory', () => {
    const model = { id: 'mlp', params: { hidden: Array(12).fill(1024) } };
    const error = refusal('mlp', 'digits', { model });
    expect(error).toMatchObject({ code: 'out-of-range', path: 'problem.model' });
  });
});

test('given initial parameters must be as many as the model has', () => {
  const given = {
    model: { id: 'mlp', params: { hidden: [2] } },
    initialParams: Array(9).fill(0.5),
  };
  expect(parse('mlp', 'xor', given).initialParams).toHaveLength(9);
  expect(refusal('mlp', 'xor', { ...given, initialParams: [1] }).allowed).toBe('9');
});
