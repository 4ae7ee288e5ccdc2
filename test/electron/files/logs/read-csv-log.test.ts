import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../../core/analysis/csv.ts';
import { metricNames, type MetricChunk } from '../../../../core/training/metrics.ts';
import { bytesOf, refusalOf, runsOf, valuesOf } from '../../../support/files/logs.ts';

const only = (text: string | Uint8Array, file?: string) => runsOf(text, file)[0]!;

describe('a table of a training', () => {
  it('becomes a run without settings, called after its file', () => {
    const run = only('step,loss,lr\n0,2,0.1\n10,1.5,0.05\n20,1.75,0.025\n', '我的 训练.csv');
    expect(run).toMatchObject({ name: '我的 训练', config: null, engineVersion: '', step: 20 });
    expect(run).toMatchObject({ state: 'finished', reason: null, createdAt: 5, checkpoints: [] });
    expect(valuesOf(run)).toEqual({
      'train/loss': [
        [0, 2],
        [10, 1.5],
        [20, 1.75],
      ],
      'optim/lr': [
        [0, 0.1],
        [10, 0.05],
        [20, 0.025],
      ],
    });
    expect(run.chunks.map(({ first, stride }) => [first, stride])).toEqual([
      [0, 10],
      [0, 10],
    ]);
    expect(run.result).toMatchObject({ finalLoss: 1.75, bestLoss: 1.5, bestStep: 10 });
    expect(run.log).toEqual({
      unit: 'step',
      columns: [
        { name: 'loss', metric: 'train/loss', percent: false },
        { name: 'lr', metric: 'optim/lr', percent: false },
      ],
      left: [],
    });
  });

  it('keeps NaN and infinity, and tells that it diverged', () => {
    const run = only('step,loss\n0,1\n1,NaN\n2,3\n3,inf\n4,-Infinity\n5,nan\n');
    expect(valuesOf(run)['train/loss']!.map(([, value]) => value)).toEqual([
      ...[1, NaN, 3, Infinity, -Infinity, NaN],
    ]);
    expect(run).toMatchObject({ state: 'diverged', reason: 'loss', step: 5 });
    expect(only('step,loss\n0,1\n1,NaN\n2,3\n')).toMatchObject({ state: 'finished', step: 2 });
  });

  it('cuts uneven steps into stretches', () => {
    const run = only('step,loss\n0,1\n1,2\n2,3\n10,4\n20,5\n30,6\n31,7\n');
    expect(run.chunks.map(({ first, stride, values }) => [first, stride, values.length])).toEqual([
      ...[
        [0, 1, 3],
        [10, 10, 3],
        [31, 1, 1],
      ],
    ]);
    const shared = new Set(run.chunks.map(({ values }) => values.buffer));
    expect(shared.size).toBe(1);
  });

  it('has the same id whenever the same bytes come, and another for others', () => {
    const text = 'step,loss\n0,1\n';
    expect(only(text, 'a.csv').origin).toBe(only(text, 'b.csv').origin);
    expect(only(`${text}1,2\n`).origin).not.toBe(only(text).origin);
    expect(only(text).origin).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });
});

