/** What a checkpoint keeps of a generator: the 32-bit word and the normal deviate kept for the next call. */
export interface RngState {
  readonly word: number;
  readonly keptNormal: number | null;
}
