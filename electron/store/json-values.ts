/**
 * JSON that keeps every double and the typed arrays of a checkpoint, in a form that will still be
 * readable in years: non-finite numbers and −0 are `{"$number": "NaN" | "Infinity" | "-Infinity" |
 * "-0"}`, arrays are `{"$float64": base64}` and `{"$uint32": base64}` of their little-endian bytes.
 * Everything else is plain JSON; what it could not give back is refused when it is written, not lost.
 */

const words = ['NaN', 'Infinity', '-Infinity', '-0'];

/** Throws TypeError for what cannot be kept: other classes, functions, symbols, bigints, `$` keys. */
export function stringify(value: unknown): string {
  return JSON.stringify(encode(value));
}

export function parse(text: string): unknown {
  return decode(JSON.parse(text));
}

function encode(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { $number: '-0' };
    return Number.isFinite(value) ? value : { $number: String(value) };
  }
  if (value instanceof Float64Array) return { $float64: base64(value) };
  if (value instanceof Uint32Array) return { $uint32: base64(value) };
  if (Array.isArray(value)) return Array.from(value as unknown[], encode);
  if (isPlain(value)) return encodeEntries(value);
  throw new TypeError(`cannot be stored: ${Object.prototype.toString.call(value)}`);
}

function encodeEntries(value: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const reserved = entries.find(([key]) => key.startsWith('$'));
  if (reserved) throw new TypeError(`cannot be stored: key ${reserved[0]}`);
  return Object.fromEntries(entries.map(([key, item]) => [key, encode(item)]));
}

/** In its place: a copy of what is large would be as large again. */
function decode(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value as unknown[];
    for (let i = 0; i < items.length; i++) items[i] = decode(items[i]);
    return items;
  }
  if (!isPlain(value)) return value;
  const { $number, $float64, $uint32 } = value;
  if (typeof $number === 'string' && words.includes($number)) return Number($number);
  if (typeof $float64 === 'string') return new Float64Array(bytes($float64));
  if (typeof $uint32 === 'string') return new Uint32Array(bytes($uint32));
  // Each is there already, so that setting `__proto__`, too, changes nothing but its value.
  for (const key of Object.keys(value)) value[key] = decode(value[key]);
  return value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function base64(values: Float64Array | Uint32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

function bytes(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64')).buffer;
}