describe('dialects', () => {
  it('Keras CSVLogger: epochs are kept as steps, and said so', () => {
    const run = only(
      'epoch,accuracy,loss,learning_rate,val_accuracy,val_loss\n' +
        '0,0.41,1.62,0.001,0.52,1.31\n1,0.57,1.21,0.001,0.6,1.1\n',
    );
    expect(run.log).toMatchObject({ unit: 'epoch', left: [] });
    expect(valuesOf(run)).toEqual({
      'train/loss': [
        [0, 1.62],
        [1, 1.21],
      ],
      'optim/lr': [
        [0, 0.001],
        [1, 0.001],
      ],
      'eval/train_accuracy': [
        [0, 0.41],
        [1, 0.57],
      ],
      'eval/test_loss': [
        [0, 1.31],
        [1, 1.1],
      ],
      'eval/test_accuracy': [
        [0, 0.52],
        [1, 0.6],
      ],
    });
    expect(run.result).toMatchObject({ testLoss: 1.1, testAccuracy: 0.6 });
  });

  it('Lightning CSVLogger: metrics stand in lines of their own, with empty cells between', () => {
    const run = only(
      'epoch,lr-AdamW,step,train_loss_epoch,train_loss_step,val_acc,val_loss\n' +
        ',0.001,49,,,,\n0,,49,,0.93,,\n0,,99,,0.71,,\n0,,99,,,0.81,0.66\n0,,99,0.82,,,\n',
    );
    expect(valuesOf(run)).toEqual({
      'train/loss': [
        [49, 0.93],
        [99, 0.71],
      ],
      'optim/lr': [[49, 0.001]],
      'eval/test_loss': [[99, 0.66]],
      'eval/test_accuracy': [[99, 0.81]],
    });
    expect(run.log!.left).toEqual(['epoch', 'train_loss_epoch']);
  });

  it('Weights & Biases: quoted names, whole numbers as floats, what is not known is named', () => {
    const run = only(
      '"_step","_timestamp","train/loss","train/learning_rate","train/grad_norm","eval/loss","note"\n' +
        '"0.0","1764200000.25","2.3","5e-05","1.2","","a, b"\n' +
        '"500","1764200100.5","1.1","4.5e-05","0.8","1.4","""c"""\n',
    );
    expect(valuesOf(run)).toEqual({
      'train/loss': [
        [0, 2.3],
        [500, 1.1],
      ],
      'optim/lr': [
        [0, 5e-5],
        [500, 4.5e-5],
      ],
      'optim/grad_norm': [
        [0, 1.2],
        [500, 0.8],
      ],
      'eval/test_loss': [[500, 1.4]],
    });
    expect(run.log!.left).toEqual(['_timestamp', 'note']);
  });

  it('TensorBoard scalars: the file says of what the values are', () => {
    const text = 'Wall time,Step,Value\n1764200000.1,0,0.5\n1764200001.9,100,0.25\n';
    for (const [file, metric] of [
      ['run-1_train-tag-Loss_train.csv', 'train/loss'],
      ['learning_rate.csv', 'optim/lr'],
      ['version_0-tag-val_loss (1).csv', 'eval/test_loss'],
      ['exp-3-tag-epoch_accuracy.csv', 'eval/train_accuracy'],
    ] as const) {
      expect(valuesOf(only(text, file))).toEqual({
        [metric]: [
          [0, 0.5],
          [100, 0.25],
        ],
      });
    }
    expect(refusalOf(text, 'scalars.csv')).toMatchObject({
      fault: 'unnamed-metric',
      given: 'scalars',
    });
  });

  it('percentages become fractions, and are told', () => {
    const run = only('step,val_acc\n0,41.5\n1,0.5\n2,100\n');
    expect(valuesOf(run)['eval/test_accuracy']).toEqual([
      [0, 0.415],
      [1, 0.005],
      [2, 1],
    ]);
    expect(run.log!.columns[0]).toMatchObject({ percent: true });
    expect(refusalOf('step,acc\n0,0.5\n1,140\n')).toMatchObject({
      fault: 'bad-accuracy',
      line: '3',
      column: 'acc',
      given: '140',
    });
    expect(refusalOf('step,acc\n0,-0.1\n')).toMatchObject({ fault: 'bad-accuracy', line: '2' });
  });

  it('records without a number are counted', () => {
    const run = only('loss\n3\n2\n1\n');
    expect(run.log!.unit).toBe('record');
    expect(valuesOf(run)['train/loss']).toEqual([
      [0, 3],
      [1, 2],
      [2, 1],
    ]);
  });

  it('semicolons, tabs, decimal commas, CRLF, comments, empty lines, a mark at the beginning', () => {
    const same = {
      'train/loss': [
        [0, 1.5],
        [1, 0.25],
      ],
      'optim/lr': [
        [0, 0.1],
        [1, 0.05],
      ],
    };
    for (const text of [
      'step;loss;lr\n0;1,5;0,1\n1;0,25;0,05\n',
      'step\tloss\tlr\r\n0\t1.5\t1e-1\r\n1\t.25\t5.E-2',
      '# written by hand\n\nstep|loss|lr\n0|1.5|0.1\n#\n\n1| 0.25 |0.05|\n',
      '\ufeffstep,loss,lr\r0,"1,5","0,1"\r1,"0,25","0,05"\r',
      '"Step","Train Loss","Learning Rate"\n"0","1.5","0.1"\n"1","0.25","0.05"\n',
    ]) {
      expect(valuesOf(only(text))).toEqual(same);
    }
  });

  it('UTF-16 with its mark, and the encoding of spreadsheets in China', () => {
    const text = 'step,loss,备注\n0,1,好\n';
    const utf16 = new Uint8Array(2 + 2 * text.length);
    utf16.set([0xff, 0xfe]);
    for (const [i, letter] of [...text].entries()) {
      new DataView(utf16.buffer).setUint16(2 + 2 * i, letter.charCodeAt(0), true);
    }
    const gb = [...bytesOf('step,loss,'), 0xb1, 0xb8, 0xd7, 0xa2, ...bytesOf('\n0,1,')];
    for (const bytes of [utf16, Uint8Array.from([...gb, 0xba, 0xc3])]) {
      expect(only(bytes).log!.left).toEqual(['备注']);
      expect(valuesOf(only(bytes))).toEqual({ 'train/loss': [[0, 1]] });
    }
    expect(refusalOf(Uint8Array.from([0x50, 0x4b, 9, 9, 0, 0]))).toEqual({ fault: 'not-text' });
  });
});

