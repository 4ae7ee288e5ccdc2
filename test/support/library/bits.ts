import fc from 'fast-check';
import type { MetricChunk } from '../../../core/training/metrics.ts';

/** Step and bits of every value of a series, in order. */
export function stepBits(
  chunks: readonly MetricChunk[],
): readonly (readonly [step: number, word: bigint])[] {
  return chunks.flatMap(({ first, stride, values }) =>
    Array.from(
      new BigUint64Array(values.buffer, values.byteOffset, values.length),
      (word, i) => [first + i * stride, word] as const,
    ),
  );
}

/** Bit patterns that get lost easily: NaN with payloads and sign, infinities, −0, the smallest numbers. */
export const delicateWords: readonly bigint[] = [
  0x7ff8000000000000n,
  0x7ff8000000000001n,
  0xfff8dead0000beefn,
  0x7ff0000000000001n,
  0x7ff0000000000000n,
  0xfff0000000000000n,
  0x8000000000000000n,
  0x0000000000000001n,
  0x7fefffffffffffffn,
];

export function fromWords(words: readonly bigint[]): Float64Array {
  return new Float64Array(BigUint64Array.from(words).buffer);
}

/** Any 64 bits, the delicate ones often. */
export const word: fc.Arbitrary<bigint> = fc.oneof(
  fc.constantFrom(...delicateWords),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
);
