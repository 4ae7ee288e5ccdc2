/** A stretch of steps of which each is `stride` behind the one before: those with the indices from … end − 1. */
export interface EvenStretch {
  readonly from: number;
  readonly end: number;
  readonly first: number;
  readonly stride: number;
}

/** Cuts ascending steps into stretches of even spacing, each as long as can be from its first on; of one step the stride is 1. */
export function* evenStretches(steps: ArrayLike<number>): Generator<EvenStretch> {
  for (let from = 0; from < steps.length;) {
    const first = steps[from]!;
    const stride = from + 1 < steps.length ? steps[from + 1]! - first : 1;
    let end = from + 1;
    while (end < steps.length && steps[end]! - steps[end - 1]! === stride) end++;
    yield { from, end, first, stride };
    from = end;
  }
}
