/** Steps `first, first + stride, …`, `n` of them. */
export type Stretch = readonly [first: number, stride: number, n: number];

/**
 * The same steps in as few stretches as going through them in order makes: each as long as its first two
 * steps go on. However the steps were cut before, the result is the same. A single step has stride 1.
 */
export function joinStretches(cut: readonly Stretch[]): readonly Stretch[] {
  const joined: [first: number, stride: number, n: number][] = [];
  for (const given of cut) {
    let [first, , n] = given;
    const stride = given[1];
    while (n > 0) {
      const open = joined.at(-1);
      if (!open || (open[2] > 1 && first !== open[0] + open[2] * open[1])) {
        joined.push([first, n > 1 ? stride : 1, n]);
        break;
      }
      if (open[2] === 1) open[1] = first - open[0];
      // Its first step goes on; the others only if they are as far apart.
      const taken = n === 1 || stride === open[1] ? n : 1;
      open[2] += taken;
      first += taken * stride;
      n -= taken;
    }
  }
  return joined;
}
