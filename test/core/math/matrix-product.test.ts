import { expect, test } from 'vitest';
import { matrixProduct } from '../../../core/math/matrix-product.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

const rng = mulberry32(1);
const random = (n: number): Float64Array => Float64Array.from({ length: n }, () => rng.normal());

test('has the bits of the plain triple loop for every shape, stride and start', () => {
  for (const m of [1, 2, 3, 4, 5, 7]) {
    for (const n of [1, 2, 3, 4, 5, 9]) {
      for (const k of [0, 1, 2, 5]) {
        for (const transposed of [false, true]) {
          for (const start of ['nothing', 'C', 'a row'] as const) {
            const [aRow, aColumn] = transposed ? [1, m] : [k, 1];
            const [bRow, bColumn] = transposed ? [1, k] : [n, 1];
            const [a, b, c] = [random(m * k + 2), random(k * n + 3), random(m * n + 5)];
            const row = random(n + 1);
            const expected = c.slice();
            const [s, sFrom, sRow] = (
              { nothing: [null, 0, 0], C: [c, 5, n], 'a row': [row, 1, 0] } as const
            )[start];
            for (let i = 0; i < m; i++) {
              for (let j = 0; j < n; j++) {
                let sum = { nothing: 0, C: c[5 + i * n + j]!, 'a row': row[1 + j]! }[start];
                for (let l = 0; l < k; l++) {
                  sum += a[2 + i * aRow! + l * aColumn!]! * b[3 + l * bRow! + j * bColumn!]!;
                }
                expected[5 + i * n + j] = sum;
              }
            }
            matrixProduct(
              m,
              n,
              k,
              a,
              2,
              aRow!,
              aColumn!,
              b,
              3,
              bRow!,
              bColumn!,
              c,
              5,
              n,
              s,
              sFrom,
              sRow,
            );
            expect(c).toEqual(expected);
          }
        }
      }
    }
  }
});
