/** Full-batch descent sharpens a network until its largest curvature meets 2/η. */
import { describe, expect, test } from 'vitest';
import { sharpness } from '../../../core/analysis/sharpness.ts';
import { sine } from '../../../core/datasets/sine.ts';
import { defaultParams } from '../../../core/params.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import { modelOf } from '../../support/models.ts';
import { expectPrinted } from './printed.ts';
import { objective, Walk } from './walk.ts';

const { train } = sine.load({}, defaultParams(sine.params), mulberry32(5));
const network = modelOf('mlp', { hidden: [16, 16] }, 'mse', { features: 1, classes: null });
const FULL = process.env['DOWNHILL_TEST_SIZE'] === 'full';

/** Full-batch training of the 321 parameters from init seed 3 (or from given ones). */
class Training {
  readonly params: Float64Array;
  loss = NaN;
  /** Updates on which the loss rose. */
  rises = 0;
  readonly #grad = new Float64Array(network.dim);

  constructor(params = network.init(mulberry32(3))) {
    this.params = params.slice();
    this.#look();
  }

  advance(rate: number, updates: number): this {
    for (let k = 0; k < updates; k++) {
      const before = this.loss;
      this.params.forEach((p, i) => (this.params[i] = p - rate * this.#grad[i]!));
      this.#look();
      if (this.loss > before) this.rises++;
    }
    return this;
  }

  #look(): void {
    this.loss = network.lossAndGrad(this.params, train, null, 0, train.count, this.#grad);
  }
}

const near = (value: number, printed: number): void =>
  expect(Math.abs(value / printed - 1), `${value} instead of ${printed}`).toBeLessThan(0.02);

/** The rows of the other rates stand beside the estimate of the sharpness. */
describe('1-16-16-1 tanh on 40 points of a sine', () => {
  if (FULL) {
    test('η = .05: at the edge, 41.0, after 10,000 updates; 785 rises of the loss in 20,000', () => {
      const training = new Training().advance(0.05, 10_000);
      near(sharpness(network, train, training.params).eigenvalue, 41.0);
      near(training.loss, 9.7e-4);
      near(training.advance(0.05, 10_000).rises, 785);
    });
  }

  test('at η = .2 after 5,000 updates a lower rate brings the loss down at once', () => {
    const midway = new Training().advance(0.2, 5000);
    const after = (rate: number): number => new Training(midway.params).advance(rate, 200).loss;
    // Where the run is after 5,000 updates depends on rounding, and with it the third digit.
    expect(Math.abs(after(0.1) / 1.07e-3 - 1)).toBeLessThan(0.05);
    expect(Math.abs(after(0.02) / 1.17e-3 - 1)).toBeLessThan(0.05);
    expect(after(0.2)).toBeGreaterThan(4 * after(0.1));
  });
});

test('½ (xy − 1)² from (4, .3): a large rate is thrown to where the valley is flat', () => {
  const end = (rate: number): Walk =>
    new Walk({ objective: objective('hyperbola'), start: [4, 0.3], rate }).advance(5000);
  expectPrinted([...end(0.12).x], '3.99 0.25');
  const thrown = end(0.15);
  expectPrinted([...thrown.x, Math.hypot(...thrown.x) ** 2], '3.11 0.32 9.76');
  const flat = end(0.2);
  expectPrinted([...flat.x, Math.hypot(...flat.x) ** 2], '0.75 1.33 2.34');
  const walk = new Walk({ objective: objective('hyperbola'), start: [4, 0.3], rate: 0.2 });
  let peak = 0;
  for (let s = 0; s < 100; s++) peak = Math.max(peak, walk.advance().loss);
  expectPrinted(peak, '16.4');
  expect(end(0.25).loss).toBeNaN();
});
