/**
 * The value of a formula by plain recursive descent over its text, one function per rule of the grammar:
 * written apart from the product's parser, to compare with. Throws SyntaxError where it cannot go on.
 *
 *   sum     = product { (+|−) product }
 *   product = signed { (*|/) signed | signed that does not begin with a sign or a number }
 *   signed  = (+|−) signed | power
 *   power   = atom { superscript } [ ^ signed ]
 *   atom    = number | name | name ( sum { , sum } ) | ( sum )
 */

const token =
  /[ \t\n\r\u00a0\u3000]*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([a-zA-Z][a-zA-Z0-9]*|π)|(\*\*|[-+*/^(),−·]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+))/y;

const named: Record<string, number> = { pi: Math.PI, π: Math.PI, tau: 2 * Math.PI, e: Math.E };

const called = new Map<string, (...args: number[]) => number>([
  ...(
    ['sqrt', 'cbrt', 'exp', 'expm1', 'log', 'log10', 'log2', 'log1p', 'sin', 'cos', 'tan'] as const
  ).map((name) => [name, (x: number) => Math[name](x)] as const),
  ...(['asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'] as const).map(
    (name) => [name, (x: number) => Math[name](x)] as const,
  ),
  ...(['abs', 'sign', 'floor', 'ceil'] as const).map(
    (name) => [name, (x: number) => Math[name](x)] as const,
  ),
  ['ln', (x) => Math.log(x)],
  ['lg', (x) => Math.log10(x)],
  ['relu', (x) => Math.max(0, x)],
  ['sigmoid', (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)))],
  ['softplus', (x) => Math.log1p(Math.exp(-Math.abs(x))) + Math.max(0, x)],
]);
const calledWithMore = new Map<string, { most: number; of: (...args: number[]) => number }>([
  ['min', { most: 16, of: Math.min }],
  ['max', { most: 16, of: Math.max }],
  ['hypot', { most: 2, of: Math.hypot }],
]);

export function naiveValue(text: string, variables: Readonly<Record<string, number>>): number {
  const words = cut(text, variables);
  let at = 0;
  const peek = (): string => words[at] ?? '';
  const take = (): string => words[at++] ?? '';
  const expectSign = (sign: string): void => {
    if (take() !== sign) throw new SyntaxError(`${sign} expected`);
  };

  const sum = (): number => {
    let value = product();
    while (peek() === '+' || peek() === '-')
      value = take() === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = signed();
    for (;;) {
      if (peek() === '*') take();
      else if (peek() === '/') {
        take();
        value /= signed();
        continue;
      } else if (!/^[a-zA-Zπ(]/.test(peek())) return value;
      value *= signed();
    }
  };
  const signed = (): number => {
    if (peek() === '-') return (take(), -signed());
    if (peek() === '+') return (take(), signed());
    return power();
  };
  const power = (): number => {
    let value = atom();
    while (peek().startsWith('high')) value = value ** Number(take().slice(4));
    if (peek() !== '^') return value;
    take();
    return value ** signed();
  };
  const atom = (): number => {
    const word = take();
    if (word === '(') {
      const value = sum();
      expectSign(')');
      return value;
    }
    if (/^[\d.]/.test(word)) return Number(word);
    if (Object.hasOwn(variables, word)) return variables[word]!;
    if (Object.hasOwn(named, word)) return named[word]!;
    const one = called.get(word);
    const more = calledWithMore.get(word);
    if (!one && !more) throw new SyntaxError(`unknown word '${word}'`);
    expectSign('(');
    const args = [sum()];
    while (peek() === ',') {
      take();
      args.push(sum());
    }
    expectSign(')');
    if (one ? args.length !== 1 : args.length < 2 || args.length > more!.most) {
      throw new SyntaxError('wrong number of arguments');
    }
    return (one ?? more!.of)(...args);
  };

  const value = sum();
  if (at < words.length) throw new SyntaxError(`'${peek()}' left over`);
  return value;
}

function cut(text: string, variables: Readonly<Record<string, number>>): string[] {
  const words: string[] = [];
  const end = text.replace(/[ \t\n\r\u00a0\u3000]+$/, '').length;
  token.lastIndex = 0;
  for (let from = 0; from < end; from = token.lastIndex) {
    token.lastIndex = from;
    const [, number, name, sign] = token.exec(text) ?? [];
    if (number !== undefined) {
      if (!Number.isFinite(Number(number))) throw new SyntaxError('too large');
      words.push(number);
    } else if (name !== undefined) {
      const letters = [...name];
      const touching = letters.every((letter) => Object.hasOwn(variables, letter));
      words.push(...(touching ? letters : [name]));
    } else if (sign !== undefined) {
      const plain = { '**': '^', '−': '-', '·': '*' }[sign];
      if (plain) words.push(plain);
      else if (/[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(sign)) {
        words.push(`high${[...sign].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)).join('')}`);
      } else words.push(sign);
    } else throw new SyntaxError(`nothing begins with '${text.charAt(from)}'`);
  }
  return words;
}
