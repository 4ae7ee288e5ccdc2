/** A relu network that reads the handwritten digits, as lessons and guides train it. */
export interface DigitsNetwork {
  /** Units of each hidden layer. */
  readonly hidden: readonly number[];
  /** Factor of the first weights; 1 if left out. */
  readonly gain?: number | undefined;
  /** Images in a batch; 32 if left out. An incomplete last batch is skipped. */
  readonly batchSize?: number | undefined;
}

/** The problem of a configuration, as it is written. */
export function digitsNetwork({ hidden, gain = 1, batchSize = 32 }: DigitsNetwork): unknown {
  return {
    kind: 'model',
    model: { id: 'mlp', params: { hidden, activation: 'relu', gain } },
    dataset: { id: 'digits' },
    loss: { id: 'softmax-cross-entropy' },
    batchSize,
    dropLast: true,
  };
}
