import type { Database } from 'better-sqlite3';
import { viewOf } from '../../core/analysis/series-view.ts';
import type { StartedExperiment } from '../ipc/experiment.ts';
import type { RunId, RunSummary } from '../ipc/run.ts';
import { arrivingRuns } from './arriving-runs.ts';
import { takeCensus } from './backup/census.ts';
import { changeMark } from './backup/change-mark.ts';
import { copyLibrary } from './backup/copy-library.ts';
import { Changes } from './changes.ts';
import { CheckpointStore, LAST_STEP } from './checkpoint-store.ts';
import { asRefusal, closeDatabase, isDamage, openDatabase } from './database.ts';
import { DaysOfUse } from './days-of-use.ts';
import { groupBy } from './group-by.ts';
import { History } from './history.ts';
import { LessonStore } from './lesson-store.ts';
import { Meta } from './meta.ts';
import { MetricStore } from './metric-store.ts';
import { RunEvents } from './run-events.ts';
import { RunExport } from './run-export.ts';
import { RunFields } from './run-fields.ts';
import { RunImports } from './run-import.ts';
import { configOf, RunStore, summaryOf, type MadeRuns, type RunRow } from './run-store.ts';
import { SavedViews } from './saved-views.ts';
import { excerptOf } from './note-excerpt.ts';
import { SearchIndex } from './search-index.ts';
import type { NewRun, RunFlush, Store } from './store.ts';
import { leaveLibrary } from './take-library.ts';
import { TrainingTimes } from './training-times.ts';
import { Trash } from './trash.ts';

const SPARK_COLUMNS = 64;
/** Of a run that has recorded nothing. */
const noView = viewOf([], 0, 0, SPARK_COLUMNS);

export interface StoreOptions {
  /** The library file; created if it does not exist. */
  readonly path: string;
  /** Milliseconds since 1970, for labels. */
  readonly now: () => number;
  /** Called with a library of an older format before anything of it is changed. */
  readonly beforeMigration?: (db: Database) => void;
}

/**
 * Opens the library, takes it for this process and marks what a dead process left running as
 * interrupted. Throws StoreRefusedError.
 */
export function openStore({ path, now, beforeMigration }: StoreOptions): Store {
  const db = openDatabase(path, beforeMigration);
  try {
    return storeOf(db, now);
  } catch (error) {
    closeDatabase(db);
    throw asRefusal(error, db.name);
  }
}

