import type { StreamProblemConfig } from '../../../core/experiment/config.ts';
import { presets } from '../../../core/experiment/presets.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import { defaultParams, type Values } from '../../../core/params.ts';
import { gradientStreamIds, gradientStreams } from '../../../core/streams/index.ts';
import type { GradientStreamId } from '../../../core/streams/index.ts';
import { fromPreset, type Draft } from './draft-values.ts';

/** A stream is there to tell optimizers apart: plain descent and one that divides by the gradients it has seen. */
const FIRST_OPTIMIZERS: readonly OptimizerId[] = ['sgd', 'adam'];
const FIRST_RATE = 0.01;
const FIRST_STEPS = 1000;

/** A stream with its defaults, from its own start. */
export function streamProblem(id: GradientStreamId): StreamProblemConfig {
  const params: Values = defaultParams(gradientStreams[id].params);
  return { kind: 'stream', stream: { id, params }, start: startOf(id, params) };
}

/** The same stream with other constants; where the number of coordinates changes, from its new start. */
export function withStreamParams(
  { stream, start }: StreamProblemConfig,
  change: Values,
): StreamProblemConfig {
  const params = { ...stream.params, ...change };
  const usual = startOf(stream.id as GradientStreamId, params);
  const kept = usual.length === start.length ? start : usual;
  return { kind: 'stream', stream: { ...stream, params }, start: kept };
}

/** What is on the stage when streams are looked at for the first time. */
export function streamDraft(): Draft {
  const draft = fromPreset(presets.pair);
  const constant = draft.runs[0]!;
  return {
    ...draft,
    base: {
      ...draft.base,
      problem: streamProblem(gradientStreamIds[0]!),
      replicates: 1,
      totalSteps: FIRST_STEPS,
    },
    runs: FIRST_OPTIMIZERS.map((id, slot) => ({
      ...constant,
      slot,
      lr: FIRST_RATE,
      optimizer: { id, params: defaultParams(optimizers[id].params) },
    })),
  };
}

function startOf(id: GradientStreamId, params: Values): readonly number[] {
  return gradientStreams[id].create(params as never).start;
}
