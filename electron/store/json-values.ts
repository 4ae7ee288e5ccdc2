/**
 * JSON that keeps every double and the typed arrays of a checkpoint, in a form that will still be
 * readable in years: non-finite numbers and −0 are `{"$number": "NaN" | "Infinity" | "-Infinity" |
 * "-0"}`, arrays are `{"$float64": base64}` and `{"$uint32": base64}` of their little-endian bytes.
 */

const words = ['NaN', 'Infinity', '-Infinity', '-0'] as const;

export function stringify(value: unknown): string {
  return JSON.stringify(encode(value));
}

export function parse(text: string): unknown {
  return decode(JSON.parse(text));
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { $number: '-0' };
    return Number.isFinite(value) ? value : { $number: String(value) };
  }
  if (value instanceof Float64Array) return { $float64: base64(value) };
  if (value instanceof Uint32Array) return { $uint32: base64(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  }
  return value;
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const tagged = value as Record<string, unknown>;
  if (words.includes(tagged['$number'] as never)) return Number(tagged['$number']);
  if (typeof tagged['$float64'] === 'string') return new Float64Array(buffer(tagged['$float64']));
  if (typeof tagged['$uint32'] === 'string') return new Uint32Array(buffer(tagged['$uint32']));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}

function base64(values: Float64Array | Uint32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

function buffer(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
