import { sevenSteps } from './01-seven-steps/lesson.ts';
import { fourTemperaments } from './02-four-temperaments/lesson.ts';
import { stoppingRulesThatLie } from './03-stopping-rules-that-lie/lesson.ts';
import { ravines } from './04-ravines/lesson.ts';
import { noiseFloorLesson } from './05-noise-floor/lesson.ts';
import { decayThatSettles } from './06-decay-that-settles/lesson.ts';
import { trapInTheFormula } from './07-trap-in-the-formula/lesson.ts';
import { brakingByFeedback } from './08-braking-by-feedback/lesson.ts';
import { squaredErrorOrCrossEntropy } from './09-squared-error-or-cross-entropy/lesson.ts';
import { backPropagation } from './10-back-propagation/lesson.ts';
import { momentum } from './11-momentum/lesson.ts';
import { aRateForEveryParameter } from './12-a-rate-for-every-parameter/lesson.ts';
import { adamFamily } from './13-adam-family/lesson.ts';
import { manyValleys } from './14-many-valleys/lesson.ts';
import { edgeOfStability } from './15-edge-of-stability/lesson.ts';
import { aFixedBudget } from './16-a-fixed-budget/lesson.ts';

/** All lessons, by the folder they stand in. */
export const lessons = {
  '01-seven-steps': sevenSteps,
  '02-four-temperaments': fourTemperaments,
  '03-stopping-rules-that-lie': stoppingRulesThatLie,
  '04-ravines': ravines,
  '05-noise-floor': noiseFloorLesson,
  '06-decay-that-settles': decayThatSettles,
  '07-trap-in-the-formula': trapInTheFormula,
  '08-braking-by-feedback': brakingByFeedback,
  '09-squared-error-or-cross-entropy': squaredErrorOrCrossEntropy,
  '10-back-propagation': backPropagation,
  '11-momentum': momentum,
  '12-a-rate-for-every-parameter': aRateForEveryParameter,
  '13-adam-family': adamFamily,
  '14-many-valleys': manyValleys,
  '15-edge-of-stability': edgeOfStability,
  '16-a-fixed-budget': aFixedBudget,
} as const;
