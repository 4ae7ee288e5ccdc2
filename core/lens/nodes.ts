/** What the lens reads code into: expressions and statements, each with its place in the code. */

export type Operator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export type Comparison = '==' | '!=' | '<' | '>' | '<=' | '>=' | 'in' | 'is';

export interface Argument {
  /** The name before `=`; null for a positional one. */
  readonly name: string | null;
  readonly value: Expression;
}

export type Expression = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator | Comparison | 'and' | 'or';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Argument[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'lambda'; readonly params: readonly string[]; readonly body: Expression }
);

export type Statement = { readonly at: number } & (
  | {
      readonly kind: 'assign';
      readonly target: Expression;
      /** `=` without one. */
      readonly operator: Operator | null;
      readonly value: Expression;
    }
  | { readonly kind: 'do'; readonly value: Expression }
  | {
      readonly kind: 'for';
      readonly variables: readonly string[];
      readonly over: Expression;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | {
      readonly kind: 'def';
      readonly name: string;
      readonly params: readonly string[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'return'; readonly value: Expression }
  | { readonly kind: 'break' }
);

export type CallNode = Extract<Expression, { kind: 'call' }>;
export type DefNode = Extract<Statement, { kind: 'def' }>;
export type ForNode = Extract<Statement, { kind: 'for' }>;
export type IfNode = Extract<Statement, { kind: 'if' }>;

/** The parts an expression is made of. */
function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'name':
      return [];
    case 'negate':
    case 'not':
      return [node.operand];
    case 'operation':
      return [node.left, node.right];
    case 'choice':
      return [node.test, node.yes, node.no];
    case 'call':
      return [node.callee, ...node.args.map(({ value }) => value)];
    case 'member':
      return [node.of];
    case 'item':
      return [node.of, node.index];
    case 'list':
      return node.items;
    case 'lambda':
      return [node.body];
  }
}

/** An expression and everything in it. */
export function within(node: Expression): readonly Expression[] {
  return [node, ...partsOf(node).flatMap(within)];
}

export function mentions(node: Expression, name: string): boolean {
  return within(node).some((part) => part.kind === 'name' && part.name === name);
}

/** The expressions a statement holds itself, those of its blocks not. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'assign':
      return [statement.target, statement.value];
    case 'do':
    case 'return':
      return [statement.value];
    case 'for':
      return [statement.over];
    case 'if':
      return [statement.test];
    case 'def':
    case 'break':
      return [];
  }
}

/** Statements with those of their blocks. */
export function allOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'for' || statement.kind === 'def') {
      return [statement, ...allOf(statement.body)];
    }
    if (statement.kind === 'if') {
      return [statement, ...allOf(statement.yes), ...allOf(statement.no)];
    }
    return [statement];
  });
}

/** The last word of a callee: `LambdaLR` of `torch.optim.lr_scheduler.LambdaLR`. */
export function lastName(node: Expression): string {
  return node.kind === 'name' || node.kind === 'member' ? node.name : '';
}
