import { describe, expect, it } from 'vitest';
import { limits } from '../../../../electron/files/limits.ts';
import { refusalOf, runsOf, valuesOf } from '../../../support/files/logs.ts';

const only = (text: string, file = 'log.json') => runsOf(text, file)[0]!;

const lossAndRate = {
  'train/loss': [
    [0, 1.5],
    [10, 0.25],
  ],
  'optim/lr': [
    [0, 0.1],
    [10, 0.05],
  ],
};

describe('forms of JSON', () => {
  it.each([
    ['a list of records', '[{"step":0,"loss":1.5,"lr":0.1},{"lr":0.05,"loss":0.25,"step":10}]'],
    ['lists', '{"step":[0,10],"loss":[1.5,0.25],"lr":[1e-1,5E-2]}'],
    [
      'one record a line',
      '{"step":0,"loss":1.5,"lr":0.1}\r\n\r\n{"step":10,"loss":0.25,"lr":0.05}',
    ],
    [
      'what a hand has laid out',
      '[\n  {"step": 0, "loss": "1.5", "lr": " 0.1 "},\n  {"step": "10", "loss": 0.25, "lr": 0.05}\n]\n',
    ],
  ])('%s', (_form, text) => {
    expect(valuesOf(only(text))).toEqual(lossAndRate);
    expect(only(text)).toMatchObject({ name: 'log', config: null, step: 10 });
    expect(only(text).log).toMatchObject({ unit: 'step', left: [] });
  });

  it('one record a line is told by the name, and by the first line', () => {
    const text = '{"step":0,"loss":1}\n{"step":1,"loss":2}\n';
    expect(valuesOf(only(text, 'metrics.json'))).toEqual(valuesOf(only(text, 'METRICS.JSONL')));
    expect(valuesOf(only('{"step":3,"loss":1}', 'a.jsonl'))).toEqual({ 'train/loss': [[3, 1]] });
    expect(valuesOf(only('{"step":3,"loss":1}', 'a.json'))).toEqual({ 'train/loss': [[3, 1]] });
  });

  it('trainer_state.json of Hugging Face: held-out records beside those of the training', () => {
    const state = {
      best_metric: null,
      epoch: 2,
      global_step: 1000,
      is_world_process_zero: true,
      log_history: [
        { epoch: 1, grad_norm: 1.25, learning_rate: 5e-5, loss: 2.3, step: 500 },
        {
          ...{ epoch: 1, eval_accuracy: 0.8125, eval_loss: 1.5, eval_runtime: 3.25, step: 500 },
          eval_samples_per_second: 120.5,
        },
        { epoch: 2, grad_norm: 0.75, learning_rate: 2.5e-5, loss: 1.1, step: 1000 },
        { epoch: 2, eval_accuracy: 0.875, eval_loss: 1.25, eval_runtime: 3.5, step: 1000 },
        { epoch: 2, step: 1000, total_flos: 1.5e15, train_loss: 1.7, train_runtime: 99.5 },
      ],
      log_level: 'info',
    };
    const run = only(JSON.stringify(state, null, 2), 'trainer_state.json');
    expect(run).toMatchObject({ name: 'trainer_state', step: 1000, state: 'finished' });
    expect(valuesOf(run)).toEqual({
      'train/loss': [
        [500, 2.3],
        [1000, 1.1],
      ],
      'optim/lr': [
        [500, 5e-5],
        [1000, 2.5e-5],
      ],
      'optim/grad_norm': [
        [500, 1.25],
        [1000, 0.75],
      ],
      'eval/test_loss': [
        [500, 1.5],
        [1000, 1.25],
      ],
      'eval/test_accuracy': [
        [500, 0.8125],
        [1000, 0.875],
      ],
    });
    expect(run.log!.left).toContain('train_loss');
    expect(run.log!.left).toContain('epoch');
  });

  it('the history of Keras: lists without steps, beside what is no list', () => {
    const run = only(
      '{"epoch":[0,1],"loss":[2,1],"val_acc":[50,75],"params":{"epochs":2},"f1":[0,1]}',
    );
    expect(run.log).toMatchObject({ unit: 'epoch', left: ['f1', 'params'] });
    expect(valuesOf(run)['eval/test_accuracy']).toEqual([
      [0, 0.5],
      [1, 0.75],
    ]);
    expect(only('{"loss":[2,1]}').log!.unit).toBe('record');
  });

  it('numbers to the bit; NaN and infinities as Python, as texts, and null for nothing', () => {
    const values = [0.1, -0, 5e-324, 1.7976931348623157e308, 1 / 3, 2 ** 53 + 2];
    const numbers = values.map((one) => (Object.is(one, -0) ? '-0.0' : JSON.stringify(one)));
    const text = `{"loss":[${numbers.join(',')},NaN , -Infinity,Infinity\n,"NaN","inf","-Infinity",null]}`;
    const got = valuesOf(only(text))['train/loss']!.map(([, value]) => value);
    const wanted = [...values, NaN, -Infinity, Infinity, NaN, Infinity, -Infinity];
    expect(got.every((value, i) => Object.is(value, wanted[i]))).toBe(true);
    expect(got).toHaveLength(wanted.length);
    const named = only('{"loss":1,"said":"a \\"NaN, Infinity"}\n{"loss":NaN}\n');
    expect(named).toMatchObject({ state: 'diverged', step: 1, log: { left: ['said'] } });
  });

  it('scalars of TensorBoard: the file says of what the values are', () => {
    const text = '[[1764200000.5,0,2.5],[1764200001.5,100,NaN],[1764200002.5,200,0.25]]';
    const run = only(text, 'run-exp_1-tag-train_loss.json');
    expect(valuesOf(run)).toEqual({
      'train/loss': [
        [0, 2.5],
        [100, NaN],
        [200, 0.25],
      ],
    });
    expect(run.log).toEqual({
      unit: 'step',
      columns: [{ name: 'Value', metric: 'train/loss', percent: false }],
      left: ['Wall time'],
    });
    expect(refusalOf(text, 'scalars.json')).toMatchObject({ fault: 'unnamed-metric' });
    for (const [json, details] of [
      ['[[1,0,2],[1,1]]', { fault: 'bad-record', record: '2', given: 'list of 2' }],
      ['[[1,0,2],{"step":1}]', { fault: 'bad-record', record: '2' }],
      ['[[1,0,2],[1,1,"x"]]', { fault: 'bad-number', record: '2', column: 'Value' }],
      ['[[1,0,2],[1,0,3]]', { fault: 'bad-step', record: '2', column: 'Value' }],
      ['[[1,0,2],[1,0.5,3]]', { fault: 'bad-step', record: '2', column: 'Step' }],
    ] as const) {
      expect(refusalOf(json, 'tag-loss.json')).toMatchObject(details);
    }
  });

  it('keys that objects have by nature are keys like others', () => {
    const run = only('[{"step":0,"loss":1},{"__proto__":{"loss":7},"constructor":1,"step":1}]');
    expect(valuesOf(run)).toEqual({ 'train/loss': [[0, 1]] });
    expect(run.log!.left).toEqual(['__proto__', 'constructor']);
  });
});

