import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { objectiveIds, objectives } from '../../../core/objectives/index.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import type { ParamSpecs } from '../../../core/params.ts';
import { runSchedules } from '../../../core/schedules/index.ts';
import { gradientStreamIds, gradientStreams } from '../../../core/streams/index.ts';
import { linkedTex, linksOf, RATE_LINK } from '../../../renderer/src/lib/linked-tex.ts';

const d = { id: 'd', symbol: 'd' };
const beta = { id: 'b', symbol: '\\beta_1' };
const lit = (id: string, tex: string): string => `{\\htmlClass{symbol symbol-${id}}{${tex}}}`;

test('a symbol is marked where it stands for itself, not inside a command', () => {
  expect(linkedTex('\\dfrac{\\eta_0}{1 + d\\,t}', [d])).toBe(
    `\\dfrac{\\eta_0}{1 + ${lit('d', 'd')}\\,t}`,
  );
  expect(linkedTex('\\beta_1^t\\,m', [beta])).toBe(`${lit('b', '\\beta_1')}^t\\,m`);
});

test('an index is no setting, nor is a symbol with another index, nor a word', () => {
  for (const tex of [
    'x_d',
    'x_{a d}',
    'd_2',
    '\\text{d and d}',
    '\\operatorname{d} x',
    '\\mathcal d',
  ]) {
    expect(linkedTex(tex, [d])).toBe(tex);
  }
});

test('the longer symbol comes first', () => {
  const plain = { id: 'plain', symbol: '\\beta' };
  expect(linkedTex('\\beta_1 \\beta', [plain, beta])).toBe(
    `${lit('b', '\\beta_1')} ${lit('plain', '\\beta')}`,
  );
});

interface Shown {
  readonly formula: readonly string[];
  readonly params: ParamSpecs;
}

const members: readonly (readonly [string, Shown])[] = [
  ...objectiveIds.map((id) => [id, objectives[id]] as const),
  ...gradientStreamIds.map((id) => [id, gradientStreams[id]] as const),
  ...optimizerIds.map((id) => [id, optimizers[id]] as const),
  ...Object.entries(runSchedules),
];

describe.each(members)('%s', (_id, { formula, params }) => {
  test('its formula can be set with its links, and looks the same', () => {
    const links = [RATE_LINK, ...linksOf('x', params)];
    for (const line of formula) {
      const set = (tex: string): string =>
        katex.renderToString(tex, {
          output: 'mathml',
          throwOnError: true,
          strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
          trust: true,
        });
      const words = (html: string): string =>
        html.replace(/<annotation.*<\/annotation>|<[^>]*>/gs, '');
      expect(words(set(linkedTex(line, links)))).toBe(words(set(line)));
    }
  });
});

test('most constants of schedules are found in their formulas', () => {
  const all = Object.values(runSchedules).flatMap(({ formula, params }) =>
    linksOf('x', params).map((link) => linkedTex(formula.join(' '), [link]).includes('symbol-x')),
  );
  expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.5);
});
