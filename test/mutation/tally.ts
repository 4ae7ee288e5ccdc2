/** What is read of Stryker's report (mutation-testing-report-schema). */
export interface Report {
  readonly files: Readonly<
    Record<
      string,
      { readonly mutants: readonly { readonly status: string; readonly testsCompleted?: number }[] }
    >
  >;
}

/** Faults by what became of them. One that never ends is noticed too. */
export interface Tally {
  readonly killed: number;
  readonly timedOut: number;
  /** Survivors, with those that no test reaches. */
  readonly survived: number;
  /** Survivors on which no test ran although some should: a fault of the tool, not of the tests. */
  readonly untested: number;
}

export const nothing: Tally = { killed: 0, timedOut: 0, survived: 0, untested: 0 };

export function add(a: Tally, b: Tally): Tally {
  return {
    killed: a.killed + b.killed,
    timedOut: a.timedOut + b.timedOut,
    survived: a.survived + b.survived,
    untested: a.untested + b.untested,
  };
}

/** Faults that were not made (words for people), or with which nothing could run, count nowhere. */
export function tallyOf({ files }: Report): Tally {
  const faults = Object.values(files).flatMap(({ mutants }) => mutants);
  const count = (...statuses: string[]): number =>
    faults.filter(({ status }) => statuses.includes(status)).length;
  return {
    killed: count('Killed'),
    timedOut: count('Timeout'),
    survived: count('Survived', 'NoCoverage'),
    untested: faults.filter((fault) => fault.status === 'Survived' && fault.testsCompleted === 0)
      .length,
  };
}

const made = ({ killed, timedOut, survived }: Tally): number => killed + timedOut + survived;

/** Share of the faults that a test noticed; 1 where there was none to make. */
export function noticedShare(tally: Tally): number {
  return made(tally) === 0 ? 1 : (tally.killed + tally.timedOut) / made(tally);
}

export function describe(tally: Tally): string {
  if (made(tally) === 0) return 'no fault to make';
  const share = (100 * noticedShare(tally)).toFixed(1);
  const untested = tally.untested > 0 ? ` (${tally.untested} of them without a test run)` : '';
  return (
    `${tally.killed} killed, ${tally.timedOut} timed out, ${tally.survived} survived${untested}, ` +
    `of ${made(tally)}: ${share} %`
  );
}
