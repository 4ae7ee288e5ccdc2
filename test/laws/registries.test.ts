/** Laws that every member of every registry keeps; a new member is tested by being listed. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../core/datasets/index.ts';
import { ConfigError } from '../../core/errors.ts';
import { parseSchedule } from '../../core/experiment/parse-choice.ts';
import { losses } from '../../core/losses/index.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { models } from '../../core/models/index.ts';
import { objectives } from '../../core/objectives/index.ts';
import { optimizers } from '../../core/optimizers/index.ts';
import { defaultParams, parseParams, type ParamSpecs } from '../../core/params.ts';
import { createStreams } from '../../core/training/streams.ts';
import { gradientStreams } from '../../core/streams/index.ts';
import { schedules } from '../../core/schedules/index.ts';

const registries = {
  optimizers,
  schedules,
  objectives,
  streams: gradientStreams,
  models,
  losses,
  datasets,
};

const parseAny = (specs: ParamSpecs, given: unknown): object =>
  parseParams(specs, given, 'params', parseSchedule);

describe.each(Object.entries(registries))('%s', (folder, registry) => {
  const members = Object.entries(registry) as [string, { id: string; params: ParamSpecs }][];

  test.each(members)('%s stands under its own name, with a test of the same name', (key, spec) => {
    expect(spec.id).toBe(key);
    const twin = new URL(`../core/${folder}/${key}.test.ts`, import.meta.url);
    expect(existsSync(fileURLToPath(twin)), fileURLToPath(twin)).toBe(true);
  });

  test.each(members)('%s: defaults are valid, and offered values are valid', (_key, { params }) => {
    expect(parseAny(params, {})).toEqual(defaultParams(params));
    for (const [name, spec] of Object.entries(params)) {
      if (spec.kind !== 'number') continue;
      const { min, max, scale } = spec.offered;
      expect(min).toBeLessThan(max);
      expect(['linear', 'log']).toContain(scale);
      if (scale === 'log') expect(min).toBeGreaterThan(0);
      for (const value of [min, max, spec.default]) {
        expect(parseAny(params, { [name]: value })).toMatchObject({ [name]: value });
      }
      const { valid } = spec;
      for (const outside of [
        valid.min - 1 - Math.abs(valid.min),
        valid.max + 1 + Math.abs(valid.max),
      ]) {
        expect(() => parseParams(params, { [name]: outside }, 'params')).toThrow(ConfigError);
      }
      for (const text of [spec.label, spec.help]) expect(text.zh && text.en).toBeTruthy();
    }
  });

  test.each(members)('%s refuses numbers outside of its valid ranges', (_key, { params }) => {
    for (const [name, spec] of Object.entries(params)) {
      if (spec.kind !== 'number') continue;
      const { min, max, minExclusive, integer } = spec.valid;
      expect(min).toBeLessThan(max);
      const outside = [min - 1, 2 * Math.abs(max) + 1, NaN, Infinity];
      if (minExclusive) outside.push(min);
      if (integer) outside.push(min + 0.5);
      for (const value of outside) {
        expect(() => parseAny(params, { [name]: value }), `${name} ${value}`).toThrow(ConfigError);
      }
    }
  });

  test.each(members)('%s refuses lists too short, too long or with such numbers', (_key, spec) => {
    for (const [name, param] of Object.entries(spec.params)) {
      if (param.kind !== 'numbers') continue;
      const { valid, length } = param;
      expect(valid.min).toBeLessThan(valid.max);
      expect(length.min).toBeLessThanOrEqual(length.max);
      const ofOne = (value: number): number[] => [value, ...param.default.slice(1)];
      const refused = [valid.min - 1, 2 * Math.abs(valid.max) + 1, NaN, Infinity].map(ofOne);
      refused.push(Array<number>(length.max + 1).fill(valid.max));
      if (length.min > 0) refused.push([]);
      for (const list of refused) {
        expect(() => parseAny(spec.params, { [name]: list }), name).toThrow(ConfigError);
      }
    }
  });
});

/** What the list of problems offers side by side. */
test.each(['zh', 'en'] as const)('no two problems have one name in %s', (language) => {
  const offered = [objectives, gradientStreams, datasets].flatMap((registry) =>
    Object.values(registry).map(({ name }) => name[language]),
  );
  expect(offered.filter((name, i) => offered.indexOf(name) !== i)).toEqual([]);
});

