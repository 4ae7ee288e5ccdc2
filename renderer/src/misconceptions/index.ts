import { decay } from './decay.ts';
import { descent } from './descent.ts';
import { networks } from './networks.ts';
import { optimizers } from './optimizers.ts';
import type { Statement } from './statement.ts';

/** All statements, in the order in which they are read. */
export const statements: readonly Statement[] = [...descent, ...decay, ...networks, ...optimizers];
