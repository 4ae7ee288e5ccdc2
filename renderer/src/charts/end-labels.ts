/** A name that wants to stand at a height. */
export interface WantedLabel {
  readonly wanted: number;
}

/**
 * Heights for labels that want to stand at their line's end: at least `gap` apart, inside
 * `[top, bottom]` as far as there is room, in the order of their wishes, moved as little as can be.
 * Returned in the order given.
 */
export function placeLabels(
  labels: readonly WantedLabel[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = labels
    .map(({ wanted }, index) => ({ index, wanted }))
    .sort((a, b) => a.wanted - b.wanted || a.index - b.index);
  const blocks: { members: number[]; sum: number }[] = [];
  for (const { index, wanted } of order) {
    blocks.push({ members: [index], sum: clamp(wanted, top, bottom) });
    // Neighbouring blocks that would touch become one, centred on what its members want.
    while (blocks.length > 1 && touches(blocks.at(-2)!, blocks.at(-1)!, gap)) {
      const next = blocks.pop()!;
      const block = blocks.at(-1)!;
      const shift = block.members.length * gap * next.members.length;
      block.sum += next.sum - shift;
      block.members.push(...next.members);
    }
  }
  const heights = labels.map(() => 0);
  for (const { members, sum } of blocks) {
    const first = sum / members.length;
    members.forEach((index, i) => (heights[index] = first + i * gap));
  }
  return keepInside(
    heights,
    order.map(({ index }) => index),
    gap,
    top,
    bottom,
  );
}

/** `sum` is kept so that its mean is where the first member of the block stands. */
function touches(
  above: { members: readonly number[]; sum: number },
  below: { members: readonly number[]; sum: number },
  gap: number,
): boolean {
  const first = above.sum / above.members.length;
  return below.sum / below.members.length < first + above.members.length * gap;
}

/** Pushes from the bottom up and then from the top down, so that too many spill below, never above. */
function keepInside(
  heights: number[],
  order: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  let limit = bottom;
  for (const index of [...order].reverse()) {
    heights[index] = Math.min(heights[index]!, limit);
    limit = heights[index]! - gap;
  }
  limit = top;
  for (const index of order) {
    heights[index] = Math.max(heights[index]!, limit);
    limit = heights[index]! + gap;
  }
  return heights;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
