import { library } from './0001-library.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, in order; a new one is added at the end, none is ever changed. */
export const migrations: readonly Migration[] = [library];

export const latestVersion = migrations.length;
