import { expect, it } from 'vitest';
import { pinyinInitials } from '../../../renderer/src/lib/pinyin-initials.ts';

it.each([
  ['学习率', 'xxl'],
  ['开始', 'ks'],
  ['实验室', 'sys'],
  ['学习率范围测试', 'xxlfwcs'],
  ['导出 CSV…', 'dccsv'],
  ['阿扁嚓哒饿发该好就看', 'abcdefghjk'],
  ['来吗你哦怕去人三他我下呀在', 'lmnopqrstwxyz'],
  ['Adam η₀ = 0.1', 'adamη₀01'],
  ['', ''],
])('%s → %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials);
});
