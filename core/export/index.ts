import type { CodeTarget } from './code-request.ts';
import { keras } from './keras.ts';
import { numpy } from './numpy.ts';
import { pytorch } from './pytorch.ts';

/** The registry: the only list of targets, in the order in which they are offered. */
export const codeTargets = { pytorch, keras, numpy } as const satisfies Record<string, CodeTarget>;

export type CodeTargetId = keyof typeof codeTargets;
export const codeTargetIds = Object.keys(codeTargets) as CodeTargetId[];
