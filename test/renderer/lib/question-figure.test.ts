import { expect, it } from 'vitest';
import { figureBox } from '../../../renderer/src/lib/preset-figure.ts';
import { questionFigure, questions } from '../../../renderer/src/lib/question-figure.ts';

const placesOf = (points: string): readonly (readonly [number, number])[] =>
  points.split(' ').map((point) => point.split(',').map(Number) as [number, number]);

it.each(questions)('%s: every line and dot lies in the box, from left to right', (question) => {
  const { lines, dots } = questionFigure(question);
  expect(lines.length).toBeGreaterThan(0);
  for (const { points } of lines) {
    const places = placesOf(points);
    expect(places.length).toBeGreaterThan(8);
    for (const [i, [x, y]] of places.entries()) {
      expect(x).toBeGreaterThan(i === 0 ? 0 : places[i - 1]![0]);
      expect(x).toBeLessThan(figureBox.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(figureBox.height);
    }
  }
  for (const [x, y] of dots) {
    expect(x > 0 && x < figureBox.width && y > 0 && y < figureBox.height).toBe(true);
  }
});

it('a constant rate stalls above the one that decays', () => {
  const [constant, decaying] = questionFigure('stall').lines.map(({ points }) => placesOf(points));
  const half = constant!.slice(constant!.length / 2).map(([, y]) => y);
  expect(Math.max(...half) - Math.min(...half)).toBeLessThan(1);
  expect(decaying!.at(-1)![1]).toBeGreaterThan(constant!.at(-1)![1] + 10);
});

it('the decay that feeds on itself is the one that stays highest, and has the word', () => {
  const { lines, word } = questionFigure('decay');
  const ends = lines.map(({ points }) => placesOf(points).at(-1)!);
  expect(Math.min(...ends.map(([, y]) => y))).toBe(ends[2]![1]);
  expect([word!.x, word!.y]).toEqual(ends[2]);
});

it('the loss falls towards the best rate and rises before the limit', () => {
  const { lines, wall } = questionFigure('rate');
  const places = placesOf(lines[0]!.points);
  const lowest = places.reduce((low, place) => (place[1] > low[1] ? place : low));
  expect(lowest[0]).toBeLessThan(wall!);
  expect(places.at(-1)![0]).toBeLessThanOrEqual(wall! + 0.1);
  expect(places.at(-1)![1]).toBeLessThan(lowest[1]);
});
