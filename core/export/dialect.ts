/**
 * How one formula is spelled for plain numbers, for NumPy arrays and for Keras tensors. Each function takes
 * and returns Python expressions; `t` is the index, an integer (for Keras a float32 that holds one).
 */
export interface Dialect {
  readonly kind: 'scalar' | 'array' | 'tensor';
  readonly pi: string;
  cos(x: string): string;
  exp(x: string): string;
  sqrt(x: string): string;
  power(base: string, exponent: string): string;
  min(a: string, b: string): string;
  max(a: string, b: string): string;
  /** `a` where the condition holds, else `b`; arrays compute both. */
  where(condition: string, a: string, b: string): string;
  /** t − by for an index that is used only where it is not negative. */
  since(by: number): string;
  /** A constant that has the shape of `t`. */
  constant(x: string): string;
  /** A list as something that `at` can look into. */
  table(list: string): string;
  at(table: string, index: string): string;
  /** How many elements of an ascending table are ≤ t. */
  passed(table: string): string;
}

export const scalar: Dialect = {
  kind: 'scalar',
  pi: 'math.pi',
  cos: (x) => `math.cos(${x})`,
  exp: (x) => `math.exp(${x})`,
  sqrt: (x) => `math.sqrt(${x})`,
  power: (base, exponent) => `${base} ** ${exponent}`,
  min: (a, b) => `min(${a}, ${b})`,
  max: (a, b) => `max(${a}, ${b})`,
  where: (condition, a, b) => `${a} if ${condition} else ${b}`,
  since: (by) => `t - ${by}`,
  constant: (x) => x,
  table: (list) => list,
  at: (table, index) => `${table}[${index}]`,
  passed: (table) => `bisect.bisect_right(${table}, t)`,
};

export const array: Dialect = {
  kind: 'array',
  pi: 'np.pi',
  cos: (x) => `np.cos(${x})`,
  exp: (x) => `np.exp(${x})`,
  sqrt: (x) => `np.sqrt(${x})`,
  power: (base, exponent) => `${base} ** ${exponent}`,
  min: (a, b) => `np.minimum(${a}, ${b})`,
  max: (a, b) => `np.maximum(${a}, ${b})`,
  where: (condition, a, b) => `np.where(${condition}, ${a}, ${b})`,
  since: (by) => `np.maximum(t - ${by}, 0)`,
  constant: (x) => `np.full(np.shape(t), ${x})`,
  table: (list) => `np.array(${list})`,
  at: (table, index) => `${table}[${index}]`,
  passed: (table) => `np.searchsorted(${table}, t, side="right")`,
};

export const tensor: Dialect = {
  kind: 'tensor',
  pi: 'math.pi',
  cos: (x) => `ops.cos(${x})`,
  exp: (x) => `ops.exp(${x})`,
  sqrt: (x) => `ops.sqrt(${x})`,
  power: (base, exponent) => `ops.power(${base}, ${exponent.replace(/^\((.*)\)$/, '$1')})`,
  min: (a, b) => `ops.minimum(${a}, ${b})`,
  max: (a, b) => `ops.maximum(${a}, ${b})`,
  where: (condition, a, b) => `ops.where(${condition}, ${a}, ${b})`,
  since: (by) => `ops.maximum(t - ${by}, 0)`,
  constant: (x) => x,
  table: (list) => `np.array(${list}, "float32")`,
  at: (table, index) => `ops.take(${table}, ops.cast(${index}, "int32"))`,
  passed: (table) => `ops.cast(ops.sum(${table} <= t), "float32")`,
};