describe('refusals say where', () => {
  const deep = '['.repeat(limits.jsonDepth + 1);
  const cases: readonly [text: string, details: Readonly<Record<string, string>>][] = [
    ['', { fault: 'empty' }],
    ['[]', { fault: 'no-values' }],
    ['[{}]', { fault: 'no-values' }],
    ['3', { fault: 'no-records' }],
    ['{}', { fault: 'no-values' }],
    ['{"a":1}', { fault: 'no-metric', given: 'a' }],
    ['{"log_history":[]}', { fault: 'no-values' }],
    ['[{"loss":1},[2]]', { fault: 'bad-record', record: '2', given: 'list of 1' }],
    ['[{"step":0,"loss":1},{"loss":1}]', { fault: 'bad-step', record: '2', column: 'step' }],
    ['[{"step":0,"loss":1},{"step":0,"loss":1}]', { fault: 'bad-step', record: '2' }],
    ['[{"step":0,"loss":true}]', { fault: 'bad-number', record: '1', given: 'true' }],
    ['{"step":[0,1],"loss":[1,"x"]}', { fault: 'bad-number', record: '2', column: 'loss' }],
    ['{"step":[0,1],"loss":[1]}', { fault: 'bad-list', column: 'loss', given: '1', allowed: '2' }],
    ['{"loss":1}\n{"loss":[1]}', { fault: 'bad-number', line: '2', column: 'loss' }],
    ['{"loss":1}\n\n7\n', { fault: 'bad-record', line: '3', given: '7' }],
    ['{"loss":1}\n{"loss":2', { fault: 'bad-json', line: '2', offset: '10' }],
    ['[\n{"loss":1},\n{"loss":1,}]', { fault: 'bad-json', line: '3', offset: '11' }],
    ['[{"loss":NaN},{"loss":nan}]', { fault: 'bad-json', line: '1', offset: '23' }],
    ['[{"a":"\\x","loss":1}]', { fault: 'bad-json', line: '1', offset: '8' }],
    ['[{"loss":01}]', { fault: 'bad-json', line: '1', offset: '11' }],
    ['[{"loss":1}]]', { fault: 'bad-json', line: '1', offset: '13' }],
    ['{"loss" 1}', { fault: 'bad-json', line: '1', offset: '9' }],
    [`\n${deep}`, { fault: 'bad-json', line: '2', offset: '65', given: 'depth', allowed: '64' }],
  ];
  it.each(cases)('%j', (text, details) => {
    expect(refusalOf(text, 'log.json')).toMatchObject(details);
  });

  it('too many keys, and too much of it', () => {
    const keys = Array.from({ length: limits.logColumns + 1 }, (_, i) => [`k${i}`, i] as const);
    const text = JSON.stringify([{ loss: 1 }, Object.fromEntries(keys)]);
    expect(refusalOf(text, 'log.json')).toMatchObject({ fault: 'too-many', field: 'columns' });
    const large = '['.concat(' '.repeat(limits.logJsonBytes), ']');
    expect(refusalOf(large, 'log.json')).toMatchObject({ fault: 'too-large', allowed: '32 MB' });
    const small = `[${'{},'.repeat(limits.logRecords)}{}]`;
    expect(refusalOf(small, 'log.json')).toMatchObject({ fault: 'too-many', field: 'records' });
  });
});
