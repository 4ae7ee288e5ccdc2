/**
 * Seeded random numbers. Every consumer has a stream of its own, derived from the experiment's seed
 * by name, so that a new consumer never shifts the numbers of another.
 *
 * mulberry32 (Tommy Ettinger, public domain): one 32-bit word of state, one draw per addition of
 * 0x6D2B79F5; normals by Box and Muller (1958), cosine first, the sine kept for the next call.
 */

/** What a checkpoint keeps of a generator: the 32-bit word and the normal deviate kept for the next call. */
export interface RngState {
  readonly word: number;
  readonly keptNormal: number | null;
}

export class Rng {
  #word: number;
  #kept: number | null;

  constructor(state: RngState) {
    this.#word = state.word >>> 0;
    this.#kept = state.keptNormal;
  }

  /** Uniform in [0, 1), a multiple of 2⁻³². */
  uniform(): number {
    this.#word = (this.#word + 0x6d2b79f5) >>> 0;
    let t = this.#word;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** Standard normal. */
  normal(): number {
    if (this.#kept !== null) {
      const kept = this.#kept;
      this.#kept = null;
      return kept;
    }
    let u1 = this.uniform();
    while (u1 === 0) u1 = this.uniform();
    const u2 = this.uniform();
    const radius = Math.sqrt(-2 * Math.log(u1));
    this.#kept = radius * Math.sin(2 * Math.PI * u2);
    return radius * Math.cos(2 * Math.PI * u2);
  }

  /** A permutation of 0 … n − 1. */
  permutation(n: number): Uint32Array {
    const order = new Uint32Array(n);
    this.permute(order);
    return order;
  }

  /** Fills `order` with a permutation of its indices (Fisher–Yates from the end). */
  permute(order: Uint32Array): void {
    for (let i = 0; i < order.length; i++) order[i] = i;
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(this.uniform() * (i + 1));
      const swap = order[i]!;
      order[i] = order[j]!;
      order[j] = swap;
    }
  }

  state(): RngState {
    return { word: this.#word, keptNormal: this.#kept };
  }
}

/** The raw generator of a 32-bit seed. */
export function mulberry32(seed: number): Rng {
  return new Rng({ word: seed >>> 0, keptNormal: null });
}

/** FNV-1a over the UTF-8 bytes of an ASCII name, 32 bits. */
export function fnv1a32(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ (name.charCodeAt(i) & 0xff), 0x01000193);
  }
  return hash >>> 0;
}

/** MurmurHash3's 32-bit finaliser: spreads every input bit over the whole word. */
export function fmix32(word: number): number {
  let h = word >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The stream `name` of an experiment with this seed. */
export function stream(seed: number, name: string): Rng {
  return mulberry32(fmix32((seed ^ fnv1a32(name)) >>> 0));
}
