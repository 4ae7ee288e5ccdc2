import { expect, test } from 'vitest';
import { sharedStart } from '../../../renderer/src/lib/shared-start.ts';

test.each([
  [['η₀ = 0.01', 'η₀ = 0.019'], 'η₀ = '],
  [['cosine, η₀ = 0.1', 'cosine, η₀ = 0.2'], 'cosine, η₀ = '],
  [['cosine, η₀ = 0.1', 'cosine, D = 20'], 'cosine, '],
  [['余弦，η₀ = 0.1', '余弦，第 30 步分叉'], '余弦，'],
  [['constant', 'cosine'], ''],
  [['η₀ = 0.1', 'constant'], ''],
  [['η₀ = 0.1'], ''],
  [[], ''],
])('%j begin with “%s”', (names, start) => expect(sharedStart(names)).toBe(start));
