import { describe, expect, test } from 'vitest';
import { readCode } from '../../../core/lens/read-code.ts';
import type { ClockReading, LensSettings } from '../../../core/lens/reading.ts';

const settings: LensSettings = { lr: 0.1, decay: 0.1, epochs: 6, stepsPerEpoch: 4 };

function clock(code: string, changes: Partial<LensSettings> = {}): ClockReading {
  const reading = readCode(code, { ...settings, ...changes });
  if (reading.kind !== 'clock') throw new Error('reads a metric');
  return reading;
}

function yields(code: string, ...rates: readonly number[]): ClockReading {
  const reading = clock(code);
  rates.forEach((rate, t) => expect(reading.rates[t], `t = ${t}`).toBeCloseTo(rate, 6));
  return reading;
}

// Worked out by hand: 0.1/(1 + 0.1 t), and 0.1/∏(1 + 0.1 j).
const closed = [0.1, 0.090909, 0.083333, 0.076923] as const;
const literal = [0.1, 0.090909, 0.075758, 0.058275, 0.041625, 0.02775] as const;

describe('assignments', () => {
  test('the famous line divides its own result', () => {
    const reading = yields('lr = lr / (1 + decay_rate * epoch)', ...literal);
    expect(reading).toMatchObject({
      unit: 'epoch',
      lr: 0.1,
      decay: 0.1,
      own: { lr: false, decay: false },
      rule: { choice: { id: 'literal-recurrence', params: { decay: 0.1 } }, shift: 0 },
    });
    expect(reading.rates).toHaveLength(6);
    yields('lr /= 1 + k*epoch', ...literal);
  });

  test('from the first rate it is the formula', () => {
    const { rule } = yields('lr = lr0 / (1 + k * epoch)', ...closed);
    expect(rule?.choice).toEqual({
      id: 'inverse-time',
      params: { decay: 0.1, decayLength: 1, staircase: false },
    });
    yields('η = η0 / (1 + k*t)', ...closed);
  });

  test('numbers of the code count, not the fields', () => {
    const code = 'lr0 = 2\nfor epoch in range(5):\n    lr = lr0 / (1 + 0.5 * epoch)\n';
    const reading = clock(code);
    expect(reading.rates).toEqual([2, 2 / 1.5, 1, 2 / 2.5, 2 / 3]);
    expect(reading).toMatchObject({ lr: 2, decay: 0.5, own: { lr: true, decay: true } });
  });

  test('epochs counted from 1 leave out the first rate', () => {
    const code = 'for epoch in range(1, epochs + 1):\n    lr = lr0 / (1 + k * epoch)\n';
    expect(yields(code, 0.090909, 0.083333).rule?.shift).toBe(1);
    const recurrence = 'for epoch in range(1, epochs + 1):\n    lr = lr / (1 + k * epoch)\n';
    expect(yields(recurrence, ...literal.slice(1)).rule?.shift).toBe(1);
  });

  test('a line behind the training acts one epoch later', () => {
    const code = 'for epoch in range(epochs):\n    train(lr)\n    lr = lr0 / (1 + k * epoch)\n';
    expect(yields(code, 0.1, 0.1, 0.090909, 0.083333).rule?.shift).toBe(-1);
  });

  test('inside the loop over batches it divides at every step', () => {
    const code =
      'for epoch in range(epochs):\n  for x, y in loader:\n    lr = lr / (1 + k * epoch)\n    w -= lr * g\n';
    const { unit, rates } = yields(code, 0.1, 0.1, 0.1, 0.1, 0.1 / 1.1, 0.1 / 1.21);
    expect(unit).toBe('step');
    expect(rates).toHaveLength(24);
  });

  test('a counter of steps makes the unit a step', () => {
    expect(clock('lr = lr0 / (1 + k*step)').unit).toBe('step');
    expect(clock('for i in range(7):\n  lr = lr * 0.9')).toMatchObject({ unit: 'step' });
  });

  test('conditions on the clock, stairs, roots and functions are worked out', () => {
    yields('if epoch > 0 and epoch % 2 == 0:\n    lr = lr / 2\n', 0.1, 0.1, 0.05, 0.05, 0.025);
    yields('lr = lr0 * 0.5 ** (epoch // 3)', 0.1, 0.1, 0.1, 0.05);
    yields('lr = lr0 / math.sqrt(1 + 3 * epoch)', 0.1, 0.05);
    yields('def rate(t):\n    """rate"""\n    return 0.1 / (1 + 0.1 * t)\n', ...closed);
    yields(
      'def f(epoch):\n  if epoch < 2:\n    return 1\n  return 0.5\nlr = lr0 * f(epoch)',
      0.1,
      0.1,
      0.05,
    );
    yields('lr = lr0 if epoch < 1 else -(-lr0) * 2 ** -1', 0.1, 0.05);
  });

  test('comparisons that follow each other hold together, and “is not” is no “is”', () => {
    yields('if 2 <= epoch < 4:\n    lr = lr / 2\n', 0.1, 0.1, 0.05, 0.025, 0.025, 0.025);
    yields('lr = lr0 if epoch is not 1 else lr0 / 2', 0.1, 0.05, 0.1);
  });

  test('what a function sets stays its own', () => {
    yields(
      'f = 4\ndef g(e):\n  f = 2\n  return f\nlr = lr0 * g(epoch) / f + 0 * epoch',
      ...[0.05, 0.05],
    );
  });

  test('a logarithm has the base it is given', () => {
    yields('lr = lr0 / (1 + math.log(1 + epoch, 2))', 0.1, 0.05);
  });

  test('wrappers leave the numbers that are counted, and enumerate may begin elsewhere', () => {
    for (const over of ['tqdm(range(1, 6), desc="x")', 'list(range(1, 6))']) {
      yields(`for epoch in ${over}:\n    lr = lr0 / (1 + k * epoch)\n`, 0.090909, 0.083333);
    }
    for (const over of ['enumerate(data, 1)', 'enumerate(data, start=1)']) {
      yields(`for epoch, d in ${over}:\n    lr = lr0 / (1 + k * epoch)\n`, 0.090909, 0.083333);
    }
    yields('for epoch, d in enumerate(data):\n    lr = lr0 / (1 + k * epoch)\n', ...closed);
  });

  test('a divisor that does not begin at one is no decay of inverse time', () => {
    const { rule, decay } = yields('lr = 1 / (10 + epoch)', 0.1, 1 / 11, 1 / 12);
    expect([rule?.choice.params, decay]).not.toEqual([expect.objectContaining({ decay: 1 }), 1]);
    expect(decay).not.toBe(1);
  });

  test('a rate inside the velocity is told from one outside', () => {
    const inside = 'lr = lr0/(1+k*epoch)\nv = m * v - lr * g\nw = w + v';
    const outside = 'lr = lr0/(1+k*epoch)\nv = m * v + g\nw = w - lr * v';
    expect(yields(inside, ...closed).insideVelocity).toBe(true);
    expect(yields(outside, ...closed).insideVelocity).toBe(false);
  });
});

