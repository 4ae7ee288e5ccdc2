/**
 * C ← S + A B, the one product behind all passes through a network.
 *
 * A has shape (m, k), B (k, n), C (m, n). Each lies in a flat array: entry (i, j) of A stands at
 * `aFrom + i aRow + j aColumn`, so that a transpose is a swap of strides; the rows of C are contiguous.
 * S is where the sums start: C itself to add to it, one row of biases (`sRow` 0), or null for 0.
 *
 * Tiles of 2 × 4 entries of C stay in registers, which shares every load and gives the processor eight
 * independent sums. Each sum still runs over k in order, so the result has the bits of the plain triple loop.
 */
export function matrixProduct(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  aFrom: number,
  aRow: number,
  aColumn: number,
  b: Float64Array,
  bFrom: number,
  bRow: number,
  bColumn: number,
  c: Float64Array,
  cFrom: number,
  cRow: number,
  s: Float64Array | null,
  sFrom: number,
  sRow: number,
): void {
  if (k === 1 && bColumn === 1) {
    outerProduct(m, n, a, aFrom, aRow, b, bFrom, c, cFrom, cRow, s, sFrom, sRow);
    return;
  }
  const pairs = m - (m % 2);
  const fours = n - (n % 4);
  for (let i = 0; i < pairs; i += 2) {
    for (let j = 0; j < fours; j += 4) {
      let a0 = aFrom + i * aRow;
      let a1 = a0 + aRow;
      let b0 = bFrom + j * bColumn;
      let b1 = b0 + bColumn;
      let b2 = b1 + bColumn;
      let b3 = b2 + bColumn;
      const c0 = cFrom + i * cRow + j;
      const c1 = c0 + cRow;
      const at0 = sFrom + i * sRow + j;
      const at1 = at0 + sRow;
      let s00 = s ? s[at0]! : 0;
      let s01 = s ? s[at0 + 1]! : 0;
      let s02 = s ? s[at0 + 2]! : 0;
      let s03 = s ? s[at0 + 3]! : 0;
      let s10 = s ? s[at1]! : 0;
      let s11 = s ? s[at1 + 1]! : 0;
      let s12 = s ? s[at1 + 2]! : 0;
      let s13 = s ? s[at1 + 3]! : 0;
      for (let l = 0; l < k; l++) {
        const x = a[a0]!;
        const y = a[a1]!;
        const u0 = b[b0]!;
        const u1 = b[b1]!;
        const u2 = b[b2]!;
        const u3 = b[b3]!;
        s00 += x * u0;
        s01 += x * u1;
        s02 += x * u2;
        s03 += x * u3;
        s10 += y * u0;
        s11 += y * u1;
        s12 += y * u2;
        s13 += y * u3;
        a0 += aColumn;
        a1 += aColumn;
        b0 += bRow;
        b1 += bRow;
        b2 += bRow;
        b3 += bRow;
      }
      c[c0] = s00;
      c[c0 + 1] = s01;
      c[c0 + 2] = s02;
      c[c0 + 3] = s03;
      c[c1] = s10;
      c[c1 + 1] = s11;
      c[c1 + 2] = s12;
      c[c1 + 3] = s13;
    }
  }
  // An odd last row: 1 × 4 tiles.
  for (let i = pairs; i < m; i++) {
    for (let j = 0; j < fours; j += 4) {
      let a0 = aFrom + i * aRow;
      let b0 = bFrom + j * bColumn;
      let b1 = b0 + bColumn;
      let b2 = b1 + bColumn;
      let b3 = b2 + bColumn;
      const c0 = cFrom + i * cRow + j;
      const at0 = sFrom + i * sRow + j;
      let s0 = s ? s[at0]! : 0;
      let s1 = s ? s[at0 + 1]! : 0;
      let s2 = s ? s[at0 + 2]! : 0;
      let s3 = s ? s[at0 + 3]! : 0;
      for (let l = 0; l < k; l++) {
        const x = a[a0]!;
        s0 += x * b[b0]!;
        s1 += x * b[b1]!;
        s2 += x * b[b2]!;
        s3 += x * b[b3]!;
        a0 += aColumn;
        b0 += bRow;
        b1 += bRow;
        b2 += bRow;
        b3 += bRow;
      }
      c[c0] = s0;
      c[c0 + 1] = s1;
      c[c0 + 2] = s2;
      c[c0 + 3] = s3;
    }
  }
  // The last columns, fewer than four: 4 × 1 tiles, then entry by entry.
  const quads = m - (m % 4);
  for (let j = fours; j < n; j++) {
    for (let i = 0; i < quads; i += 4) {
      let a0 = aFrom + i * aRow;
      let a1 = a0 + aRow;
      let a2 = a1 + aRow;
      let a3 = a2 + aRow;
      let b0 = bFrom + j * bColumn;
      const c0 = cFrom + i * cRow + j;
      const c1 = c0 + cRow;
      const c2 = c1 + cRow;
      const c3 = c2 + cRow;
      const at0 = sFrom + i * sRow + j;
      const at1 = at0 + sRow;
      const at2 = at1 + sRow;
      const at3 = at2 + sRow;
      let s0 = s ? s[at0]! : 0;
      let s1 = s ? s[at1]! : 0;
      let s2 = s ? s[at2]! : 0;
      let s3 = s ? s[at3]! : 0;
      for (let l = 0; l < k; l++) {
        const u = b[b0]!;
        s0 += a[a0]! * u;
        s1 += a[a1]! * u;
        s2 += a[a2]! * u;
        s3 += a[a3]! * u;
        a0 += aColumn;
        a1 += aColumn;
        a2 += aColumn;
        a3 += aColumn;
        b0 += bRow;
      }
      c[c0] = s0;
      c[c1] = s1;
      c[c2] = s2;
      c[c3] = s3;
    }
    for (let i = quads; i < m; i++) {
      let a0 = aFrom + i * aRow;
      let b0 = bFrom + j * bColumn;
      const c0 = cFrom + i * cRow + j;
      let sum = s ? s[sFrom + i * sRow + j]! : 0;
      for (let l = 0; l < k; l++) {
        sum += a[a0]! * b[b0]!;
        a0 += aColumn;
        b0 += bRow;
      }
      c[c0] = sum;
    }
  }
}

/** The case k = 1, a column times a row: one multiplication per entry, in order of memory. */
function outerProduct(
  m: number,
  n: number,
  a: Float64Array,
  aFrom: number,
  aRow: number,
  b: Float64Array,
  bFrom: number,
  c: Float64Array,
  cFrom: number,
  cRow: number,
  s: Float64Array | null,
  sFrom: number,
  sRow: number,
): void {
  for (let i = 0; i < m; i++) {
    const x = a[aFrom + i * aRow]!;
    const to = cFrom + i * cRow;
    if (s) {
      const from = sFrom + i * sRow;
      for (let j = 0; j < n; j++) c[to + j] = s[from + j]! + x * b[bFrom + j]!;
    } else {
      for (let j = 0; j < n; j++) c[to + j] = 0 + x * b[bFrom + j]!;
    }
  }
}
