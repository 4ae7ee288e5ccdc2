/** Parsers of how far somebody has come in the lessons. */
import { z } from 'zod';
import {
  lessonSections,
  MOST_CARDS,
  MOST_DRAWN,
  MOST_LESSONS,
  MOST_ON_STAGE,
  MOST_PART_ID,
  MOST_TRIES,
  MOST_TRY_LABEL,
  MOST_TRY_SETTINGS,
  PART_ID,
  verdicts,
} from '../lesson-progress.ts';
import { MOST_LINE } from '../library.ts';
import { line, runId, step } from './common.ts';

/** As lessons and statements name their parts. */
export const partId = z.string().max(MOST_PART_ID).regex(PART_ID);
export const lessonNumber = z.int().min(1).max(MOST_LESSONS);
const lessonTry = z.strictObject({
  label: line.pipe(z.string().max(MOST_TRY_LABEL)),
  settings: z.exactOptional(z.string().startsWith('{').max(MOST_TRY_SETTINGS)),
  measured: z.union([z.number(), z.literal('never')]).nullable(),
  met: z.boolean(),
});
/** A function of the step: no step comes twice, and none before another. */
function risesByStep(points: readonly (readonly [step: number, value: number])[]): boolean {
  return points.every(([at], i) => i === 0 || at > points[i - 1]![0]);
}
const lessonStage = z.strictObject({
  on: z.union([z.enum(['experiment', 'challenge']), z.int().min(0).max(MOST_CARDS)]),
  runs: z.array(runId).max(MOST_ON_STAGE),
  step: step.nullable(),
});
export const lessonProgress = z.strictObject({
  section: z.enum(lessonSections),
  predicted: partId.nullable(),
  drawn: z
    .array(z.tuple([step, z.number()]))
    .max(MOST_DRAWN)
    .refine(risesByStep),
  ran: z.boolean(),
  checked: partId.nullable(),
  tries: z.array(lessonTry).max(MOST_TRIES),
  met: z.boolean(),
  conclusion: line.pipe(z.string().max(MOST_LINE)),
  typed: z.exactOptional(line.pipe(z.string().max(MOST_LINE)).nullable()),
  stage: z.exactOptional(lessonStage),
});

export const verdict = z.enum(verdicts);
