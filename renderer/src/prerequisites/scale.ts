/** A quantity along an edge of a figure: linear, from one pixel to another. */
export interface Scale {
  readonly domain: readonly [lo: number, hi: number];
  readonly pixels: readonly [lo: number, hi: number];
}

export function toPixel({ domain, pixels }: Scale, value: number): number {
  return pixels[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (pixels[1] - pixels[0]);
}

export function fromPixel({ domain, pixels }: Scale, pixel: number): number {
  return domain[0] + ((pixel - pixels[0]) / (pixels[1] - pixels[0])) * (domain[1] - domain[0]);
}

/** The path of a line through points; where a coordinate is not finite it is interrupted. */
export function pathOf(
  x: Scale,
  y: Scale,
  points: readonly (readonly [x: number, y: number])[],
): string {
  let begun = false;
  return points
    .map(([atX, atY]) => {
      const [left, top] = [toPixel(x, atX), toPixel(y, atY)];
      if (!Number.isFinite(left) || !Number.isFinite(top)) {
        begun = false;
        return '';
      }
      const command = begun ? 'L' : 'M';
      begun = true;
      return `${command}${left.toFixed(2)} ${top.toFixed(2)}`;
    })
    .join('');
}