describe('calls', () => {
  test('one word parts LambdaLR from MultiplicativeLR', () => {
    yields('s = LambdaLR(opt, lambda e: 1/(1+k*e))', ...closed);
    const code =
      's = torch.optim.lr_scheduler.MultiplicativeLR(opt, lr_lambda=lambda e: 1/(1+k*e))';
    expect(yields(code, ...literal).rule?.choice.id).toBe('literal-recurrence');
  });

  test('step() in the loop over batches counts steps', () => {
    const loop = (depth: string): string =>
      `opt = SGD(p, lr=0.2)\ns = LambdaLR(opt, lambda e: 1/(1+k*e))\nfor epoch in range(9):\n  for b in loader:\n    opt.step()\n${depth}s.step()\n`;
    expect(clock(loop('    '))).toMatchObject({ unit: 'step', lr: 0.2 });
    expect(clock(loop('  '))).toMatchObject({ unit: 'epoch', lr: 0.2 });
  });

  test('step() before the training leaves out the first rate', () => {
    const code =
      's = LambdaLR(opt, lambda e: 1/(1+k*e))\nfor epoch in range(9):\n  s.step()\n  train()\n';
    yields(code, ...closed.slice(1));
  });

  test('step() in a function counts what the loop counts that calls it', () => {
    const perBatch =
      'opt = SGD(p, lr=0.1)\ns = LambdaLR(opt, lambda e: 1/(1+k*e))\ndef one_batch(x):\n  opt.step()\n  s.step()\n' +
      'for epoch in range(9):\n  for b in loader:\n    one_batch(b)\n';
    expect(yields(perBatch, ...closed).unit).toBe('step');
    const perEpoch = perBatch.replace('  s.step()\n', '') + '  after()\ndef after():\n  s.step()\n';
    expect(yields(perEpoch, ...closed).unit).toBe('epoch');
    const before =
      's = LambdaLR(opt, lambda e: 1/(1+k*e))\ndef tick():\n  s.step()\nfor epoch in range(9):\n  tick()\n  train()\n';
    yields(before, ...closed.slice(1));
    // A loop of its own inside a function that is called in a loop.
    const nested =
      's = LambdaLR(opt, lambda e: 1/(1+k*e))\ndef run():\n  for x in data:\n    opt.step()\n    s.step()\nfor epoch in range(9):\n  run()\n';
    expect(clock(nested).unit).toBe('step');
    // A function nobody calls is called by what is not shown.
    const alone =
      's = LambdaLR(opt, lambda e: 1/(1+k*e))\ndef run():\n  for epoch in range(9):\n    for x in data:\n      opt.step()\n    s.step()\n';
    expect(clock(alone).unit).toBe('epoch');
  });

  test('step() under a condition that every round meets alike counts every round', () => {
    const code = (condition: string, set = ''): string =>
      `s = LambdaLR(opt, lambda e: 1/(1+k*e))\n${set}for epoch in range(9):\n  train()\n  ${condition}\n    s.step()\n`;
    for (const condition of [
      'if s:',
      'if s is not None:',
      'if not s is None:',
      'if s != None:',
      'if True:',
    ]) {
      yields(code(condition), ...closed);
    }
    yields(code('if decays:', 'decays = True\n'), ...closed);
    // Whichever way it goes, it is called.
    yields(code('if loss < 1:\n    s.step()\n  else:'), ...closed);
    yields(code('if s is None:\n    pass\n  else:'), ...closed);
  });

  /**
   * Hard numbers: `scheduler.step(argument)` run in PyTorch 1.13.0 with SGD at 0.1, and the rate of each round printed
   * as its optimizer had it.
   */
  describe('step(argument) sets the index', () => {
    const makers = {
      LambdaLR: 'LambdaLR(opt, lambda t: 1/(1 + 0.5*t))',
      MultiplicativeLR: 'MultiplicativeLR(opt, lambda t: 1/(1 + 0.5*t))',
      ExponentialLR: 'ExponentialLR(opt, 0.5)',
      StepLR: 'StepLR(opt, 2, 0.5)',
    };
    type Maker = keyof typeof makers;
    const code = (maker: Maker, lines: string): string =>
      `opt = SGD(p, lr=0.1)\ns = ${makers[maker]}\n${lines}`;
    const behind = (over: string, argument: string): string =>
      `for e in ${over}:\n  opt.step()\n  s.step(${argument})\n`;
    const inner = (argument: string): string =>
      `for e in range(9):\n  for i, b in enumerate(loader):\n    opt.step()\n    s.step(${argument})\n`;

    test.each<[string, Maker, readonly number[]]>([
      [behind('range(9)', 'e'), 'LambdaLR', [0.1, 0.1, 0.06666666666666667, 0.05, 0.04]],
      [
        behind('range(9)', 'e'),
        'MultiplicativeLR',
        [0.1, 0.1, 0.06666666666666667, 0.03333333333333333],
      ],
      [behind('range(9)', 'epoch=e'), 'ExponentialLR', [0.1, 0.1, 0.05, 0.025, 0.0125]],
      [behind('range(9)', 'e'), 'StepLR', [0.1, 0.1, 0.1, 0.05, 0.05]],
      [behind('tqdm(range(1, 9))', 'e'), 'ExponentialLR', [0.1, 0.05, 0.025, 0.0125]],
      [behind('range(9)', 'e + 1'), 'StepLR', [0.1, 0.1, 0.05, 0.05, 0.025]],
      [behind('range(9)', 'e + 2'), 'LambdaLR', [0.1, 0.05, 0.04, 0.03333333333333333]],
      [behind('range(9)', 'e + 2'), 'ExponentialLR', [0.1, 0.025, 0.0125, 0.00625]],
      [
        'for e in range(9):\n  s.step(e)\n  opt.step()\n',
        'LambdaLR',
        [0.1, 0.06666666666666667, 0.05, 0.04],
      ],
      [
        'for e in range(1, 9):\n  s.step(e)\n  opt.step()\n',
        'ExponentialLR',
        [0.05, 0.025, 0.0125],
      ],
      [inner('e'), 'LambdaLR', [0.1, 0.1, 0.1, 0.1, 0.1, 0.06666666666666667]],
      [
        inner('i'),
        'LambdaLR',
        [0.1, 0.1, 0.06666666666666667, 0.05, 0.04, 0.1, 0.06666666666666667],
      ],
    ])('%s of %s', (lines, maker, expected) => {
      yields(code(maker, lines), ...expected);
    });

    test('of a loop inside another it begins anew, and what was multiplied stays', () => {
      // As above, with the four steps of an epoch that the other tests have: 0.0133… is kept where the index is 0 again.
      const { rates } = clock(code('MultiplicativeLR', inner('i')));
      expect(rates[5]).toBe(rates[4]);
      expect(rates[6]! / rates[5]!).toBeCloseTo(2 / 3, 12);
    });

    test('the rule that comes of it is named, counted from where it begins', () => {
      const late = clock(code('ExponentialLR', behind('range(9)', 'e')));
      expect(late.rule).toMatchObject({ choice: { id: 'exponential' }, shift: -1 });
      const skipped = clock(code('ExponentialLR', behind('range(9)', 'e + 2')));
      expect(skipped.rule).toBeNull();
    });

    test.each(['loss', 'e * 2', 'e - 1', 'step', 'e + 0.5'])(
      '%s is refused with its place',
      (argument) => {
        const typed = code('LambdaLR', behind('range(9)', argument));
        expect(() => clock(typed)).toThrow(
          expect.objectContaining({ code: 'unknown-name', at: typed.indexOf(`${argument})`) }),
        );
      },
    );

    test('a counter that the code changes, or that a function is given, is refused', () => {
      const changed = code('LambdaLR', 'for e in range(9):\n  e += 1\n  opt.step()\n  s.step(e)\n');
      expect(() => clock(changed)).toThrow(/unknown-name/);
      const given = code(
        'LambdaLR',
        'def tick(e):\n  s.step(e)\nfor e in range(9):\n  opt.step()\n  tick(e + 1)\n',
      );
      expect(() => clock(given)).toThrow(/unknown-name/);
    });
  });

  test('Keras counts updates: smooth, in stairs, and with the old argument', () => {
    const call = 'InverseTimeDecay(0.1, decay_steps=steps_per_epoch, decay_rate=0.1';
    yields(`s = ${call})`, 0.1, 0.1 / 1.025, 0.1 / 1.05);
    const stairs = yields(`s = ${call}, staircase=True)`, 0.1, 0.1, 0.1, 0.1, 0.1 / 1.1);
    expect(stairs.rule?.choice.params).toMatchObject({ decayLength: 4, staircase: true });
    const old = yields('opt = SGD(lr=0.1, decay=0.1)', ...closed);
    expect(old).toMatchObject({ unit: 'step', own: { lr: true, decay: true } });
  });

  test('a call says which rule it is, though its first stair is longer than the run', () => {
    const code = 's = ExponentialDecay(0.1, decay_steps=100000, decay_rate=0.96, staircase=True)';
    expect(yields(code, 0.1, 0.1).rule?.choice).toEqual({
      id: 'exponential',
      params: { gamma: 0.96, decayLength: 100000, staircase: true },
    });
  });

  test('a Keras callback that is given the rate divides it again', () => {
    const schedule = 'def schedule(epoch, lr):\n    return lr / (1 + 0.1*epoch)\n';
    yields(`${schedule}fit(callbacks=[LearningRateScheduler(schedule)])`, ...literal);
  });

  test('plateau rules look at a metric: there is no sequence', () => {
    const read = (code: string) => readCode(code, settings);
    expect(read('s = ReduceLROnPlateau(opt)')).toEqual({
      kind: 'feedback',
      metric: 'ReduceLROnPlateau',
    });
    const rule = 'if val_loss > best:\n    lr = lr * 0.5\n';
    expect(read(rule)).toEqual({ kind: 'feedback', metric: 'val_loss' });
    expect(read('lr = lr * (1 - loss)')).toEqual({ kind: 'feedback', metric: 'loss' });
  });
});