/** Where an objective has no second derivative: coordinates of kinks, or the distance from a cusp. */
const kinks: Partial<Record<string, (x: Float64Array) => boolean>> = {
  'absolute-value': ([x]) => Math.abs(x!) < 1e-3,
  'lessard-recht-packard': ([x]) => Math.abs(x! - 1) < 1e-3 || Math.abs(x! - 2) < 1e-3,
  ackley: (x) => Math.hypot(...x) < 1e-2,
};

describe.each(Object.values(gradientStreams))('gradient stream $id', (spec) => {
  const stream = spec.create(defaultParams(spec.params) as never);
  const gradients = (streams = createStreams(7)): number[] =>
    Array.from({ length: 200 }, (_, t) => {
      const grad = new Float64Array(stream.dim).fill(NaN);
      stream.gradient(t + 1, Float64Array.from(stream.start), grad, streams);
      return grad.reduce((sum, g) => sum + g, 0);
    });

  test('repeats itself with the same seed, and writes every coordinate', () => {
    expect(gradients()).toEqual(gradients());
    expect(gradients().every(Number.isFinite)).toBe(true);
    expect(stream.start).toHaveLength(stream.dim);
  });

  test('shows a finite loss, and names and a formula that renders', () => {
    expect(Number.isFinite(stream.loss(Float64Array.from(stream.start)))).toBe(true);
    for (const { zh, en } of [spec.name, spec.summary]) expect(zh && en).toBeTruthy();
    for (const line of spec.formula) {
      expect(() => katex.renderToString(line, { strict: 'error' })).not.toThrow();
    }
  });
});

describe.each(Object.values(objectives))('objective $id', (spec) => {
  const objective = spec.create(defaultParams(spec.params) as never);
  const rng = mulberry32(11);
  const somewhere = (): Float64Array => {
    const x = Float64Array.from(objective.domain, ([lo, hi]) => lo + (hi - lo) * rng.uniform());
    return kinks[spec.id]?.(x) ? somewhere() : x;
  };

  test('its gradient and Hessian match central differences', () => {
    const { dim } = objective;
    const grad = new Float64Array(dim);
    const left = new Float64Array(dim);
    const right = new Float64Array(dim);
    const hessian = new Float64Array(dim * dim);
    const h = 1e-5;
    for (let trial = 0; trial < 20; trial++) {
      const x = somewhere();
      const f = objective.valueAndGrad(x, grad);
      objective.hessian(x, hessian);
      // Rounding of f costs about |f| ε/h, of ∇f ‖∇f‖ ε/h; what is cut off is of the size of h² ∇²f.
      const tolerance = 1e-6 * (1 + Math.abs(f) / 100 + Math.hypot(...grad, ...hessian) / 100);
      for (let i = 0; i < dim; i++) {
        const up = x.slice();
        const down = x.slice();
        up[i]! += h;
        down[i]! -= h;
        const slope =
          (objective.valueAndGrad(up, right) - objective.valueAndGrad(down, left)) / (2 * h);
        expect(Math.abs(grad[i]! - slope)).toBeLessThan(tolerance);
        for (let j = 0; j < dim; j++) {
          const curvature = (right[j]! - left[j]!) / (2 * h);
          expect(Math.abs(hessian[i * dim + j]! - curvature)).toBeLessThan(tolerance);
          expect(hessian[i * dim + j]).toBe(hessian[j * dim + i]);
        }
      }
    }
  });

  test('its minima are stationary and nothing nearby is lower', () => {
    const grad = new Float64Array(objective.dim);
    for (const minimum of objective.minima) {
      const least = objective.valueAndGrad(Float64Array.from(minimum), grad);
      expect(Math.hypot(...grad)).toBeLessThan(1e-12);
      for (let trial = 0; trial < 20; trial++) {
        const near = Float64Array.from(minimum, (value) => value + 0.01 * rng.normal());
        expect(objective.valueAndGrad(near, grad)).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test('its start and its minima lie in what is drawn', () => {
    for (const point of [objective.start, ...objective.minima]) {
      expect(point).toHaveLength(objective.dim);
      point.forEach((value, i) => {
        const [lo, hi] = objective.domain[i]!;
        expect(value >= lo && value <= hi).toBe(true);
      });
    }
  });

  test('its formula renders', () => {
    for (const line of spec.formula) {
      expect(() =>
        katex.renderToString(line, { strict: 'error', throwOnError: true }),
      ).not.toThrow();
    }
  });
});
