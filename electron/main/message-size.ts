/**
 * About how many bytes a structured-cloned message holds; stops counting beyond `limit`. Counts what a
 * reader would walk through, so the empty slots of a sparse list count too. Cycles count once.
 */
export function messageSize(message: unknown, limit: number): number {
  const waiting: unknown[] = [message];
  const seen = new Set<object>();
  let bytes = 0;
  while (waiting.length > 0 && bytes <= limit) {
    const value = waiting.pop();
    bytes += ownSize(value);
    if (bytes > limit || typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const part of partsOf(value)) waiting.push(part);
  }
  return bytes;
}

function ownSize(value: unknown): number {
  if (typeof value === 'string') return value.length * 2;
  if (typeof value === 'bigint') return value.toString(16).length;
  if (Array.isArray(value)) return 8 + value.length * 8;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  return 8;
}

function partsOf(value: object): Iterable<unknown> {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return [];
  if (value instanceof Map) return [...value].flat();
  if (value instanceof Set || Array.isArray(value)) return value;
  return Object.entries(value).flat();
}
