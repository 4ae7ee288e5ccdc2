import type { AppInfo, Handlers, Licence, RunState } from '../ipc/contract.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import { CsvExporter } from './csv-exporter.ts';
import type { Explorer } from './explorer.ts';
import type { ModelObserver } from './model-observer.ts';
import type { PreferenceKeeper } from './preferences.ts';
import type { RunService } from './run-service.ts';
import { saveFile } from './save-file.ts';
import { SaveQuestion, type AskSavePath } from './save-question.ts';
import type { StepExplainer } from './step-explainer.ts';
import type { SweepService } from './sweep-service.ts';

/** What handlers need from the platform; in tests, plain functions. */
export interface Platform {
  info(): AppInfo;
  licences(): readonly Licence[];
  openLogFolder(): Promise<void>;
  readonly askSavePath: AskSavePath;
  copyPicture(png: Uint8Array): Promise<void>;
}

export interface HandlerParts {
  readonly store: Store;
  readonly runs: RunService;
  readonly explorer: Explorer;
  readonly explainer: StepExplainer;
  readonly observer: ModelObserver;
  readonly sweeps: SweepService;
  readonly preferences: PreferenceKeeper;
  readonly platform: Platform;
}

const underWay: readonly RunState[] = ['queued', 'running', 'pausing', 'paused'];

export function createHandlers({
  store,
  runs,
  explorer,
  explainer,
  observer,
  sweeps,
  preferences,
  platform,
}: HandlerParts): Handlers {
  const question = new SaveQuestion((name, kind) => platform.askSavePath(name, kind));
  const exporter = new CsvExporter(store, question);
  return {
    'app:info': () => platform.info(),
    'app:licences': () => platform.licences(),
    'app:open-log-folder': () => platform.openLogFolder(),
    'preferences:read': () => preferences.current,
    'preferences:write': (change) => preferences.write(change),
    'experiment:start': (plan) => runs.start(plan),
    'experiment:explore': (configs) => explorer.explore(configs),
    'step:explain': (query) => explainer.explain(query),
    'model:view': (query) => observer.view(query),
    'sweep:start': (plan) => sweeps.start(plan),
    'sweep:cancel': (id) => sweeps.cancel(id),
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
    'series:values': ({ runId, metric, from, most }) => store.readValues(runId, metric, from, most),
    'run:export-csv': (id) => exporter.save(id),
    'file:save': (file) => saveFile(file, question),
    'picture:copy': (png) => platform.copyPicture(png),
  };
}
