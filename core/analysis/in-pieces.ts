/** Work that pauses between its pieces, so that whoever does it can look at other things, or give it up. */
export type InPieces<Result> = Generator<undefined, Result>;

/** All of it at once. */
export function finish<Result>(work: InPieces<Result>): Result {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
  }
}
