import { expect, test, vi } from 'vitest';
import type { WeightImages } from '../../../../core/model-views/weight-images.ts';
import { drawWeightImages } from '../../../../renderer/src/charts/model/draw-weight-images.ts';
import type { ChartTheme } from '../../../../renderer/src/charts/theme.ts';

// Colours are mixed by a canvas of the page.
vi.mock('../../../../renderer/src/charts/model/mixes.ts', () => ({ signColor: () => 'colour' }));

const theme = { ink2: 'ink 2', font: 'serif' } as ChartTheme;
const words = { weight: 'weight', misclassified: '', howMany: '', taken: '' };

test.each([
  ['class', 10, 94],
  ['class', 10, 170],
  ['unit', 32, 94],
] as const)('weights of a %s, %i images, stay in a cell of %ipx', (of, count, side) => {
  const view = {
    of,
    weights: new Float32Array(64 * count),
    rows: 8,
    columns: 8,
  } as unknown as WeightImages;
  let pixels = 0;
  let [right, foot] = [0, 0];
  const drawing = {
    measureText: (text: string) => ({ width: text.length * 7 }),
    fillRect(x: number, y: number, width: number, height: number) {
      pixels++;
      right = Math.max(right, x + width);
      foot = Math.max(foot, y + height);
    },
  };
  const pen = new Proxy(drawing, {
    get: (target, key) => Reflect.get(target, key) ?? (() => undefined),
  }) as unknown as CanvasRenderingContext2D;
  drawWeightImages(view, words)(pen, { width: side, height: side, part: 'picture' }, theme);
  expect(pixels).toBe(64 * count);
  expect(right).toBeLessThanOrEqual(side);
  expect(foot).toBeLessThanOrEqual(side);
});