describe('a chart of Weights & Biases, of several runs', () => {
  const chart =
    '"Step","lr-0.1 - loss","lr-0.1 - loss__MIN","lr-0.1 - loss__MAX","b - wide - loss","b - wide - loss__MIN","b - wide - loss__MAX"\n' +
    '"0","2.5","2.5","2.5","","",""\n"10","1.5","1.5","1.5","3","3","3"\n"20","","","","NaN","NaN","NaN"\n';

  it('becomes as many runs, each with its name and its own steps', () => {
    const runs = runsOf(chart, 'wandb_export.csv');
    expect(runs.map(({ name, state, step }) => [name, state, step])).toEqual([
      ['lr-0.1', 'finished', 10],
      ['b - wide', 'diverged', 20],
    ]);
    expect(runs.map(valuesOf)).toEqual([
      {
        'train/loss': [
          [0, 2.5],
          [10, 1.5],
        ],
      },
      {
        'train/loss': [
          [10, 3],
          [20, NaN],
        ],
      },
    ]);
    expect(runs[0]!.log).toEqual({
      unit: 'step',
      columns: [{ name: 'loss', metric: 'train/loss', percent: false }],
      left: ['loss__MIN', 'loss__MAX'],
    });
    expect(new Set(runs.map(({ origin }) => origin)).size).toBe(2);
    expect(runsOf(chart, 'other.csv').map(({ origin }) => origin)).toEqual(
      runs.map(({ origin }) => origin),
    );
  });

  it('keeps apart runs that are called the same, and leaves out one without a value', () => {
    const columns = ['loss', 'loss__MIN', 'loss__MAX'];
    const head = [
      'Step',
      ...['a', 'a', 'c'].flatMap((run) => columns.map((one) => `${run} - ${one}`)),
    ];
    const runs = runsOf(`${head.join(',')}\n0,1,1,1,2,2,2,,,\n`);
    expect(runs.map((run) => [run.name, valuesOf(run)])).toEqual([
      ['a', { 'train/loss': [[0, 1]] }],
      ['a', { 'train/loss': [[0, 2]] }],
    ]);
  });

  it('leaves out runs of which nothing is known, first or last, as long as there are others', () => {
    const columns = (run: string, name: string): readonly string[] =>
      ['', '__MIN', '__MAX'].map((end) => `${run} - ${name}${end}`);
    const [known, not, neither] = [columns('a', 'loss'), columns('b', 'foo'), columns('c', 'bar')];
    for (const runs of [
      [known, not],
      [not, known],
    ]) {
      const text = `${['Step', ...runs.flat()].join(',')}\n0,1,1,1,1,1,1\n`;
      expect(runsOf(text).map(({ name }) => name)).toEqual(['a']);
    }
    const text = `${['Step', ...not, ...neither].join(',')}\n0,1,1,1,1,1,1\n`;
    expect(refusalOf(text)).toMatchObject({ fault: 'no-metric' });
  });

  it('takes neither the least nor the greatest of a rate for the rate', () => {
    const ends = ['a - lr__MIN', 'a - lr__MAX'];
    const given = 'Step, lr__MIN, lr__MAX';
    expect(refusalOf(`Step,${ends.join(',')}\n0,1,2\n`)).toMatchObject({
      ...{ fault: 'no-metric', given },
    });
    expect(refusalOf('step,lr__MIN,lr__MAX\n0,1,2\n')).toMatchObject({ fault: 'no-metric' });
    const [run] = runsOf(
      `Step,a - loss,a - loss__MIN,a - loss__MAX,${ends.join(',')}\n0,3,3,3,1,2\n`,
    );
    expect(Object.keys(valuesOf(run!))).toEqual(['train/loss']);
    expect(run!.log!.left).toEqual(['loss__MIN', 'loss__MAX', 'lr__MIN', 'lr__MAX']);
  });

  it('is of one run where nothing stands beside a column as its least and greatest', () => {
    const runs = runsOf('step,train - loss,val - loss\n0,2,3\n');
    expect(runs).toHaveLength(1);
    expect(Object.keys(valuesOf(runs[0]!))).toEqual(['train/loss', 'eval/test_loss']);
  });

  it('is refused as a whole, with line and column', () => {
    const column = 'b - wide - loss';
    expect(refusalOf(chart.replace('"3"', '"three"'))).toMatchObject({
      ...{ fault: 'bad-number', line: '3', column, given: "'three'" },
    });
    expect(refusalOf(chart.replace('"20"', '"10"'))).toMatchObject({
      ...{ fault: 'bad-step', line: '4', column },
    });
    expect(refusalOf(chart.replaceAll('- loss', '- reward'))).toMatchObject({ fault: 'no-metric' });
    expect(refusalOf(chart.split('\n')[0]!)).toEqual({ fault: 'no-values' });
    const wide = Array.from(
      { length: 334 },
      (_, i) => `${i} - loss,${i} - loss__MIN,${i} - loss__MAX`,
    );
    expect(refusalOf(`Step,${wide.join(',')}\n`)).toMatchObject({
      ...{ fault: 'too-many', field: 'columns', given: '1003' },
    });
  });
});

