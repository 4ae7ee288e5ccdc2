import type { AppFolder, AppInfo, Licence } from '../ipc/app.ts';
import type { Backup, BackupState, Restoration, StorageInfo } from '../ipc/backups.ts';
import type { Handlers } from '../ipc/contract.ts';
import type { WindowCommand } from '../ipc/menu-commands.ts';
import type { StartedExperiment } from '../ipc/experiment.ts';
import type { Store } from '../store/store.ts';
import type { RunExporter } from './run-exporter.ts';
import type { ExperimentExporter } from './experiment-exporter.ts';
import type { ExperimentImporter, ExperimentImporterOptions } from './experiment-importer.ts';
import type { Explorer } from './explorer.ts';
import type { LibraryService } from './library-service.ts';
import type { ModelObserver } from './model-observer.ts';
import { PageMemory } from './page-memory.ts';
import type { PreferenceKeeper } from './preferences.ts';
import type { RunSurveyor } from './run-surveyor.ts';
import type { RunService } from './run-service.ts';
import { saveFile } from './save-file.ts';
import { savePdf } from './save-pdf.ts';
import type { AskSavePath, SaveQuestion } from './save-question.ts';
import type { StepExplainer } from './step-explainer.ts';
import type { SweepService } from './sweep-service.ts';
import type { TrashKeeper } from './trash-keeper.ts';

/** What handlers need from the platform; in tests, plain functions. */
export interface Platform {
  info(): AppInfo;
  licences(): readonly Licence[];
  openFolder(which: AppFolder): Promise<void>;
  storage(): StorageInfo;
  readonly askSavePath: AskSavePath;
  readonly askFile: ExperimentImporterOptions['askPath'];
  readonly askImportAgain: ExperimentImporterOptions['askAgain'];
  copyPicture(png: Uint8Array): Promise<void>;
  doInWindow(command: WindowCommand): void;
  /** Whether it was printed: false if the person cancelled. */
  printPage(): Promise<boolean>;
  pageAsPdf(): Promise<Uint8Array>;
}

/** What the page may ask about backups; it outlives the library that is open. */
export interface Backups {
  readonly state: BackupState;
  make(): Promise<Backup | null>;
  cancel(): void;
  restore(id: string): Promise<boolean>;
  takeRestoration(): Restoration | null;
}

export interface HandlerParts {
  readonly store: Store;
  readonly runs: RunService;
  readonly library: LibraryService;
  readonly trash: TrashKeeper;
  readonly backups: Backups;
  readonly explorer: Explorer;
  readonly explainer: StepExplainer;
  readonly surveyor: RunSurveyor;
  readonly observer: ModelObserver;
  readonly sweeps: SweepService;
  readonly preferences: PreferenceKeeper;
  /** One question where to save at a time. */
  readonly question: SaveQuestion;
  readonly runExporter: RunExporter;
  readonly exporter: ExperimentExporter;
  readonly importer: ExperimentImporter;
  readonly platform: Platform;
}

export function createHandlers({
  store,
  runs,
  library,
  trash,
  backups,
  explorer,
  explainer,
  surveyor,
  observer,
  sweeps,
  preferences,
  question,
  runExporter,
  exporter,
  importer,
  platform,
}: HandlerParts): Handlers {
  const memory = new PageMemory();
  const announce = (started: StartedExperiment): StartedExperiment => {
    library.came(started.runIds);
    return started;
  };
  return {
    'app:info': () => platform.info(),
    'app:licences': () => platform.licences(),
    'app:open-folder': (which) => platform.openFolder(which),
    'app:storage': () => platform.storage(),
    'page:keep': (state) => memory.keep(state),
    'page:kept': () => memory.kept,
    'preferences:read': () => preferences.current,
    'preferences:write': (change) => preferences.write(change),
    'experiment:start': (plan) => announce(runs.start(plan)),
    'experiment:add': (addition) => {
      const added = runs.add(addition);
      library.arrived(added.runIds);
      return added;
    },
    'experiment:explore': (configs) => explorer.explore(configs),
    'step:explain': (query) => explainer.explain(query),
    'run:survey': (query) => surveyor.survey(query),
    'model:view': (query) => observer.view(query),
    'sweep:start': (plan) => sweeps.start(plan),
    'sweep:cancel': (id) => sweeps.cancel(id),
    'run:pause': (id) => runs.pause(id),
    'run:resume': (id) => runs.resume(id),
    'run:stop': (id) => runs.stop(id),
    'run:pace': (id, stepsPerSecond) => runs.setPace(id, stepsPerSecond),
    'run:continue': (ids, stepsPerSecond) => {
      const continued = runs.continue(ids, stepsPerSecond);
      library.came(continued.asNew.map(({ id }) => id));
      return continued;
    },
    'run:extensions': (ids, steps) => runs.extensions(ids, steps),
    'run:extend': async (ids, steps, stepsPerSecond) => {
      await runs.extend(ids, steps, stepsPerSecond);
      library.came(ids);
    },
    'run:again': (ids, stepsPerSecond) => announce(runs.again(ids, stepsPerSecond)),
    'run:list': (query) => store.listRuns(query),
    'run:read': (id) => store.readRun(id),
    'run:summaries': (ids) => store.readSummaries(ids),
    'run:search': (text) => store.searchRuns(text),
    'run:excerpts': (ids, text) => store.readExcerpts(ids, text),
    'run:change': ({ ids, change }) => library.change(ids, change),
    'history:undo': () => library.undo(),
    'history:redo': () => library.redo(),
    'history:state': () => store.historyState(),
    'trash:empty': () => trash.empty(),
    'backup:state': () => backups.state,
    'backup:make': () => backups.make(),
    'backup:cancel': () => backups.cancel(),
    'backup:restore': (id) => backups.restore(id),
    'backup:restoration': () => backups.takeRestoration(),
    'view:list': () => store.listViews(),
    'view:save': (view) => library.saveView(view),
    'view:remove': (name) => library.removeView(name),
    'lessons:progress': () => store.readLearning(),
    'lessons:keep': (lesson, progress) => store.keepLesson(lesson, progress),
    'lessons:reset': (lesson) => store.resetLesson(lesson),
    'lessons:judge': (statement, verdict) => store.judge(statement, verdict),
    'series:read': (query) => store.readSeries(query),
    'series:values': ({ runId, metric, from, most }) => store.readValues(runId, metric, from, most),
    'run:export': (id, format) => runExporter.save(id, format),
    'experiments:export': (selection) => exporter.save(selection),
    'experiments:cancel-export': () => exporter.cancel(),
    'experiments:import': (source) => importer.import(source),
    'assignment:save': (assignment) => exporter.saveAssignment(assignment),
    'file:save': (file) => saveFile(file, question),
    'window:do': (command) => platform.doInWindow(command),
    'page:print': () => platform.printPage(),
    'page:save-pdf': (name) => savePdf(name, question, () => platform.pageAsPdf()),
    'picture:copy': (png) => platform.copyPicture(png),
  };
}
