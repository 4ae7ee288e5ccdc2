/** A deep copy of plain state: numbers, null, typed arrays, and objects and lists of these. */
export function structuredCopy(state: unknown): unknown {
  if (state instanceof Float64Array || state instanceof Uint32Array) return state.slice();
  if (Array.isArray(state)) return state.map(structuredCopy);
  if (typeof state === 'object' && state !== null) {
    return Object.fromEntries(Object.entries(state).map(([k, v]) => [k, structuredCopy(v)]));
  }
  return state;
}
