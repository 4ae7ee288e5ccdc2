/** What holds for every snippet, run or not: its text is whole and its numbers are the core's. */
import { describe, expect, test } from 'vitest';
import {
  checkedTicks,
  firstRates,
  ticksOf,
  type CodeRequest,
} from '../../../core/export/code-request.ts';
import { codeTargetIds, codeTargets } from '../../../core/export/index.ts';
import { isAdaptive } from '../../../core/schedules/index.ts';
import { requests } from './requests.ts';

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets that are not closed in their order, outside comments. */
function unbalanced(code: string): string[] {
  const open: string[] = [];
  for (const character of code.replace(/#.*$/gm, '')) {
    if (pairs[character]) open.push(pairs[character]);
    else if (')]}'.includes(character) && open.pop() !== character) return [character];
  }
  return open;
}

/** The rates a snippet says it expects. */
function expected(code: string): number[] {
  const list = /expected = \[([^\]]*)\]/.exec(code)?.[1] ?? '';
  return list.split(',').flatMap((item) => (item.trim() === '' ? [] : [Number(item)]));
}

describe.each(codeTargetIds)('%s', (id) => {
  const target = codeTargets[id];

  test('stands under its own name', () => {
    expect(target.id).toBe(id);
  });

  test.each(['en', 'zh'] as const)('every snippet is whole, in %s', (language) => {
    for (const request of requests()) {
      const code = target.write(request, (text) => text[language]);
      expect(unbalanced(code), code).toEqual([]);
      expect(code).not.toMatch(/undefined|\bNaN\b|Infinity|\[object|\t| $/m);
      expect(code.endsWith('\n') && !code.includes('\n\n\n'), code).toBe(true);
      expect(/[\u4e00-\u9fff]/.test(code), code).toBe(language === 'zh');
      expect(code).toContain('assert');
      const longest = Math.max(...code.split('\n').map((line) => line.length));
      expect(longest, code).toBeLessThan(200);
    }
  });

  test('asserts rates of the core', () => {
    for (const request of requests()) {
      if (isAdaptive(request.schedule.id) || request.schedule.id === 'constant') continue;
      const code = target.write(request, (text) => text.en);
      const wanted = ratesOf(request, id === 'pytorch');
      expect(expected(code), code).toEqual(wanted.map((rate) => Number(rate.toPrecision(12))));
    }
  });
});

function ratesOf(request: CodeRequest, firstOnly: boolean): number[] {
  const ticks = ticksOf(request);
  return firstOnly ? firstRates(ticks) : checkedTicks(ticks).map((n) => ticks.rate(n));
}
