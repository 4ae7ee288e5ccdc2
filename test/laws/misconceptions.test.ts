/** Laws that every statement to be judged keeps: its numbers are computed, and something settles it. */
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { bareDigits } from '../../build/lessons/bare-digits.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { termIds } from '../../renderer/src/glossary/index.ts';
import { lessons } from '../../renderer/src/lessons/index.ts';
import type { Lesson } from '../../renderer/src/lessons/lesson.ts';
import { PLACEHOLDER } from '../../renderer/src/lessons/sections.ts';
import { notePieces } from '../../renderer/src/lib/note-pieces.ts';
import { statements } from '../../renderer/src/misconceptions/index.ts';
import { claimsFrom, withClaims } from '../../renderer/src/misconceptions/statement.ts';
import { expectPrinted } from '../core/curriculum/printed.ts';
import { assets } from '../support/assets.ts';

const all = Object.values<Lesson>(lessons);
/** Those are computed by the laws of lessons. */
const ofLessons = new Set(all.flatMap(({ claims }) => Object.values(claims)));
const numbers = all.map(({ number }) => number);

test('there are twenty-eight, each under an id of its own, some true and more false', () => {
  expect(new Set(statements.map(({ id }) => id)).size).toBe(28);
  const held = statements.filter(({ holds }) => holds).length;
  expect(held).toBeGreaterThan(3);
  expect(held).toBeLessThan(statements.length / 2);
});

test('a claim that a lesson does not have is refused', () => {
  expect(() => claimsFrom(7, 'frozen')).toThrow('lesson 7 has no claim frozen');
});

test('numbers stand where their names stood', () => {
  const words = withClaims('{{closedAt}}, {{frozenAt}}', claimsFrom(7, 'closedAt', 'frozenAt'));
  expect(words).toBe('0.0892, 6.38');
});

describe.each(statements.map((one) => [one.id, one] as const))('%s', (id, statement) => {
  const { says, because, claims, see } = statement;
  const texts = [says.zh, says.en, because.zh, because.en];

  test('is kept under a name that main takes', () => {
    expect(id).toMatch(/^[a-z][a-z0-9-]{0,59}$/);
  });

  test('is said in both languages, in the voice of the app', () => {
    for (const zh of [says.zh, because.zh]) expect(zh).toMatch(/\p{sc=Han}.*。$/u);
    for (const en of [says.en, because.en]) expect(en).toMatch(/\.$/);
    expect(texts.join('')).not.toMatch(/[!！]|please|请/i);
    expect(`${says.zh}${because.zh}`).not.toMatch(/\p{sc=Han}[,;:?]|[,;:?]\p{sc=Han}/u);
  });

  test('no number stands in it that nobody computes', () => {
    for (const text of texts) expect(bareDigits(text)).toEqual([]);
  });

  test('states its claims in both languages, and no other', () => {
    for (const text of [because.zh, because.en]) {
      const named = [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!);
      expect([...new Set(named)].toSorted()).toEqual(Object.keys(claims).toSorted());
    }
  });

  test('its formulas can be set', () => {
    for (const { kind, text } of texts.flatMap(notePieces)) {
      if (kind !== 'text') katex.renderToString(text, { throwOnError: true, strict: 'error' });
    }
  });

  test('its own claims are what is computed', () => {
    for (const claim of Object.values(claims)) {
      if (ofLessons.has(claim) || claim.kind === 'given') continue;
      const computed = claim.compute(assets);
      if (claim.kind === 'rounded') expectPrinted(computed, claim.printed);
      else expect(Math.abs(computed - claim.value)).toBeLessThanOrEqual(1e-9 * claim.value);
    }
  });

  test('something settles it', () => {
    if (see.kind === 'lesson') expect(numbers).toContain(see.number);
    else if (see.kind === 'term') expect(termIds).toContain(see.id);
    else for (const { config } of see.runs) expect(parseExperimentConfig(config)).toEqual(config);
  });
});
