/** The first Chinese character of each initial, in the order of pinyin; i, u and v begin no syllable. */
const FIRST: readonly (readonly [initial: string, character: string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '哇'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];

const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin');
const isHan = /\p{sc=Han}/u;

/**
 * What people type instead of Chinese words: 学习率 → xxl. Taken from the platform's order of characters by
 * pinyin; a character with several readings counts by its most usual one. All else stays as it is, in small letters,
 * without spaces and marks.
 */
export function pinyinInitials(text: string): string {
  return Array.from(text, initialOf).join('');
}

function initialOf(character: string): string {
  if (!isHan.test(character)) return /[\p{L}\p{N}]/u.test(character) ? character.toLowerCase() : '';
  const next = FIRST.findIndex(([, first]) => byPinyin.compare(character, first) < 0);
  return FIRST.at(next < 0 ? -1 : Math.max(0, next - 1))![0];
}
