import { toCsv } from '../../core/analysis/csv.ts';
import type { AppInfo, Handlers, Licence, RunId, RunState } from '../ipc/contract.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import type { PreferenceKeeper } from './preferences.ts';
import type { RunService } from './run-service.ts';

/** What handlers need from the platform; in tests, plain functions. */
export interface Platform {
  info(): AppInfo;
  licences(): readonly Licence[];
  openLogFolder(): void | Promise<void>;
  /** Asks for a place and writes the text there; the path, or null if the person cancelled. */
  saveText(suggestedName: string, text: string): Promise<string | null>;
}

export interface HandlerParts {
  readonly store: Store;
  readonly runs: RunService;
  readonly preferences: PreferenceKeeper;
  readonly platform: Platform;
}

const underWay: readonly RunState[] = ['queued', 'running', 'pausing', 'paused'];

export function createHandlers({ store, runs, preferences, platform }: HandlerParts): Handlers {
  return {
    'app:info': () => platform.info(),
    'app:licences': () => platform.licences(),
    'app:open-log-folder': () => platform.openLogFolder(),
    'preferences:read': () => preferences.current,
    'preferences:write': (change) => preferences.write(change),
    'experiment:start': (plan) => runs.start(plan),
    'run:pause': (id) => runs.pause(id),
    'run:resume': (id) => runs.resume(id),
    'run:stop': (id) => runs.stop(id),
    'run:pace': (id, stepsPerSecond) => runs.setPace(id, stepsPerSecond),
    'run:list': (query) => store.listRuns(query),
    'run:read': (id) => store.readRun(id),
    'run:rename': (id, name) => store.renameRun(id, name),
    'run:trash': (id) => {
      const { state } = store.readRun(id).run;
      if (underWay.includes(state)) {
        throw new AppError('wrong-state', `run ${id} is ${state}`, {
          state,
          allowed: 'finished, stopped, diverged, failed, interrupted',
        });
      }
      store.trashRun(id);
    },
    'run:restore': (id) => store.restoreRun(id),
    'series:read': (query) => store.readSeries(query),
    'run:export-csv': (id) => exportCsv(store, platform, id),
  };
}

async function exportCsv(store: Store, platform: Platform, id: RunId): Promise<string | null> {
  const { run, series } = store.readRun(id);
  const chunks = series.flatMap(({ metric }) => store.readValues(id, metric));
  return platform.saveText(`${fileName(run.name)}.csv`, toCsv(chunks));
}

/** A name that every file system takes: no separators, no control characters, no leading dots. */
function fileName(name: string): string {
  const safe = name
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e<>:"/\\|?*]/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return safe === '' ? 'run' : safe;
}
