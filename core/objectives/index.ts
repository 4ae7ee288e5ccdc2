import { absoluteValue } from './absolute-value.ts';
import { ackley } from './ackley.ts';
import { beale } from './beale.ts';
import { booth } from './booth.ts';
import { curvedSaddle } from './curved-saddle.ts';
import { formula } from './formula.ts';
import { himmelblau } from './himmelblau.ts';
import { hyperbola } from './hyperbola.ts';
import { lessardRechtPackard } from './lessard-recht-packard.ts';
import { parabola } from './parabola.ts';
import { plateauWell } from './plateau-well.ts';
import { quadraticBowl } from './quadratic-bowl.ts';
import { quadratic } from './quadratic.ts';
import { quartic } from './quartic.ts';
import { rastrigin } from './rastrigin.ts';
import { rosenbrock } from './rosenbrock.ts';
import { saddle } from './saddle.ts';
import { shiftedParabola } from './shifted-parabola.ts';
import { styblinskiTang } from './styblinski-tang.ts';
import { threeHumpCamel } from './three-hump-camel.ts';
import { tiltedDoubleWell } from './tilted-double-well.ts';

/** The registry: the only list of objectives. */
export const objectives = {
  'quadratic-bowl': quadraticBowl,
  parabola,
  'shifted-parabola': shiftedParabola,
  quadratic,
  'absolute-value': absoluteValue,
  quartic,
  'plateau-well': plateauWell,
  'tilted-double-well': tiltedDoubleWell,
  'lessard-recht-packard': lessardRechtPackard,
  saddle,
  'curved-saddle': curvedSaddle,
  hyperbola,
  rosenbrock,
  beale,
  booth,
  himmelblau,
  rastrigin,
  ackley,
  'styblinski-tang': styblinskiTang,
  'three-hump-camel': threeHumpCamel,
  formula,
} as const;

export type ObjectiveId = keyof typeof objectives;
export const objectiveIds = Object.keys(objectives) as ObjectiveId[];
