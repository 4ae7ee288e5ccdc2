import { library } from './0001-library.ts';
import { order } from './0002-order.ts';
import { runEvents } from './0003-run-events.ts';
import { race } from './0004-race.ts';
import { imports } from './0005-imports.ts';
import { trainingTime } from './0006-training-time.ts';
import { trainingLogs } from './0007-training-logs.ts';
import { lessons } from './0008-lessons.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, in order; a new one is added at the end, none is ever changed. */
export const migrations: readonly Migration[] = [
  library,
  order,
  runEvents,
  race,
  imports,
  trainingTime,
  trainingLogs,
  lessons,
];

export const latestVersion = migrations.length;
