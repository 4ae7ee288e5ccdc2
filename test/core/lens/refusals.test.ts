import { describe, expect, test } from 'vitest';
import { LensError } from '../../../core/lens/errors.ts';
import { MOST_CHARACTERS } from '../../../core/lens/parse.ts';
import { readCode } from '../../../core/lens/read-code.ts';
import type { LensSettings } from '../../../core/lens/reading.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { lensSnippets } from '../../../renderer/src/lib/lens-snippets.ts';

const settings: LensSettings = { lr: 0.1, decay: 0.1, epochs: 6, stepsPerEpoch: 4 };

function refusal(code: string): LensError {
  try {
    readCode(code, settings);
  } catch (error) {
    if (error instanceof LensError) return error;
    throw error;
  }
  throw new Error(`read: ${code}`);
}

test('functions that each call two others are not followed for ever', () => {
  const defs = Array.from({ length: 30 }, (_, i) => `def f${i}():\n  f${i + 1}()\n  f${i + 1}()`);
  const code = [
    's = ExponentialLR(opt, gamma=0.5)',
    ...defs,
    'def f30():\n  opt.step()',
    'for epoch in range(9):\n  f0()\n  s.step()',
  ].join('\n');
  expect(code.length).toBeLessThan(MOST_CHARACTERS);
  expect(refusal(code).code).toBe('too-much-work');
});

test.each([
  ['of a metric', 'if loss < best:'],
  ['of the clock, which is not followed', 'if epoch > 3:'],
  ['of a number that changes', 'if n > 3:'],
  ['of a rate that changes', 'if lr > 0.01:'],
  ['that is never met', 'if False:'],
])('step() under a condition %s is not taken for one in every round', (_what, condition) => {
  const head =
    's = ExponentialLR(opt, gamma=0.5)\nn = 0\nfor epoch in range(9):\n  n += 1\n  opt.step()\n';
  const code = `${head}  ${condition}\n    s.step()\n`;
  const { code: why, at } = refusal(code);
  expect(why).toBe('unknown-condition');
  expect(code.slice(0, at).split('\n')).toHaveLength(6);
  // Also through a function.
  const called = `def after():\n  s.step()\n${head}  ${condition}\n    after()\n`;
  expect(refusal(called).code).toBe('unknown-condition');
});

