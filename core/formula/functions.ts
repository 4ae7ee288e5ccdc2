import type { Partials } from '../math/dual.ts';
import { unary, type UnaryFunction } from './unary.ts';

/**
 * Every name a formula may use besides its variables. The tables have no prototype, so `constructor` or
 * `toString` are names like any other: unknown.
 */

/** A function of two numbers, or of more by repetition: max(a, b, c) = max(max(a, b), c). */
export interface BinaryFunction {
  readonly tex: (args: readonly string[]) => string;
  readonly mostArguments: number;
  /** Writes the value and the partial derivatives at (a, b). */
  readonly at: (a: number, b: number, out: Partials) => void;
}

/** Writes the partial derivatives of a selection: all of a, all of b, or at a tie half of each. */
function select(f: number, shareOfA: number, out: Partials): void {
  out.f = f;
  out.fa = shareOfA;
  out.fb = 1 - shareOfA;
  out.faa = out.fab = out.fbb = 0;
}

const list = (args: readonly string[]): string => `\\left(${args.join(', ')}\\right)`;

const binary = {
  min: {
    tex: (args) => `\\min${list(args)}`,
    mostArguments: 16,
    at: (a, b, out) => select(Math.min(a, b), (1 + Math.sign(b - a)) / 2, out),
  },
  max: {
    tex: (args) => `\\max${list(args)}`,
    mostArguments: 16,
    at: (a, b, out) => select(Math.max(a, b), (1 + Math.sign(a - b)) / 2, out),
  },
  hypot: {
    tex: ([a, b]) => `\\sqrt{\\left(${a}\\right)^2 + \\left(${b}\\right)^2}`,
    mostArguments: 2,
    at: (a, b, out) => {
      const f = Math.hypot(a, b);
      const ca = f === 0 ? 0 : a / f;
      const cb = f === 0 ? 0 : b / f;
      out.f = f;
      out.fa = ca;
      out.fb = cb;
      out.faa = f === 0 ? Infinity : (cb * cb) / f;
      out.fab = f === 0 ? 0 : -(ca * cb) / f;
      out.fbb = f === 0 ? Infinity : (ca * ca) / f;
    },
  },
} as const satisfies Record<string, BinaryFunction>;

const constantValues = {
  pi: { tex: '\\pi', value: Math.PI },
  tau: { tex: '\\tau', value: 2 * Math.PI },
  e: { tex: 'e', value: Math.E },
} as const;

export type UnaryName = keyof typeof unary;
export type BinaryName = keyof typeof binary;
export type FunctionName = UnaryName | BinaryName;
export type ConstantName = keyof typeof constantValues;

/** The same entries without a prototype, frozen. */
function table<T extends object>(entries: T): Readonly<T> {
  Object.values(entries).forEach(Object.freeze);
  return Object.freeze(Object.assign(Object.create(null) as T, entries));
}

export const unaryFunctions: Readonly<Record<UnaryName, UnaryFunction>> = table(unary);
export const binaryFunctions: Readonly<Record<BinaryName, BinaryFunction>> = table(binary);
export const constants: Readonly<
  Record<ConstantName, { readonly tex: string; readonly value: number }>
> = table(constantValues);
