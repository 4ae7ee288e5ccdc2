import type { FamilyResult } from './families/index.ts';

export interface Report {
  readonly lines: readonly string[];
  /** Whether every case was compared, and no number is outside its tolerance. */
  readonly passed: boolean;
}

/** One line per family, then every case that is outside, could not be run or was skipped. */
export function report(families: readonly FamilyResult[]): Report {
  const lines: string[] = [];
  const faults: string[] = [];
  const skipped: string[] = [];
  let compared = 0;
  for (const { name, cases } of families) {
    let worst = 0;
    let number = 0;
    for (const result of cases) {
      if (result.status === 'skipped') skipped.push(`skipped: ${result.id} (${result.reason})`);
      else if (result.status === 'failed') {
        faults.push(`could not be run: ${result.id}: ${result.reason}`);
      } else {
        number++;
        worst = Math.max(worst, result.fraction);
        if (!(result.fraction <= 1)) {
          faults.push(`outside: ${result.id}, ${times(result.fraction)}; ${result.where}`);
        }
      }
    }
    compared += number;
    lines.push(`${name.padEnd(24)} ${String(number).padStart(4)} cases / worst ${times(worst)}`);
  }
  const passed = faults.length === 0 && compared > 0;
  const total = `${compared} cases compared, ${faults.length} not right, ${skipped.length} skipped`;
  return { lines: [...lines, ...skipped, ...faults, total], passed };
}

const times = (fraction: number): string => `${fraction.toPrecision(2)} of the tolerance`;
