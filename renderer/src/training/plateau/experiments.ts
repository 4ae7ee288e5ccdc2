import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { brakingByFeedback } from '../../lessons/08-braking-by-feedback/lesson.ts';
import type { GuideExperiment } from '../guide.ts';

/** Of lesson 8: a noisy parabola, whose mean loss of every epoch the rule is shown. */
const { config: base } = brakingByFeedback.challenge.experiment.runs[0]!;

export interface PlateauSettings {
  readonly factor?: number;
  readonly patience?: number;
  readonly cooldown?: number;
}

const made = new Map<string, ExperimentConfig>();

/** The lesson's run with other settings of the rule; one configuration for each. */
export function plateauRun(settings: PlateauSettings): ExperimentConfig {
  const key = JSON.stringify(settings);
  const { id, params } = base.schedule;
  const config = made.get(key) ?? {
    ...base,
    schedule: { id, params: { ...params, factor: 0.5, ...settings } },
  };
  made.set(key, config);
  return config;
}

export const patiences = [0, 1, 5, 10, 20, 40] as const;

export const experiments = {
  patience: {
    name: { zh: '耐心：太少、合适、太多', en: 'Patience: too little, enough, too much' },
    runs: ([0, 5, 10, 40] as const).map((patience) => ({
      name: { zh: `耐心 ${patience}`, en: `patience ${patience}` },
      config: plateauRun({ patience }),
    })),
    pace: 400,
  },
  factor: {
    name: { zh: '砍几刀，每刀多深', en: 'Many shallow cuts, or a few deep ones' },
    runs: ([0.5, 0.3, 0.1] as const).map((factor) => ({
      name: { zh: `倍数 ${factor}`, en: `factor ${factor}` },
      config: plateauRun({ factor, patience: 10 }),
    })),
    pace: 400,
  },
} as const satisfies Record<string, GuideExperiment>;
