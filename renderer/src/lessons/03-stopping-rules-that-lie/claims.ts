import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { rateOf } from '../../lib/theory.ts';
import { arrival } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded, type Recorded } from '../recorded.ts';

interface Terms {
  readonly steady: ExperimentConfig;
  readonly decayed: ExperimentConfig;
  readonly plateau: ExperimentConfig;
  readonly goal: number;
  readonly mostUpdates: number;
}

export function claimsOf({ steady, decayed, plateau, goal, mostUpdates }: Terms): Claims {
  const end = (config: ExperimentConfig, metric: Parameters<Recorded['at']>[0]): number =>
    recorded(config).at(metric, recorded(config).updates);
  const stop = (config: ExperimentConfig): number => recorded(config).updates;
  const unstopped: ExperimentConfig = { ...plateau, stop: { ...plateau.stop, lossChange: null } };
  return {
    start: given(recorded(steady).at('param/0', 0)),
    startLoss: exact(50, () => recorded(steady).at('train/loss', 0)),
    rate: given(steady.lr),
    decay: given(decayed.schedule.params['decay'] as number),
    changeLimit: given(steady.stop.lossChange!),
    steadyStop: exact(78, () => stop(steady)),
    // 50 · 0.81⁷⁸
    steadyLoss: rounded('3.637e-6', 3, () => end(steady, 'train/loss')),
    decayedStop: exact(23, () => stop(decayed)),
    decayedAt: rounded('6.3805', 3, () => end(decayed, 'param/0')),
    decayedSlope: rounded('6.3805', 3, () => end(decayed, 'optim/grad_norm')),
    decayedLoss: rounded('20.36', 3, () => end(decayed, 'train/loss')),
    // 0.1 / (1.1 · 1.2 · … · 3.2)
    lastRate: rounded('1.379e-8', 2, () => rateOf(decayed)(stop(decayed) - 1)!),
    plateauStart: given(recorded(plateau).at('param/0', 0)),
    plateauRate: given(plateau.lr),
    plateauStop: exact(1, () => stop(plateau)),
    plateauLoss: rounded('0.99996', 5, () => end(plateau, 'train/loss')),
    plateauSlope: rounded('1.8e-4', 2, () => recorded(plateau).at('optim/grad_norm', 0)),
    plateauArrival: exact(2798, () => arrival(unstopped, goal)),
    goal: given(goal),
    mostUpdates: given(mostUpdates),
  };
}
