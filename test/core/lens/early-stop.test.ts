import { describe, expect, test } from 'vitest';
import { LensError } from '../../../core/lens/errors.ts';
import { readCode } from '../../../core/lens/read-code.ts';
import type { LensSettings } from '../../../core/lens/reading.ts';

const settings: LensSettings = { lr: 0.1, decay: 0.1, epochs: 6, stepsPerEpoch: 4 };

/** Lines of code, each with its indent. */
const code = (...lines: readonly string[]): string => lines.join('\n');

/** The code with the line, without it, and whether both yield the same rates in the same unit. */
function same(lines: readonly string[]): readonly number[] {
  const without = lines.filter((line) => !/break/.test(line));
  const [read, plain] = [lines, without].map((one) => readCode(code(...one), settings));
  if (read?.kind !== 'clock' || plain?.kind !== 'clock') throw new Error('reads a metric');
  expect(read).toEqual(plain);
  return read.rates;
}

function refused(lines: readonly string[]): void {
  const text = code(...lines);
  try {
    readCode(text, settings);
  } catch (error) {
    expect(error).toBeInstanceOf(LensError);
    const { code: fault, at } = error as LensError;
    expect({ fault, there: text.slice(at, at + 5) }).toEqual({
      fault: 'unknown-statement',
      there: 'break',
    });
    return;
  }
  throw new Error(`read: ${text}`);
}

const made = [
  'optimizer = torch.optim.SGD(model.parameters(), lr=0.5)',
  'scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)',
];

describe('a break that waits for a metric leaves every rate before it as it was', () => {
  test('in the one loop of a training, wherever in it', () => {
    const rates = [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625];
    const loop = [...made, 'for epoch in range(6):', '  train()'];
    expect(same([...loop, '  scheduler.step()', '  if val_loss > best: break'])).toEqual(rates);
    expect(same([...loop, '  if patience_counter >= limit: break', '  scheduler.step()'])).toEqual(
      rates,
    );
    expect(same([...loop, '  scheduler.step()', '  if stopper.early_stop: break'])).toEqual(rates);
  });

  test('under several conditions, one of which is for the metric, and in an else', () => {
    const loop = [...made, 'for epoch in range(6):', '  train()', '  scheduler.step()'];
    same([...loop, '  if epoch > 2:', '    wait = wait', '    if loss < goal: break']);
    const early = ['  if loss < best:', '    best = loss', '  else:', '    w = 1', '    break'];
    expect(readCode(code(...loop, ...early), settings)).toMatchObject({
      kind: 'clock',
      unit: 'epoch',
    });
  });

  test('whose counter counts only while the metric is no better, and its patience is a number', () => {
    same([
      ...made,
      'patience = 2',
      "best = float('inf')",
      'wait = 0',
      'for epoch in range(6):',
      '  val_loss = total / n',
      '  scheduler.step()',
      '  if val_loss < best:',
      '    best = val_loss',
      '    wait = 0',
      '  else:',
      '    wait += 1',
      '  if epoch > 2 and wait >= patience: break',
    ]);
  });

  test('in a loop over batches of which the number tells in no rate', () => {
    const loop = [
      ...made,
      'for epoch in range(6):',
      '  for x, y in loader:',
      '    loss = criterion(model(x), y)',
      '    if torch.isnan(loss): break',
      '    loss.backward()',
      '    optimizer.step()',
      '  scheduler.step()',
    ];
    expect(same(loop)[1]).toBe(0.25);
  });

  test('in a loop that sets the rate by hand', () => {
    const rates = same([
      'for epoch in range(4):',
      '  lr = lr0 / (1 + k * epoch)',
      '  if val_loss > best: break',
    ]);
    expect(rates.map((rate) => rate.toFixed(4))).toEqual(['0.1000', '0.0909', '0.0833', '0.0769']);
  });
});

describe('any other break is refused where it stands', () => {
  test.each([
    ['unconditional', ['for epoch in range(6):', '  train()', '  scheduler.step()', '  break']],
    ['for the clock', ['for epoch in range(6):', '  scheduler.step()', '  if epoch > 3: break']],
    [
      'over batches that step the scheduler',
      [
        'for epoch in range(6):',
        '  for x in loader:',
        '    scheduler.step()',
        '    if loss < 1: break',
      ],
    ],
    [
      'over batches that are counted',
      [
        'for epoch in range(6):',
        '  for x in loader:',
        '    seen += 1',
        '    if loss < 1: break',
        '  scheduler.step()',
      ],
    ],
    [
      'before another loop, which begins at another rate',
      [
        'for epoch in range(3):',
        '  scheduler.step()',
        '  if loss < 1: break',
        'for epoch in range(3):',
        '  scheduler.step()',
      ],
    ],
    [
      'in a function that another loop may call',
      [
        'def one():',
        '  for x in loader:',
        '    scheduler.step()',
        '    if loss < 1: break',
        'for epoch in range(3): one()',
      ],
    ],
    [
      'for a metric or the clock',
      ['for epoch in range(6):', '  scheduler.step()', '  if loss < 1 or epoch > 2: break'],
    ],
    [
      'unless a metric and the clock',
      ['for epoch in range(6):', '  scheduler.step()', '  if not (loss > 1 and epoch < 2): break'],
    ],
    [
      'for the clock, in the name of patience',
      [
        'patience = 2',
        'for epoch in range(6):',
        '  scheduler.step()',
        '  if epoch >= patience: break',
      ],
    ],
    [
      'for a count of all rounds, in the name of waiting',
      [
        'wait = 0',
        'for epoch in range(6):',
        '  scheduler.step()',
        '  wait += 1',
        '  if wait > 2: break',
      ],
    ],
    [
      'over batches that step what is called after the optimizer',
      [
        'optim_lr = scheduler',
        'for epoch in range(6):',
        '  for x in loader:',
        '    optim_lr.step()',
        '    if loss < 1: break',
      ],
    ],
    [
      'over batches that step the scheduler in a function',
      [
        'def one(x):',
        '  optimizer.step()',
        '  scheduler.step()',
        'for epoch in range(6):',
        '  for x in loader:',
        '    one(x)',
        '    if loss < 1: break',
      ],
    ],
    ['in no loop', ['if loss < 1: break', 'scheduler.step()']],
  ])('%s', (_what, lines) => refused([...made, ...lines]));

  test('whose condition the numbers of the code decide', () => {
    refused([
      'wait = 0',
      'for epoch in range(6):',
      '  lr = lr0 / (1 + k * epoch)',
      '  wait += 1',
      '  if wait > 2: break',
    ]);
  });
});
