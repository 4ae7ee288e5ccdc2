import {
  addMultiple,
  chain,
  chainTwo,
  dualSize,
  multiply,
  negate,
  times,
  type Order,
  type Partials,
} from '../math/dual.ts';
import { binaryFunctions, constants, unaryFunctions, type BinaryFunction } from './functions.ts';
import type { Formula, FormulaNode } from './nodes.ts';

/** A formula ready to be evaluated with its exact derivatives. */
export interface Evaluation {
  /** Elementary operations per call: at most the number of nodes of the formula. */
  readonly steps: number;
  /** The dual number f(x); the array is overwritten by the next call. */
  at(x: Float64Array): Float64Array;
}

/**
 * Turns a formula into a list of closures, one per operation, in the order in which they must run. Each
 * writes a dual number (value, gradient, for order 2 the Hessian) into an array of its own, made once, so
 * an evaluation allocates nothing and takes as many steps as the formula has operations.
 */
export function prepareEvaluation(formula: Formula, n: number, order: Order): Evaluation {
  const steps: (() => void)[] = [];
  const size = dualSize(n, order);
  const inputs = Array.from({ length: n }, (_, i) => {
    const slot = new Float64Array(size);
    slot[1 + i] = 1;
    return slot;
  });
  const partials: Partials = { f: 0, fa: 0, fb: 0, faa: 0, fab: 0, fbb: 0 };

  const visit = (node: FormulaNode): Float64Array => {
    if (node.kind === 'variable') return inputs[node.index]!;
    const out = new Float64Array(size);
    switch (node.kind) {
      case 'number':
        out[0] = node.value;
        break;
      case 'constant':
        out[0] = constants[node.name].value;
        break;
      case 'negate': {
        const a = visit(node.operand);
        steps.push(() => negate(out, a));
        break;
      }
      case 'operation':
        steps.push(operation(node, visit(node.left), visit(node.right), out));
        break;
      case 'call': {
        const { name } = node;
        const args = node.args.map(visit);
        if (name in binaryFunctions) {
          return fold(binaryFunctions[name as keyof typeof binaryFunctions], args);
        }
        const f = unaryFunctions[name as keyof typeof unaryFunctions];
        const a = args[0]!;
        steps.push(() => {
          const x = a[0]!;
          const value = f.value(x);
          chain(out, a, n, value, f.slope(x, value), order === 1 ? 0 : f.curvature(x, value));
        });
        break;
      }
    }
    return out;
  };

  const operation = (
    node: FormulaNode & { readonly kind: 'operation' },
    a: Float64Array,
    b: Float64Array,
    out: Float64Array,
  ): (() => void) => {
    switch (node.operator) {
      case '+':
        return () => addMultiple(out, a, b, 1);
      case '-':
        return () => addMultiple(out, a, b, -1);
      case '*':
        return () => multiply(out, a, b, n);
      case '/':
        return () => {
          quotient(a[0]!, b[0]!, partials);
          chainTwo(out, a, b, n, partials);
        };
      case '^':
        if (isFixed(node.right)) return () => chainPower(out, a, b[0]!);
        return () => {
          power(a[0]!, b[0]!, partials);
          chainTwo(out, a, b, n, partials);
        };
    }
  };

  /** A power with a fixed exponent, the common case: no logarithm is needed. */
  const chainPower = (out: Float64Array, a: Float64Array, exponent: number): void => {
    const x = a[0]!;
    if (exponent === 2) chain(out, a, n, x * x, 2 * x, 2);
    else {
      const slope = times(exponent, Math.pow(x, exponent - 1));
      const curvature =
        order === 1 ? 0 : times(exponent * (exponent - 1), Math.pow(x, exponent - 2));
      chain(out, a, n, Math.pow(x, exponent), slope, curvature);
    }
  };

  /** f(a, b, c, …) = f(f(a, b), c) …, one step per comma. */
  const fold = (f: BinaryFunction, args: readonly Float64Array[]): Float64Array =>
    args.slice(1).reduce((a, b) => {
      const out = new Float64Array(size);
      steps.push(() => {
        f.at(a[0]!, b[0]!, partials);
        chainTwo(out, a, b, n, partials);
      });
      return out;
    }, args[0]!);

  const result = visit(formula.root);
  return {
    steps: steps.length,
    at(x) {
      for (let i = 0; i < n; i++) inputs[i]![0] = x[i]!;
      for (let i = 0; i < steps.length; i++) steps[i]!();
      return result;
    },
  };
}

/** a / b and its partial derivatives. */
function quotient(a: number, b: number, out: Partials): void {
  const f = a / b;
  out.f = f;
  out.fa = 1 / b;
  out.fb = -f / b;
  out.faa = 0;
  out.fab = -1 / (b * b);
  out.fbb = (2 * f) / (b * b);
}

/** aᵇ and its partial derivatives where the exponent varies; only a base ≥ 0 has one by the exponent. */
function power(a: number, b: number, out: Partials): void {
  const slope = Math.pow(a, b - 1);
  const log = Math.log(a);
  out.f = Math.pow(a, b);
  out.fa = times(b, slope);
  out.faa = times(b * (b - 1), Math.pow(a, b - 2));
  out.fb = times(out.f, log);
  out.fab = times(slope, 1 + times(b, log));
  out.fbb = times(out.fb, log);
}

/** Whether no variable occurs in a part of a formula. */
function isFixed(node: FormulaNode): boolean {
  switch (node.kind) {
    case 'variable':
      return false;
    case 'negate':
      return isFixed(node.operand);
    case 'operation':
      return isFixed(node.left) && isFixed(node.right);
    case 'call':
      return node.args.every(isFixed);
    case 'number':
    case 'constant':
      return true;
  }
}
