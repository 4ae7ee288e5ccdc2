import { ends, SEEDS } from '../../lessons/08-braking-by-feedback/ends.ts';
import { brakingByFeedback } from '../../lessons/08-braking-by-feedback/lesson.ts';
import { given, rounded, type Claim, type Claims } from '../../lessons/claim.ts';
import { meanOf } from '../ends.ts';
import { rules } from '../rules.ts';
import { patiences, plateauRun, type PlateauSettings } from './experiments.ts';

/** Mean loss at the end, over the repetitions of the lesson. */
const loss = (printed: string, settings: PlateauSettings): Claim =>
  rounded(printed, 2, () => meanOf(ends(plateauRun(settings)).map((end) => end.loss)));

const losses = ['5.54e-3', '3.23e-3', '9.62e-4', '5.63e-4', '6.20e-3', '3.42e-2'] as const;

const { pytorchCut, kerasCut, asked, epoch, epochs } = brakingByFeedback.claims;

export const claims: Claims = {
  pytorchCut: pytorchCut!,
  kerasCut: kerasCut!,
  asked: asked!,
  epoch: epoch!,
  epochs: epochs!,
  repetitions: given(SEEDS.length),
  ...Object.fromEntries(
    patiences.flatMap((patience, i) => [
      [`patience${i + 1}`, given(patience)],
      [`loss${i + 1}`, loss(losses[i]!, { patience })],
    ]),
  ),
  half: given(0.5),
  third: given(0.3),
  thirdLoss: loss('1.03e-3', { patience: 10, factor: 0.3 }),
  tenth: given(0.1),
  tenthLoss: loss('2.16e-3', { patience: 10, factor: 0.1 }),
  rest: given(2),
  restLoss: loss('6.78e-4', { patience: 5, cooldown: 2 }),
  share: given(100 * rules.patience.share),
  least: given(rules.patience.least),
  floor: given(1 / rules.floor),
  times: given(rules.earlyStopping),
};
