import type { RunSummary } from '../../../electron/ipc/run.ts';
import { onlyFrozen, type RunFilter } from '../lib/runs-table/filter.ts';
import type { App } from './app.ts';

/** Leads to the run that froze, and why; where there are several, to all that froze of those that pass `among`. */
export function openFrozen(
  { navigation, table, attempt }: App,
  [run, ...others]: readonly RunSummary[],
  among: RunFilter = {},
): void {
  if (!run) return;
  if (others.length === 0) navigation.go({ id: 'run', runId: run.id });
  else {
    attempt(table.look({ search: '', filter: { ...among, ...onlyFrozen } }));
    navigation.go({ id: 'runs' });
  }
}
