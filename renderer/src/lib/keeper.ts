/**
 * Remembers a value: gives back the one before where the new one is the same all through, so that nothing which
 * depends on it is computed or drawn again. Plain objects and arrays are compared by what is in them, all else
 * (typed arrays, maps, functions) by being the same one.
 */
export function keeper<T>(): (next: T) => T {
  let kept: { readonly value: T } | null = null;
  return (next) => {
    if (!kept || !isSame(kept.value, next)) kept = { value: next };
    return kept.value;
  };
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
