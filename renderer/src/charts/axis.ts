/** A pixel position and the range it stands for; shared by drawing and by the cursor. */
export interface Axis {
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  /** Pixels of the domain's ends. */
  readonly range: readonly [number, number];
}

/** Pixel of a value. On a log axis everything at or below zero lies beyond the lower end. */
export function toPixel({ scale, domain, range }: Axis, value: number): number {
  const [low, high] = domain;
  const share =
    scale === 'log'
      ? value <= 0
        ? -Infinity
        : // A quotient of the two ends may be larger than any number.
          (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
      : (value - low) / (high - low);
  return range[0] + share * (range[1] - range[0]);
}

/** Value at a pixel. */
export function toValue({ scale, domain, range }: Axis, pixel: number): number {
  const share = (pixel - range[0]) / (range[1] - range[0]);
  const [low, high] = domain;
  if (scale === 'linear') return low + share * (high - low);
  return Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
}
