import { beforeEach, describe, expect, test } from 'vitest';
import { gapWords, scoreWords } from '../../../renderer/src/i18n/drawn-words.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import type { DrawingFrame, DrawnCurve } from '../../../renderer/src/lib/drawn-curve.ts';
import { scoreDrawing } from '../../../renderer/src/lib/drawn-score.ts';

const place = (step: number): number => step;
const log: DrawingFrame = { steps: [0, 10], range: [2 ** -10, 1], scale: 'log', place };
const linear: DrawingFrame = { steps: [0, 10], range: [0, 10], scale: 'linear', place };
const halving = (step: number): number => 2 ** -step;
const level: DrawnCurve = [
  [0, 1],
  [10, 1],
];

function said(curve: DrawnCurve, came: (step: number) => number, frame: DrawingFrame): string {
  return scoreWords(scoreDrawing(curve, came, frame)!, frame.scale);
}

beforeEach(() => setLocale('en'));

describe('on a logarithmic axis', () => {
  test('it is said how far the curve was near, how far it is off, and what shapes there are', () => {
    expect(said(level, halving, log)).toBe(
      'Up to step 1 you were within a factor of 2. On average you are off by a factor of 32. ' +
        'The largest gap is at step 10: you drew 1.0, it was 9.8×10⁻⁴. ' +
        'You had the shape: a straight line on these axes.',
    );
    setLocale('zh-CN');
    expect(said(level, halving, log)).toBe(
      '到第 1 步为止，你画的线和结果相差不到 2 倍。平均相差 32 倍。' +
        '差得最多的是第 10 步：你画的是 1.0，结果是 9.8×10⁻⁴。' +
        '形状你画对了：在这样的坐标上是一条直线。',
    );
  });

  test('a gap to what lies beyond the axis is at least so large', () => {
    const gone = scoreDrawing(level, (step) => (step < 5 ? 1 : 0), log)!;
    expect(gapWords(gone.largest, 'log')).toBe('factor ≥ 1\u202f000 at step 5');
    expect(gapWords(scoreDrawing(level, halving, log)!.largest, 'log')).toBe(
      'factor 1\u202f000 at step 10',
    );
  });
});

describe('on a linear axis', () => {
  test('nearly everywhere is not everywhere', () => {
    const dented = (step: number): number => (step === 5 ? 1 : 10 - step);
    const falling: DrawnCurve = [
      [0, 10],
      [10, 0],
    ];
    expect(said(falling, dented, linear)).toContain('within 1 nearly everywhere');
    expect(said(falling, (step) => 10.5 - step, linear)).toContain('within 1 everywhere');
    expect(gapWords(scoreDrawing(falling, dented, linear)!.largest, 'linear')).toBe(
      '4.0 at step 5',
    );
  });

  test('where one bends and the other does not, both are said, and what part was drawn', () => {
    const part: DrawnCurve = [
      [0, 10],
      [2, 1],
      [8, 0],
    ];
    expect(said(part, (step) => 10 - step, linear)).toMatch(
      /Yours is steep first and bends around step 2; what came is a straight line\. Compared are steps 0 to 8, where you drew\.$/,
    );
  });

  test('what was drawn as it came has no gap', () => {
    expect(said(level, () => 1, linear)).toBe(
      'It came out as you drew it. You had the shape: a straight line on these axes.',
    );
  });
});
