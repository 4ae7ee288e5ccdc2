import { binaryFunctions, constants, unaryFunctions } from './functions.ts';
import type { Formula, FormulaNode } from './nodes.ts';

/** How tightly a piece of TeX holds together: what is looser than its place needs parentheses. */
const SUM = 1;
const PRODUCT = 2;
const POWER = 3;
const WHOLE = 4;

interface Piece {
  readonly tex: string;
  readonly holds: number;
  /** Begins with a digit: after another factor it needs a dot, or two numbers would become one. */
  readonly digitFirst?: boolean;
}

/** What stands in a formula for a variable: its symbol, or a number that may be negative or have a power of ten. */
export interface Substitute {
  readonly tex: string;
  readonly kind: 'symbol' | 'number' | 'negative' | 'scaled';
}

/** The formula as it was understood, as TeX; made from fixed parts only, never from the text typed. */
export function formulaTex({ root, variables }: Formula): string {
  return piece(root, (index) => ({ tex: variableTex(variables[index]!), holds: WHOLE })).tex;
}

/** The formula with something else in the place of every variable, which `of` gives by the variable's name. */
export function substitutedTex(
  { root, variables }: Formula,
  of: (name: string) => Substitute,
): string {
  return piece(root, (index) => substitute(of(variables[index]!))).tex;
}

function substitute({ tex, kind }: Substitute): Piece {
  if (kind === 'symbol') return { tex, holds: WHOLE };
  // A minus sign in front stands in parentheses wherever something precedes it.
  if (kind === 'negative') return { tex, holds: SUM };
  return { tex, holds: kind === 'scaled' ? PRODUCT : WHOLE, digitFirst: true };
}

type VariablePiece = (index: number) => Piece;

function piece(node: FormulaNode, variables: VariablePiece): Piece {
  switch (node.kind) {
    case 'number':
      return number(node.value);
    case 'constant':
      return { tex: constants[node.name].tex, holds: WHOLE };
    case 'variable':
      return variables(node.index);
    case 'negate':
      return { tex: `-${wrap(piece(node.operand, variables), PRODUCT)}`, holds: SUM };
    case 'operation':
      return operation(node.operator, piece(node.left, variables), piece(node.right, variables));
    case 'call': {
      const args = node.args.map((arg) => piece(arg, variables).tex);
      const tex =
        node.name in binaryFunctions
          ? binaryFunctions[node.name as keyof typeof binaryFunctions].tex(args)
          : unaryFunctions[node.name as keyof typeof unaryFunctions].tex(args[0]!);
      return { tex, holds: POWER };
    }
  }
}

function operation(operator: '+' | '-' | '*' | '/' | '^', left: Piece, right: Piece): Piece {
  switch (operator) {
    case '+':
      return { tex: `${left.tex} + ${wrap(right, PRODUCT)}`, holds: SUM };
    case '-':
      return { tex: `${left.tex} - ${wrap(right, PRODUCT)}`, holds: SUM };
    case '*': {
      const between = right.digitFirst && right.holds >= PRODUCT ? ' \\cdot ' : ' ';
      return {
        tex: `${wrap(left, PRODUCT)}${between}${wrap(right, PRODUCT)}`,
        holds: PRODUCT,
        digitFirst: left.digitFirst ?? false,
      };
    }
    case '/':
      return { tex: `\\frac{${left.tex}}{${right.tex}}`, holds: POWER, digitFirst: true };
    case '^':
      return {
        tex: `${wrap(left, WHOLE)}^{${right.tex}}`,
        holds: POWER,
        digitFirst: left.digitFirst ?? false,
      };
  }
}

function wrap({ tex, holds }: Piece, needed: number): string {
  return holds < needed ? `\\left(${tex}\\right)` : tex;
}

/** 0.5, 20, or 1.5 · 10⁻⁷. */
function number(value: number): Piece {
  const [digits, exponent] = String(value).split('e');
  if (exponent === undefined) return { tex: digits!, holds: WHOLE, digitFirst: true };
  const power = `10^{${exponent.replace('+', '')}}`;
  return { tex: `${digits} \\cdot ${power}`, holds: PRODUCT, digitFirst: true };
}

/** x, or x₁ for x1. */
function variableTex(name: string): string {
  return name.length === 1 ? name : `${name.charAt(0)}_{${name.slice(1)}}`;
}
