const GREEK: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ϵ',
  varepsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  psi: 'ψ',
  omega: 'ω',
  Sigma: 'Σ',
  Delta: 'Δ',
};
const SIGNS: Readonly<Record<string, string>> = {
  approx: '≈',
  cdot: '·',
  dots: '…',
  infty: '∞',
  le: '≤',
  partial: '∂',
  sqrt: '√',
};
const LOWERED: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  i: 'ᵢ',
  t: 'ₜ',
};

/** A parameter's word without its symbol, where the symbol stands beside it: `curvature λ` is curvature. */
export function wordWithout(symbol: string, label: string): string {
  const plain = plainSymbol(symbol);
  return plain !== '' && label.endsWith(` ${plain}`)
    ? label.slice(0, -plain.length).trimEnd()
    : label;
}

/**
 * The TeX of a symbol, or of a short formula, as plain text for tables, names and search: `\beta_1` is β₁, `t_{\max}` is
 * t max, `\tfrac12` is 1/2.
 */
export function plainSymbol(tex: string): string {
  return tex
    .replace(/\\(?:mathrm|text|operatorname)\{([^{}]*)\}/g, '$1')
    .replace(/\\[td]?frac(?:\{([^{}]*)\}|(\w))(?:\{([^{}]*)\}|(\w))/g, '$1$2/$3$4')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => GREEK[name] ?? SIGNS[name] ?? name)
    .replace(/_\{?([0-9it+-]+)\}?(?![A-Za-z])/g, (_, low: string) =>
      Array.from(low, (character) => LOWERED[character]!).join(''),
    )
    .replace(/_\{?([^{}]+)\}?/g, ' $1')
    .replace(/[{}\\]/g, '')
    .trim();
}
