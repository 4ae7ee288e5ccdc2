/** Python text: literals, lists, indentation and brackets. */

/** A number as a Python float: `1.0`, `0.001`, `1e-7`. */
export function float(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'math.nan' : x > 0 ? 'math.inf' : '-math.inf';
  const text = String(x);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A number in a formula: whole numbers without a point. */
export function num(x: number): string {
  return Number.isInteger(x) ? String(x) : float(x);
}

const WIDTH = 92;

/** A rate to assert, with the digits that are compared. */
export function digits(rate: number): string {
  return float(Number(rate.toPrecision(12)));
}

/** `name = [a, b, …]`, in as many lines as it needs; `frame` may put a call around the list. */
export function assignList(
  name: string,
  items: readonly string[],
  frame: (list: string) => string = (list) => list,
): string[] {
  const [open = '', close = ''] = `${name} = ${frame('[\0]')}`.split('\0');
  const short = open + items.join(', ') + close;
  return short.length <= WIDTH ? [short] : [open, ...wrapped(items), close];
}

/** Items with commas after them, in indented lines. */
function wrapped(items: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line.length + item.length + 6 > WIDTH) {
      lines.push(`    ${line}`);
      line = '';
    }
    line += line === '' ? `${item},` : ` ${item},`;
  }
  return line === '' ? lines : [...lines, `    ${line}`];
}

/** A list in which equal neighbours are counted: `[0.1] * 11 + [0.05] * 2`. */
export function runLengths(values: readonly number[]): string {
  const runs: { value: number; times: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.times++;
    else runs.push({ value, times: 1 });
  }
  return runs
    .map(({ value, times }) => `[${digits(value)}]${times > 1 ? ` * ${times}` : ''}`)
    .join(' + ');
}

export function indent(lines: readonly string[], depth = 1): string[] {
  return lines.map((line) => (line === '' ? '' : '    '.repeat(depth) + line));
}

/** A function definition. */
export function define(head: string, body: readonly string[]): string[] {
  return [`def ${head}:`, ...indent(body)];
}

/** In brackets, if the expression would come apart as a factor of a product. */
export function asFactor(expression: string): string {
  let depth = 0;
  for (let i = 0; i < expression.length; i++) {
    const at = expression[i]!;
    if (at === '(' || at === '[') depth++;
    else if (at === ')' || at === ']') depth--;
    else if (depth === 0 && / (?:[-+]|if) /.test(expression.slice(i, i + 4))) {
      return `(${expression})`;
    }
  }
  return expression;
}

/** A tolerance around rates that may be zero: the closest power of ten to 10⁻¹² η₀. */
export function zeroTolerance(lr: number): string {
  return lr > 0 ? `1e${Math.round(Math.log10(lr)) - 12}` : '1e-12';
}
