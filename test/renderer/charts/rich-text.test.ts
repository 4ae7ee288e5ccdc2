import { expect, test } from 'vitest';
import { measureRich, piecesOf, shorten } from '../../../renderer/src/charts/rich-text.ts';

/** A canvas on which every character is as wide as its font is high. */
function squareType(): CanvasRenderingContext2D {
  const canvas = {
    font: '',
    measureText(text: string) {
      return { width: [...text].length * Number(/([\d.]+)px/.exec(this.font)![1]) };
    },
  };
  return canvas as unknown as CanvasRenderingContext2D;
}
const font = { size: 10, weight: 400, family: 'x' } as const;

test('tells raised characters from the others', () => {
  expect(piecesOf('4.4×10⁻²⁷ nats')).toEqual([
    { text: '4.4×10', raised: false },
    { text: '−27', raised: true },
    { text: ' nats', raised: false },
  ]);
  expect(piecesOf('')).toEqual([]);
});

test('puts air between Chinese and Latin, and nowhere else', () => {
  const [piece] = piecesOf('第3步，η不变');
  expect(piece!.text.replaceAll('\u200a\u200a', '|')).toBe('第|3|步，η|不变');
  expect(piecesOf('step 3')[0]!.text).toBe('step 3');
  expect(piecesOf('步 t')[0]!.text).toBe('步 t');
});

test('measures raised characters at their smaller size', () => {
  expect(measureRich(squareType(), '10', font)).toBe(20);
  expect(measureRich(squareType(), '10²', font)).toBeCloseTo(27.4, 10);
});

test('shortens with an ellipsis what does not fit, and only that', () => {
  expect(shorten(squareType(), 'inverse', font, 70)).toBe('inverse');
  expect(shorten(squareType(), 'inverse time', font, 70)).toBe('invers…');
  const name = '一个名字非常非常长的实验';
  expect(
    measureRich(squareType(), shorten(squareType(), name, font, 55), font),
  ).toBeLessThanOrEqual(55);
});
