import katex from 'katex';
import { expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import { explainStep, firstSeedAt } from '../../../core/training/explain-step.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { tonesOf, workedTex } from '../../../renderer/src/lib/worked-tex.ts';
import { bowl } from '../../support/experiments.ts';

const settings = new Set(['beta', 't']);

test('a line shows its rule and its numbers, each symbol in its colour', () => {
  const line = {
    name: 'm',
    symbol: 'm_t',
    formula: 'beta*m + (1 - beta)*g',
    value: -0.0593,
    uses: {
      beta: { symbol: '\\beta_1', value: 0.9 },
      m: { symbol: 'm_{t-1}', value: -0.0709 },
      g: { symbol: 'g_t', value: 0.0446 },
    },
  };
  expect(workedTex(line, { m: 'a', g: 'b' }, settings)).toEqual({
    rule: '\\htmlClass{a}{m_t} = \\beta_1 \\htmlClass{a}{m_{t-1}} + \\left(1 - \\beta_1\\right) \\htmlClass{b}{g_t}',
    numbers:
      '= 0.9 \\left(\\htmlClass{a}{-0.0709}\\right) + \\left(1 - 0.9\\right) \\cdot \\htmlClass{b}{0.0446} = \\htmlClass{a}{\\mathbf{-0.0593}}',
  });
});

test('an index that follows from whole numbers is one', () => {
  const uses = { t: { symbol: 't', value: 13 }, n: { symbol: 'n', value: 2 } };
  const line = { name: 'k', symbol: 'k', formula: 't - n*floor(t/n)', value: 1, uses };
  const { numbers } = workedTex(line, {}, new Set(['t', 'n', 'k']));
  expect(numbers).toMatch(/^= 13 - 2 .* = \\mathbf\{1\}$/);
});

test('what is added to itself is an assignment, and a mere number is said once', () => {
  const g = { symbol: 'g_t', value: 1 };
  const line = { name: 'g', symbol: 'g_t', formula: 'g + 1', value: 2, uses: { g } };
  expect(workedTex(line, {}, settings)).toEqual({
    rule: 'g_t \\leftarrow g_t + 1',
    numbers: '= 1.00 + 1 = \\mathbf{2.00}',
  });
  expect(workedTex({ ...line, name: 'p', symbol: 'p', formula: 'g' }, {}, settings).numbers).toBe(
    '= \\mathbf{2.00}',
  );
});

test.each(optimizerIds)('every line of %s can be set, in every dialect', (id) => {
  const { dialect } = optimizers[id].params as Record<string, { options?: { id: string }[] }>;
  for (const { id: variant } of dialect?.options ?? [{ id: '' }]) {
    for (const step of [0, 9]) {
      const params = variant === '' ? {} : { dialect: variant };
      const config = parseExperimentConfig({ ...bowl(), lr: 0.01, optimizer: { id, params } });
      const told = explained(config, step);
      for (const line of told.lines) {
        const { rule, numbers } = workedTex(line, tonesOf(told), settings);
        for (const tex of [rule, numbers]) {
          const set = (): string =>
            katex.renderToString(tex, {
              strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
              throwOnError: true,
              trust: true,
            });
          expect(set).not.toThrow();
        }
      }
    }
  }
});

function explained(config: ExperimentConfig, step: number) {
  const trainer = createTrainer(config);
  trainer.advance(step, null);
  const told = explainStep(config, {}, firstSeedAt(trainer.checkpoint()), 0);
  if (told.kind !== 'update') throw new Error('ended');
  return told.update;
}
