import { parseFormula } from '../../../core/formula/parse.ts';
import { substitutedTex, type Substitute } from '../../../core/formula/tex.ts';
import type { WorkedLine } from '../../../core/formula/worked.ts';
import type { WorkedUpdate } from '../../../core/optimizers/worked-update.ts';
import { numberTex } from './number-tex.ts';

/** One colour per symbol, in formula, numbers and slots: the name of a class, or none. */
export type Tones = Readonly<Record<string, string>>;

/** A worked line as three pieces of TeX: what it gives, how, and with which numbers. */
export interface WorkedTex {
  readonly rule: string;
  /** `= numbers = value`; only `= value` where the formula is a number or a symbol already. */
  readonly numbers: string;
}

/** `settings` are the names whose numbers are shown as they were set, no digit less. */
export function workedTex(
  line: WorkedLine,
  tones: Tones,
  settings: ReadonlySet<string>,
): WorkedTex {
  const { name, symbol, formula, uses, value } = line;
  const names = Object.keys(uses);
  const parsed = parseFormula(formula, names);
  const toned = (of: string, { tex, kind }: Substitute): Substitute => ({
    tex: tone(tones[of], tex),
    kind,
  });
  const symbols = substitutedTex(parsed, (of) =>
    toned(of, { tex: uses[of]!.symbol, kind: 'symbol' }),
  );
  const numbers = substitutedTex(parsed, (of) =>
    toned(of, numberTex(uses[of]!.value, settings.has(of))),
  );
  // g ← g + λθ: the same symbol on both sides is an assignment.
  const sign = names.includes(name) && uses[name]!.symbol === symbol ? '\\leftarrow' : '=';
  const result = tone(tones[name], `\\mathbf{${numberTex(value, settings.has(name)).tex}}`);
  const trivial = /^\w*$/.test(formula);
  return {
    rule: `${tone(tones[name], symbol)} ${sign} ${symbols}`,
    numbers: trivial ? `= ${result}` : `= ${numbers} = ${result}`,
  };
}

/** TeX in the colour of a symbol. */
export function tone(name: string | undefined, tex: string): string {
  return name === undefined ? tex : `\\htmlClass{${name}}{${tex}}`;
}

/** Gradient, rate and the slots that the rule works out each have a colour of their own; θ keeps that of the text. */
export function tonesOf({ slots, lines }: WorkedUpdate): Tones {
  const names = slots
    .map(({ name }) => name)
    .filter((slot) => lines.some(({ name }) => name === slot));
  const toned = names.map((name, i): [string, string] => [name, `tone-slot-${Math.min(i, 2)}`]);
  return { ...Object.fromEntries(toned), g: 'tone-g', eta: 'tone-eta', rate: 'tone-eta' };
}
