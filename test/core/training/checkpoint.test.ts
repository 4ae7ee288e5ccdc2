import { expect, test } from 'vitest';
import { toCsv } from '../../../core/analysis/csv.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { presetIds, presets } from '../../../core/experiment/presets.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer, type Trainer } from '../../../core/training/trainer.ts';
import { assets } from '../../support/assets.ts';
import { fc } from '../../support/seed.ts';

/** Shortened presets: every kind of problem, schedule and end. */
const configs = presetIds.flatMap((id) =>
  presets[id].runs.map(({ config }) =>
    parseExperimentConfig({
      ...config,
      totalSteps: id === 'tooLarge' ? 900 : 150,
      replicates: Math.min(3, config.replicates),
    }),
  ),
);

test('a run cut at any step and restored continues to the same bits', () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...configs), cuts, (config, at) => {
      const whole = createTrainer(config, assets);
      const expected = createRecorder();
      whole.advance(config.totalSteps, expected);

      const chunks: MetricChunk[] = [];
      let trainer: Trainer = createTrainer(config, assets);
      for (const cut of [...at.sort((a, b) => a - b), config.totalSteps]) {
        const recorder = createRecorder();
        trainer.advance(Math.max(0, cut - trainer.step), recorder);
        chunks.push(...recorder.flush());
        trainer = createTrainer(config, assets, structuredClone(trainer.checkpoint()));
      }
      const rest = createRecorder();
      trainer.advance(config.totalSteps, rest);
      chunks.push(...rest.flush());
      expect(toCsv(chunks)).toBe(toCsv(expected.flush()));
      expect(trainer.outcome).toEqual(whole.outcome);
      expect(trainer.result()).toEqual(whole.result());
    }),
    { numRuns: 60 },
  );
});
