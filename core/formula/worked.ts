import { prepareEvaluation } from './evaluate.ts';
import { parseFormula } from './parse.ts';

/** A number and how it is written, in TeX. */
export interface Quantity {
  readonly symbol: string;
  readonly value: number;
}

/** Numbers by the names that formulas use. */
export type Quantities = Readonly<Record<string, Quantity>>;

/**
 * One line of arithmetic: what `formula` gives is called `name` from the next line on, as in an assignment.
 * `symbol` is needed where the name is new.
 */
export interface ArithmeticLine {
  readonly name: string;
  readonly formula: string;
  readonly symbol?: string;
}

/** A line with its numbers. */
export interface WorkedLine {
  readonly name: string;
  readonly symbol: string;
  readonly formula: string;
  readonly value: number;
  /** What occurs in the formula, as it was before this line. */
  readonly uses: Quantities;
}

/**
 * Works lines out from the first to the last. `results` are numbers that are known from elsewhere, the slots of
 * an optimizer after its update for instance: a line of such a name gets that number, so that what is shown is
 * what was computed, to the last bit; what the line's own formula gives may differ from it by rounding only.
 * Throws FormulaError where a formula uses a name before a line or a quantity has it.
 */
export function workOut(
  lines: readonly ArithmeticLine[],
  quantities: Quantities,
  results: Quantities,
): readonly WorkedLine[] {
  const known: Record<string, Quantity> = { ...quantities };
  return lines.map(({ name, formula, symbol }) => {
    const uses = occurring(formula, known);
    const result = results[name] ?? {
      symbol: symbol ?? known[name]?.symbol ?? name,
      value: evaluated(formula, uses),
    };
    known[name] = result;
    return { name, formula, uses, ...result };
  });
}

/** What a formula gives with these numbers. */
export function evaluated(formula: string, uses: Quantities): number {
  const names = Object.keys(uses);
  const parsed = parseFormula(formula, names);
  const values = Float64Array.from(names, (name) => uses[name]!.value);
  return prepareEvaluation(parsed, names.length, 1).at(values)[0]!;
}

function occurring(formula: string, known: Quantities): Quantities {
  const { variables, occurs } = parseFormula(formula, Object.keys(known));
  const names = variables.filter((_, i) => occurs[i]);
  return Object.fromEntries(names.map((name) => [name, known[name]!]));
}
