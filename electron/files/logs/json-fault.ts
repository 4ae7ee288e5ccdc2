const word = /true|false|null|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

type Wanted = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'next';

/**
 * At which letter, from 0, a text stops being JSON, in which NaN and Infinity may stand as Python writes them; its
 * length where it only ends too early. V8 does not say it of every fault.
 */
export function jsonFaultAt(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    const letter = text[at]!;
    const isEnd = letter === (open.at(-1) === '{' ? '}' : ']');
    if (isEnd && open.length > 0 && (wanted === 'next' || wanted.startsWith('first'))) {
      open.pop();
      wanted = 'next';
      at++;
    } else if (wanted === 'next') {
      if (letter !== ',' || open.length === 0) return at;
      wanted = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if (wanted === 'colon') {
      if (letter !== ':') return at;
      wanted = 'value';
      at++;
    } else if (letter === '"') {
      const end = endOfText(text, at + 1);
      if (text[end] !== '"') return end;
      wanted = wanted.endsWith('key') ? 'colon' : 'next';
      at = end + 1;
    } else if (wanted.endsWith('key')) {
      return at;
    } else if (letter === '{' || letter === '[') {
      open.push(letter);
      wanted = letter === '{' ? 'first key' : 'first value';
      at++;
    } else {
      const end = afterMatch(word, text, at);
      if (end === at) return at;
      wanted = 'next';
      at = end;
    }
  }
  return text.length;
}

function afterMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++;
  return at;
}

/** Where the text that begins here ends: at its quotation mark, or at what cannot be in it. */
function endOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"' && text[at]! >= ' ') {
    const next = text[at] === '\\' ? afterMatch(escape, text, at) : at + 1;
    if (next === at) return at;
    at = next;
  }
  return at;
}