describe('refusals name the place and what stands there', () => {
  test.each([
    ['', 'empty', 0, ''],
    ['# only words\n', 'empty', 0, ''],
    ['hello world', 'unexpected', 6, 'world'],
    ['lr = 1\nlr = lr / (1 + k * epoch', 'unclosed', 17, '('],
    ['lr = lr $ 2', 'unknown-character', 8, '$'],
    ['lr = lr /', 'unexpected', 9, ''],
    ['if epoch:\nlr = lr / 2', 'bad-indent', 10, ''],
    ['lr = 1\n  lr = 2', 'bad-indent', 7, ''],
    ['class A:\n  pass', 'unknown-statement', 0, 'class'],
    ['while True:\n  lr = lr / 2', 'unknown-statement', 0, 'while'],
    [
      'for epoch in range(9):\n  if epoch > 3:\n    break\n  lr = lr / 2',
      'unknown-statement',
      43,
      'break',
    ],
    [
      'for epoch in range(9):\n  if epoch < 3: continue\n  lr = lr / 2',
      'unknown-statement',
      39,
      'continue',
    ],
    ['for epoch in range(9):\n  lr = lr / 2; break', 'unknown-statement', 38, 'break'],
    ['x = 3', 'no-rate', 0, ''],
    ['lr = lr0 * warm(epoch)', 'unknown-name', 11, 'warm()'],
    ['lr = lr / (0 * epoch)', 'no-number', 0, 'Infinity'],
    ['lr = lr - 1', 'no-number', 0, '-0.9'],
    ['lr = lr / 2 constructor 3', 'unexpected', 12, 'constructor'],
    ['lr = lr0 * math.toString + epoch', 'unknown-name', 11, 'toString'],
    ['lr = lr0 * x.sqrt() + epoch', 'unknown-name', 11, 'sqrt()'],
    ['def f(e):\n  global lr\n  lr = lr / 2\nf(epoch)', 'unexpected', 19, 'lr'],
    ['s = CosineAnnealingLR(opt, T_max=9)', 'unknown-call', 4, 'CosineAnnealingLR'],
    ['s = SequentialLR(opt, [LambdaLR(opt, f)])', 'unknown-call', 4, 'SequentialLR'],
    ['s = LambdaLR(opt, lambda e: opt.x)', 'unknown-name', 28, 'x'],
  ])('%j', (code, expected, at, given) => {
    expect(refusal(code)).toMatchObject({ code: expected, at, given });
  });

  test('length, parts, depth and work have limits', () => {
    expect(refusal('a'.repeat(MOST_CHARACTERS + 1)).code).toBe('too-long');
    expect(refusal(`lr = ${'1+'.repeat(1500)}1`).code).toBe('too-many-parts');
    expect(refusal(`lr = ${'('.repeat(60)}`).code).toBe('too-deep');
    expect(refusal(`lr = ${'*'.repeat(2001)}`).code).toBe('too-deep');
    expect(refusal(`lr = ${'-'.repeat(60)}1`).code).toBe('too-deep');
    const idle = 'for epoch in range(10**12):\n  for i in range(0):\n    lr = lr / 2\n';
    expect(refusal(idle).code).toBe('too-much-work');
    const twice = 'def f(t):\n  return f(t) + f(t)\nlr = f(epoch)';
    expect(refusal(twice).code).toBe('too-deep');
    const long = { ...settings, epochs: 1e6 };
    expect(() => readCode('lr = lr / 2', long)).toThrow(LensError);
  });

  test('names of the language of the lens itself mean nothing in code', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'eval']) {
      expect(refusal(`lr = lr0 * ${name}(epoch)`).code).toBe('unknown-name');
      expect(refusal(`s = ${name}LR(opt)\nx = ${name}`).code).not.toBe('unknown-statement');
      expect(refusal(`lr = ${name} + epoch`).code).toBe('unknown-name');
    }
  });
});

describe('whatever is typed is read or refused', () => {
  const sources = Object.values(lensSnippets);
  const words =
    'lr k epoch = / * ( ) [ ] { } : , . + - ** // 1 0 1e9 for in range if else def return lambda \n \n\u0020\u0020 " \' # @ η 步 \\ LambdaLR while -> == \t'.split(
      ' ',
    );

  test('spoilt examples', () => {
    const random = mulberry32(6);
    const pick = (n: number): number => Math.floor(random.uniform() * n);
    let read = 0;
    for (let round = 0; round < 3000; round++) {
      let code: string = sources[pick(sources.length)]!;
      for (let i = 0; i <= pick(4); i++) {
        const at = pick(code.length);
        code = code.slice(0, at) + words[pick(words.length)]! + code.slice(at + pick(3));
      }
      try {
        const reading = readCode(code, settings);
        read++;
        if (reading.kind === 'clock') expect(reading.rates.every(Number.isFinite)).toBe(true);
      } catch (error) {
        expect(error, JSON.stringify(code)).toBeInstanceOf(LensError);
        expect((error as LensError).at).toBeLessThanOrEqual(code.length);
      }
    }
    expect(read).toBeGreaterThan(300);
  });

  test('words in any order', () => {
    const random = mulberry32(7);
    for (let round = 0; round < 3000; round++) {
      const code = Array.from(
        { length: Math.floor(random.uniform() * 40) },
        () => words[Math.floor(random.uniform() * words.length)]!,
      ).join(' ');
      try {
        readCode(code, settings);
      } catch (error) {
        expect(error, JSON.stringify(code)).toBeInstanceOf(LensError);
      }
    }
  });
});
