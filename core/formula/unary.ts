/**
 * Functions of one number. At a kink the derivative is the mean of both sides: |x| has slope 0 at 0, relu ½;
 * steps (sign, floor, ceil) have derivative 0 everywhere.
 */

/** A function of one number with its first two derivatives; `f` is its value at x. */
export interface UnaryFunction {
  readonly tex: (x: string) => string;
  readonly value: (x: number) => number;
  readonly slope: (x: number, f: number) => number;
  readonly curvature: (x: number, f: number) => number;
}

const command = (name: string) => (x: string) => `${name}\\left(${x}\\right)`;
const word = (name: string) => command(`\\operatorname{${name}}`);

const sigmoid = (x: number): number =>
  x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));

const logarithm = (
  tex: (x: string) => string,
  value: (x: number) => number,
  scale: number,
): UnaryFunction => ({
  tex,
  value,
  slope: (x) => scale / x,
  curvature: (x) => -scale / (x * x),
});

const natural = logarithm(command('\\ln'), Math.log, 1);
const decimal = logarithm(command('\\lg'), Math.log10, Math.LOG10E);

const step = (tex: (x: string) => string, value: (x: number) => number): UnaryFunction => ({
  tex,
  value,
  slope: () => 0,
  curvature: () => 0,
});

/** By name; `log` is the natural logarithm, as in most programming languages. */
export const unary = {
  sqrt: {
    tex: (x) => `\\sqrt{${x}}`,
    value: Math.sqrt,
    slope: (_x, f) => 0.5 / f,
    curvature: (x, f) => -0.25 / (x * f),
  },
  cbrt: {
    tex: (x) => `\\sqrt[3]{${x}}`,
    value: Math.cbrt,
    slope: (_x, f) => 1 / (3 * f * f),
    curvature: (x, f) => -2 / (9 * x * f * f),
  },
  exp: { tex: command('\\exp'), value: Math.exp, slope: (_x, f) => f, curvature: (_x, f) => f },
  expm1: {
    tex: word('expm1'),
    value: Math.expm1,
    slope: Math.exp,
    curvature: Math.exp,
  },
  ln: natural,
  log: natural,
  lg: decimal,
  log10: decimal,
  log2: logarithm(command('\\log_2'), Math.log2, Math.LOG2E),
  log1p: {
    tex: word('log1p'),
    value: Math.log1p,
    slope: (x) => 1 / (1 + x),
    curvature: (x) => -1 / ((1 + x) * (1 + x)),
  },
  sin: { tex: command('\\sin'), value: Math.sin, slope: Math.cos, curvature: (_x, f) => -f },
  cos: {
    tex: command('\\cos'),
    value: Math.cos,
    slope: (x) => -Math.sin(x),
    curvature: (_x, f) => -f,
  },
  tan: {
    tex: command('\\tan'),
    value: Math.tan,
    slope: (_x, f) => 1 + f * f,
    curvature: (_x, f) => 2 * f * (1 + f * f),
  },
  asin: {
    tex: command('\\arcsin'),
    value: Math.asin,
    slope: (x) => 1 / Math.sqrt(1 - x * x),
    curvature: (x) => x / (1 - x * x) ** 1.5,
  },
  acos: {
    tex: command('\\arccos'),
    value: Math.acos,
    slope: (x) => -1 / Math.sqrt(1 - x * x),
    curvature: (x) => -x / (1 - x * x) ** 1.5,
  },
  atan: {
    tex: command('\\arctan'),
    value: Math.atan,
    slope: (x) => 1 / (1 + x * x),
    curvature: (x) => (-2 * x) / (1 + x * x) ** 2,
  },
  sinh: { tex: command('\\sinh'), value: Math.sinh, slope: Math.cosh, curvature: (_x, f) => f },
  cosh: { tex: command('\\cosh'), value: Math.cosh, slope: Math.sinh, curvature: (_x, f) => f },
  tanh: {
    tex: command('\\tanh'),
    value: Math.tanh,
    slope: (x) => 1 / Math.cosh(x) ** 2,
    curvature: (x, f) => (-2 * f) / Math.cosh(x) ** 2,
  },
  asinh: {
    tex: word('arsinh'),
    value: Math.asinh,
    slope: (x) => 1 / Math.sqrt(x * x + 1),
    curvature: (x) => -x / (x * x + 1) ** 1.5,
  },
  acosh: {
    tex: word('arcosh'),
    value: Math.acosh,
    slope: (x) => 1 / Math.sqrt(x * x - 1),
    curvature: (x) => -x / (x * x - 1) ** 1.5,
  },
  atanh: {
    tex: word('artanh'),
    value: Math.atanh,
    slope: (x) => 1 / (1 - x * x),
    curvature: (x) => (2 * x) / (1 - x * x) ** 2,
  },
  abs: {
    tex: (x) => `\\left|${x}\\right|`,
    value: Math.abs,
    slope: Math.sign,
    curvature: () => 0,
  },
  relu: {
    tex: word('relu'),
    value: (x) => Math.max(x, 0),
    slope: (x) => (1 + Math.sign(x)) / 2,
    curvature: () => 0,
  },
  sigmoid: {
    tex: word('sigmoid'),
    value: sigmoid,
    slope: (x, f) => f * sigmoid(-x),
    curvature: (x, f) => f * sigmoid(-x) * (sigmoid(-x) - f),
  },
  softplus: {
    tex: word('softplus'),
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    slope: sigmoid,
    curvature: (x) => sigmoid(x) * sigmoid(-x),
  },
  sign: step(word('sign'), Math.sign),
  floor: step((x) => `\\left\\lfloor ${x} \\right\\rfloor`, Math.floor),
  ceil: step((x) => `\\left\\lceil ${x} \\right\\rceil`, Math.ceil),
} as const satisfies Record<string, UnaryFunction>;
