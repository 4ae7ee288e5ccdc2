import { beforeEach, expect, test } from 'vitest';
import type { ModelView } from '../../../core/model-views/model-view.ts';
import type { WeightImages } from '../../../core/model-views/weight-images.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import { modelSentence, modelTitle, rightOf } from '../../../renderer/src/i18n/model-words.ts';

beforeEach(() => setLocale('en'));

const digits: WeightImages = {
  kind: 'weight-images',
  of: 'unit',
  rows: 2,
  columns: 2,
  weights: Float32Array.of(-0.5, 0, 0, 0.25, 1, 0, 0, 0),
  units: 2,
  tested: 360,
  misclassified: 12,
  examples: [],
};

test('the title says what is seen and when', () => {
  const at = (view: ModelView, step: number): string => {
    const { title, what } = modelTitle({ view, step });
    return `${title}: ${what}`;
  };
  expect(at(digits, 7)).toBe('First layer: what each of 2 units looks for, step 7');
  expect(at({ ...digits, units: 90 }, 7)).toBe('First layer: what 2 of 90 units look for, step 7');
  expect(at({ ...digits, of: 'class' }, 0)).toBe(
    'Weights: what each class looks for, as it starts',
  );
  setLocale('zh-CN');
  expect(at({ ...digits, of: 'class' }, 7)).toBe('权重: 每个类别在找什么，第 7 步');
});

test('the sentence has the numbers of the picture', () => {
  expect(modelSentence({ view: digits, step: 7 }, 'constant')).toBe(
    'constant at step 7: weights of the first layer between −0.500 and 1.00; 12 of 360 test images misclassified',
  );
  const view: ModelView = {
    kind: 'predicted-actual',
    range: [0, 1],
    train: { x: Float32Array.of(1, 2), y: Float32Array.of(2, 5), of: 2 },
    test: { x: Float32Array.of(), y: Float32Array.of(), of: 0 },
  };
  expect(modelSentence({ view, step: 7 }, 'constant')).toBe(
    'constant at step 7: predictions for 2 training samples, off by 2.00 on average',
  );
});

test('what is right lies on the diagonal', () => {
  expect(rightOf(Uint32Array.of(5, 1, 2, 6), 2)).toEqual({ right: '11', of: '14' });
});