it('what Downhill has written comes back to the bit', () => {
  const values = [0.1, -0, NaN, Infinity, -Infinity, 5e-324, 1.7976931348623157e308, 1 / 3];
  const chunks: MetricChunk[] = metricNames.map((metric, i) => ({
    metric,
    first: i % 3,
    stride: 1 + (i % 2),
    values: Float64Array.from(
      metric.endsWith('accuracy') ? values.map((v) => (v >= 0 && v <= 1 ? v : NaN)) : values,
    ),
  }));
  const text = toCsv(chunks);
  const run = only(text);
  expect(toCsv(run.chunks)).toBe(text);
  expect(run.chunks).toHaveLength(metricNames.length);
  for (const [i, chunk] of run.chunks.entries()) {
    expect(chunk).toMatchObject({ metric: metricNames[i], first: i % 3 });
    expect([...chunk.values].every((value, j) => Object.is(value, chunks[i]!.values[j]))).toBe(
      true,
    );
  }
});

describe('refusals say where', () => {
  const cases: readonly [text: string, details: Readonly<Record<string, string>>][] = [
    ['', { fault: 'empty' }],
    ['step,loss\n', { fault: 'no-values' }],
    ['step,loss\n0,\n', { fault: 'no-values' }],
    ['0,1.5\n1,0.5\n', { fault: 'no-header', line: '1' }],
    ['step,reward\n0,1\n', { fault: 'no-metric', given: 'step, reward' }],
    [
      'step,loss\n0,1\n0,2\n',
      { fault: 'bad-step', line: '3', column: 'loss', given: '0', allowed: '1' },
    ],
    ['step,loss\n1.5,1\n', { fault: 'bad-step', line: '2', column: 'step', given: '1.5' }],
    ['step,loss\n-1,1\n', { fault: 'bad-step', line: '2', column: 'step', given: '-1' }],
    ['step,loss\n,1\n', { fault: 'bad-step', line: '2', column: 'step' }],
    ['step,loss\n2e9,1\n', { fault: 'bad-step', given: '2000000000' }],
    [
      'step,loss\n0,1\n# x\n\n1,one\n',
      { fault: 'bad-number', line: '5', column: 'loss', given: "'one'" },
    ],
    ['step,loss,lr\n0,1,2\n1,0.3', { fault: 'bad-table', line: '3', given: '2', allowed: '3' }],
    ['step,loss\n0,1,2\n', { fault: 'bad-table', line: '2', given: '3', allowed: '2' }],
    ['step,loss\n0,"1\n', { fault: 'bad-quotes', line: '2' }],
    ['step;loss\n0;1,5\n1;1.5\n', { fault: 'bad-number', line: '3', given: "'1.5'" }],
    ['step,loss\n0,0x10\n', { fault: 'bad-number', line: '2' }],
  ];
  it.each(cases)('%j', (text, details) => {
    expect(refusalOf(text)).toMatchObject(details);
  });
});
