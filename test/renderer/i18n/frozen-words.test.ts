import { beforeEach, expect, test } from 'vitest';
import { frozenHelp, frozenShort } from '../../../renderer/src/i18n/frozen-words.ts';
import { setLocale } from '../../../renderer/src/i18n/i18n.svelte.ts';
import type { FrozenEnd } from '../../../renderer/src/lib/travel-budget.ts';

beforeEach(() => setLocale('en'));

const end = (factor: number | null): FrozenEnd => ({
  halfBy: 10,
  share: 0.1,
  left: 0.9,
  cost: factor === null ? null : { loss: 0.157, rate: 0.1, steady: 0.0508, factor },
});

test('that a run froze is said together with what it cost', () => {
  expect(frozenShort([end(3.09)])).toBe('frozen, 3.1× loss');
  expect(frozenShort([end(Infinity)])).toBe('frozen, over 100× loss');
  expect(frozenShort([end(null)])).toBe('frozen');
  expect(frozenHelp([end(3.09)])).toMatch(
    /loss of 0\.157, 3\.1 times that of a constant rate: with η kept at 0\.1 it would have come to about 0\.0508\.$/,
  );
  // Above a minimum that is not zero the losses themselves are in another ratio.
  expect(frozenHelp([end(6)])).toMatch(/loss of 0\.157; with η kept at 0\.1 it/);
  setLocale('zh-CN');
  expect(frozenShort([end(3.09)])).toBe('冻住，损失达 3.1 倍');
  expect(frozenHelp([end(3.09)])).toContain('是学习率不变时的 3.1 倍：');
  const far = { loss: 20.4, rate: 0.1, steady: 1e-9, factor: Infinity };
  expect(frozenHelp([{ ...end(null), cost: far }])).toContain('是学习率不变时的 100 倍以上：');
});

test('of several runs how many, and the most that it cost', () => {
  expect(frozenShort([end(3), end(6.3), end(null)])).toBe('3 frozen, worst 6.3× loss');
  expect(frozenShort([end(null), end(null)])).toBe('2 frozen');
  expect(frozenHelp([end(3), end(null)])).toMatch(/The factor compares .* constant rate\.$/);
  expect(frozenHelp([end(null), end(null)])).not.toMatch(/factor/);
});