function storeOf(db: Database, now: () => number): Store {
  const runs = new RunStore(db, now);
  const metrics = new MetricStore(db);
  const checkpoints = new CheckpointStore(db);
  const meta = new Meta(db);
  const days = new DaysOfUse(meta, now);
  const index = new SearchIndex(db, meta);
  const fields = new RunFields(db, now, days, index);
  const history = new History(db);
  const events = new RunEvents(db, now);
  const views = new SavedViews(db);
  const changes = new Changes(runs, fields, views, history);
  const times = new TrainingTimes(db);
  const exports = new RunExport(db);
  const imports = new RunImports(db, now, { metrics, checkpoints, events, fields, times });
  const trash = new Trash(db, days, history, index);
  const lessons = new LessonStore(db, now);
  /** What is found damaged may be no more than the word index: once more, with a new one. */
  const withIndex =
    <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      try {
        return work(...args);
      } catch (error) {
        if (!isDamage(error) || !index.giveUp()) throw error;
        return work(...args);
      }
    };
  db.transaction(() => days.countToday()).immediate();
  withIndex(db.transaction(() => index.bringUpToDate()))();

  const summaries = (rows: readonly RunRow[]): readonly RunSummary[] => {
    const ids = rows.map(({ id }) => id);
    const sparks = metrics.overviews(ids, 'train/loss', SPARK_COLUMNS);
    return rows.map((row) => ({
      ...summaryOf(row),
      trashDaysLeft: trash.daysLeft(row.trashed_day),
      spark: sparks.get(row.id) ?? noView,
    }));
  };
  const idOf = (id: RunId): number => runs.row(id).id;

  const furnished = (newRuns: readonly NewRun[], made: MadeRuns): StartedExperiment => {
    const { experimentId, runIds, rowIds } = made;
    for (const [i, id] of rowIds.entries()) {
      index.updateLabel(id);
      const { checkpoint } = newRuns[i]!;
      if (checkpoint) checkpoints.write({ id, uuid: runIds[i]! }, checkpoint);
    }
    return { experimentId, runIds };
  };

  return {
    createExperiment: withIndex(
      db.transaction((name, newRuns, engineVersion, race) =>
        furnished(newRuns, runs.create(name, newRuns, engineVersion, race ?? null)),
      ),
    ),
    addRuns: withIndex(
      db.transaction((id, newRuns, engineVersion) => {
        const made = runs.add(runs.row(id).experiment_uuid, newRuns, engineVersion);
        changes.noteArrival('add', made.rowIds);
        return furnished(newRuns, made);
      }),
    ),
    readExperiment: (id) => summaries(runs.ofExperiment(runs.row(id).experiment_uuid)),
    flush: db.transaction((batches: readonly RunFlush[]) => {
      for (const [id, ofOneRun] of groupBy(batches, (batch) => batch.id)) {
        const run = runs.row(id);
        metrics.append(
          run.id,
          ofOneRun.flatMap(({ chunks }) => chunks),
        );
        for (const { step, checkpoint, times: fresh = [], state } of ofOneRun) {
          for (const sample of fresh) times.add(run.id, sample, sample.replaces);
          if (checkpoint) checkpoints.write(run, checkpoint);
          runs.progress(run.id, step);
          if (state) runs.setState(run.id, state);
        }
      }
    }),
    setState: (id, state, reason) =>
      runs.setState(idOf(id), { state, reason, error: null, result: null }),
    continueRun: db.transaction((id, event) => {
      const run = idOf(id);
      runs.requeue(run);
      return events.add(run, event);
    }),
    extendRun: db.transaction((id, config, from) => {
      const row = runs.row(id);
      const { result } = summaryOf(row);
      const step = configOf(row).totalSteps;
      const ends = metrics.cutFrom(row.id, step);
      checkpoints.deleteFrom(row.id, step);
      runs.configure(row.id, config);
      runs.requeue(row.id);
      const { totalSteps } = config;
      return events.add(row.id, { kind: 'extended', step, totalSteps, from, result, ends });
    }),
    addEvent: db.transaction((id, event) => events.add(idOf(id), event)),
    listRuns: (query) => summaries(runs.page(query)),
    readRun: (id) => {
      const row = runs.row(id);
      return {
        run: summaries([row])[0]!,
        note: fields.note(row.id),
        series: metrics.list(row.id),
        times: times.list(row.id),
        checkpointStep: checkpoints.newestStep(row),
        events: events.list(row.id),
        imported: row.import_id === null ? null : imports.read(row.import_id),
      };
    },
    readConfig: (id) => configOf(runs.row(id)),
    readSummaries: (ids) => summaries(runs.rows(ids)),
    searchRuns: withIndex((text) => index.find(text)),
    readExcerpts: (ids, text) =>
      runs.rows(ids).flatMap((row) => {
        const found = row.note_line === null ? null : excerptOf(fields.note(row.id), text);
        return found === null ? [] : { id: row.uuid, text: found };
      }),
    changeRuns: withIndex(db.transaction((ids, change) => changes.changeRuns(ids, change))),
    listViews: () => views.list(),
    saveView: db.transaction((view) => changes.saveView(view)),
    removeView: db.transaction((name) => changes.removeView(name)),
    readLearning: () => lessons.read(),
    keepLesson: db.transaction((lesson, progress) => lessons.keep(lesson, progress)),
    resetLesson: db.transaction((lesson) => lessons.reset(lesson)),
    judge: db.transaction((statement, verdict) => lessons.judge(statement, verdict)),
    historyState: () => history.state,
    undo: withIndex(db.transaction(() => changes.undo())),
    redo: withIndex(db.transaction(() => changes.redo())),
    countDay: db.transaction(() => days.countToday()),
    listTrash: () => trash.ids,
    doom: withIndex(db.transaction((which, most) => trash.doom(which, most))),
    deleteSome: withIndex(db.transaction(() => trash.deleteSome(imports.arriving))),
    readSeries: ({ runId, metric, from, to, columns }) =>
      metrics.view(idOf(runId), metric, from, to, columns),
    readValues: (id, metric, from, most) => metrics.values(idOf(id), metric, from, most),
    readCheckpoint: (id, atMost = LAST_STEP) => checkpoints.newest(runs.row(id), atMost),
    planExport: (ids) => exports.plan(ids),
    exportFacts: (id) => exports.facts(runs.row(id)),
    readCheckpoints: (id) => checkpoints.all(runs.row(id)),
    findKnown: (origins) => exports.findKnown(origins),
    beginImport: (content, file) => {
      const pieces = imports.piecesOf(content);
      return arrivingRuns(pieces, {
        write: withIndex(
          db.transaction((slice) => {
            for (const { write } of slice) write();
          }),
        ),
        arrive: db.transaction(() => {
          imports.arrive(pieces.runs, content, file);
          changes.noteArrival(
            'import',
            pieces.runs.map(({ id }) => id),
          );
        }),
        end: () => imports.end(pieces.runs),
      });
    },
    compact: db.transaction((id) => metrics.compact(idOf(id))),
    copyTo: async (path, progress) => {
      await copyLibrary(db, path, progress);
      // In the same turn as the last page was copied: nothing has been written since.
      return takeCensus(db);
    },
    changeMark: () => changeMark(db),
    close: () => {
      try {
        leaveLibrary(db);
      } finally {
        closeDatabase(db);
      }
    },
  };
}
