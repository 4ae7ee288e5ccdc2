import type { ConstantName, FunctionName } from './functions.ts';

export type Operator = '+' | '-' | '*' | '/' | '^';

/** A part of a formula. Trees are frozen; names were resolved when they were parsed. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'variable'; readonly index: number }
  | { readonly kind: 'negate'; readonly operand: FormulaNode }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly FormulaNode[] };

export interface Formula {
  readonly root: FormulaNode;
  /** Names of the variables, in the order of the coordinates. */
  readonly variables: readonly string[];
  /** Whether each variable occurs. */
  readonly occurs: readonly boolean[];
  /** Number of nodes in the tree: what one evaluation costs at most. */
  readonly size: number;
}
