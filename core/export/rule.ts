import type { Choice } from '../params.ts';
import type { Dialect } from './dialect.ts';
import { asFactor, define } from './python.ts';

/** A schedule's closed rule in Python: the factor η_t/η₀ as an expression in the index `t`. */
export interface Rule {
  /** Lines that do not depend on t: tables, helper functions. */
  readonly setup?: readonly string[];
  /** Lines that do, before the expression. */
  readonly body?: readonly string[];
  readonly factor: string;
}

/** What a rule is written for. */
export interface RuleContext {
  readonly dialect: Dialect;
  /** Length of the run, or of this part of it, in the schedule's unit. */
  readonly total: number;
  /** The rule of a schedule inside this one, in a part of the given length. */
  inner(choice: Choice, total: number): Rule;
}

/** `def name(t): …` that returns the factor. */
export function factorFunction(name: string, { setup = [], body = [], factor }: Rule): string[] {
  return define(`${name}(t)`, [...setup, ...body, `return ${factor}`]);
}

/** η₀ times the factor. */
export function timesRate(lr: string, factor: string): string {
  if (factor === '1.0') return lr;
  const divisor = /^1 \/ (.*)$/.exec(factor)?.[1];
  if (divisor !== undefined && isAtom(divisor)) return `${lr} / ${divisor}`;
  return `${lr} * ${asFactor(factor)}`;
}

/** Whether an expression is one pair of brackets or one call. */
function isAtom(expression: string): boolean {
  let depth = 0;
  for (let i = 0; i < expression.length; i++) {
    if (expression[i] === '(') depth++;
    else if (expression[i] === ')') depth--;
    else if (depth === 0 && expression[i] === ' ') return false;
  }
  return true;
}

/** From 1 down to the floor: f + (1 − f)·x for x from 1 to 0. */
export function aboveFloor(floor: string, x: string): string {
  return floor === '0' ? x : `${floor} + (1 - ${floor}) * ${asFactor(x)}`;
}

/** t / length, for a length that may be 1. */
export function perLength(t: string, length: number): string {
  return length === 1 ? t : `${t} / ${length}`;
}

/** ⌊t / length⌋ in brackets, for a length that may be 1. */
export function wholeLengths(length: number): string {
  return length === 1 ? 't' : `(t // ${length})`;
}
