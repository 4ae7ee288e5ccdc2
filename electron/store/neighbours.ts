import { CHUNK_POINTS, type MetricChunk } from '../../core/training/metrics.ts';

/** Steps `first, first + stride, …`, n of them; the stride of a single one means nothing. */
interface Span {
  readonly first: number;
  readonly stride: number;
  readonly n: number;
}

/**
 * Cuts ordered spans of one series into groups that can each be one chunk: even spacing throughout, at
 * most CHUNK_POINTS values. Greedy; every span is in exactly one group.
 */
export function neighbours<S extends Span>(spans: readonly S[]): readonly (readonly S[])[] {
  const groups: S[][] = [];
  let open: S[] = [];
  let points = 0;
  for (const span of spans) {
    if (open.length > 0 && (points + span.n > CHUNK_POINTS || !continues(open, span))) {
      groups.push(open);
      open = [];
      points = 0;
    }
    open.push(span);
    points += span.n;
  }
  if (open.length > 0) groups.push(open);
  return groups;
}

/** Spacing of a group; null for a single step, which has none. */
export function spacing(group: readonly Span[]): number | null {
  const long = group.find(({ n }) => n > 1);
  if (long) return long.stride;
  return group.length > 1 ? group[1]!.first - group[0]!.first : null;
}

/** The values of parts behind each other. */
export function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The same values of one metric in as few chunks as possible. */
export function joinChunks(chunks: readonly MetricChunk[]): readonly MetricChunk[] {
  if (chunks.length < 2) return chunks;
  const spans = chunks.map((chunk) => ({ ...chunk, n: chunk.values.length }));
  return neighbours(spans).map((group) => {
    const { metric, first, stride } = group[0]!;
    const values = concatenate(group.map((span) => span.values));
    return { metric, first, stride: spacing(group) ?? stride, values };
  });
}

function continues(group: readonly Span[], next: Span): boolean {
  const last = group.at(-1)!;
  const gap = next.first - (last.first + (last.n - 1) * last.stride);
  const own = spacing(group) ?? gap;
  return gap > 0 && gap === own && (next.n === 1 || next.stride === own);
}
