import { untrack } from 'svelte';
import {
  hasPredicted,
  lessonSections,
  MOST_ON_STAGE,
  MOST_TRIES,
  type LessonProgress,
  type LessonSection,
  type LessonStage,
  type LessonTry,
  type OnStage,
} from '../../../electron/ipc/lesson-progress.ts';
import { MOST_LINE } from '../../../electron/ipc/library.ts';
import { isComputed, type ComputedRun, type RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { triedSettings } from '../i18n/tried-settings.ts';
import type { Lesson, LessonExperiment } from '../lessons/lesson.ts';
import { settingsOf } from '../lessons/tried.ts';
import { wasUnfolded } from '../lessons/unfolded.ts';
import type { TableColumn } from '../lib/table-columns.ts';
import { assetsFor } from './data-assets.ts';
import { draftOf } from './draft-values.ts';
import { DrawnPrediction } from './drawn-prediction.svelte.ts';
import { judgeInThread } from './judge-in-thread.ts';
import { KeptStage } from './kept-stage.ts';
import type { LabSession } from './lab-session.svelte.ts';
import type { LeftLesson } from './left-lessons.ts';
import type { LessonsProgress } from './lesson-progress.svelte.ts';

/** A lesson that is open: its experiment or its challenge on a stage of its own, and how far the person has come. */
export class LessonSession {
  readonly lesson: Lesson;
  readonly session: LabSession;
  /** Null where nothing of the lesson can be drawn. */
  readonly drawn: DrawnPrediction | null;
  readonly #lab: Lab;
  readonly #progress: LessonsProgress;
  readonly #keptStage = new KeptStage((stage) => this.#keepStage(stage));
  /** What was left on the stage is there again, or is not any more: from now on what stands there is kept. */
  #settled = $state(false);
  #onStage = $state<OnStage>('experiment');
  #unfolded = $state(false);
  /** Ends the try that is being measured; null: none is. */
  #judging = $state.raw<AbortController | null>(null);
  /** What comes later than that changes nothing: the lesson may have been started over. */
  #closed = false;
  /** The runs that the prediction was written for; empty: none since the lesson was opened. */
  #ran = $state.raw<readonly RunId[]>([]);

  constructor(lesson: Lesson, lab: Lab, session: LabSession, progress: LessonsProgress) {
    this.lesson = lesson;
    this.session = session;
    this.#lab = lab;
    this.#progress = progress;
    this.drawn = this.#createDrawn();
  }

  get progress(): LessonProgress {
    return this.#progress.of(this.lesson.number);
  }
  get onStage(): OnStage {
    return this.#onStage;
  }
  /** Columns of the table beside what is on the stage that the text speaks of. */
  get spoken(): readonly TableColumn[] {
    return this.#experimentOf(this.#onStage).columns ?? [];
  }
  /** What is to be seen is shown. */
  get unfolded(): boolean {
    return this.#unfolded || wasUnfolded(this.progress);
  }
  /** Of an optimizer or a schedule that is open, the parameters that may be changed; null: all, and which one it is. */
  get only(): readonly string[] | null {
    return this.#experimentOf(this.#onStage).only ?? null;
  }
  /** A try is being measured. */
  get judging(): boolean {
    return this.#judging !== null;
  }
  /** The conclusion is saved with runs, too. */
  get hasRuns(): boolean {
    return this.#ran.length > 0;
  }
  /** The next thing to do is to predict: nothing is run before. */
  get predictsFirst(): boolean {
    return !this.predicts && !this.unfolded;
  }
  /** An answer was chosen before the run, or a curve drawn. */
  get predicts(): boolean {
    return hasPredicted(this.progress);
  }

  /** Puts the experiment or the challenge on the stage, named in the language of the page. */
  setUp(onStage: OnStage, title: string): void {
    const { runs, locked, pace } = this.#experimentOf(onStage);
    const configs = runs.map(({ config }) => config);
    this.session.assign({ title, instructions: '', locked, runs: configs, pace });
    // What was on the stage before is gone back to with its button, which keeps the text in step.
    this.session.draft.forgetEdits();
    this.#onStage = onStage;
  }

  /** The stage as it is, for who comes back. */
  get left(): LeftLesson {
    return { onStage: this.#onStage, session: this.session.kept, ran: this.#ran };
  }

  /**
   * Puts the stage up as it was left. Runs that are not all there any more are not: then the settings are shown as they
   * were.
   */
  async comeBack({ onStage, session, ran }: LeftLesson, title: string): Promise<void> {
    this.setUp(onStage, title);
    this.#ran = ran;
    const runs = await this.#allOf(session.staged);
    await this.session.restore({ ...session, pinned: runs ? session.pinned : null }, runs ?? []);
    this.session.draft.forgetEdits();
    this.#settled = true;
  }

  /** Puts the stage up as it was when the app was quit, unless something stands there already. */
  async findAgain(title: string): Promise<void> {
    await this.#progress.read();
    const { stage } = this.progress;
    const runs = await this.#allOf(stage?.runs ?? []);
    const isFree = this.session.editable && this.session.runs.length === 0;
    if (stage && isFree && !this.#closed) await this.#putUp(stage, runs ?? [], title);
    this.#settled = true;
  }

  async #putUp(
    { on, runs: ids, step }: LessonStage,
    runs: readonly ComputedRun[],
    title: string,
  ): Promise<void> {
    this.setUp(this.#has(on) ? on : 'experiment', title);
    if (runs.length === 0 || !this.#has(on)) return;
    if (on === 'experiment' && this.progress.ran) this.#ran = ids;
    const { draft } = this.session.kept;
    const { name, pace } = draft.values;
    const configs = runs.map(({ config }) => config);
    const kept = { ...draft, values: draftOf(name, configs, pace) };
    const session = { draft: kept, staged: ids, sealed: false, pinned: step };
    await this.session.restore(session, runs);
    this.session.draft.forgetEdits();
  }

  #has(on: OnStage): boolean {
    return typeof on !== 'number' || this.lesson.cards?.[on] !== undefined;
  }

  /** The runs with these ids, in their order; null: they are not all there any more. */
  async #allOf(ids: readonly RunId[]): Promise<readonly ComputedRun[] | null> {
    const found = ids.length > 0 ? await this.#lab.request('run:summaries', ids) : [];
    const runs = ids.flatMap((id) => found.find((run) => run.id === id) ?? []).filter(isComputed);
    return runs.length === ids.length ? runs : null;
  }

  /** Keeps what stands on the stage with the progress, for after a restart; belongs into an effect. */
  followStage(): void {
    if (!this.#settled) return;
    const runs = this.session.runs.map(({ id }) => id);
    const shown = runs.length <= MOST_ON_STAGE ? runs : [];
    this.#keptStage.put({ on: this.#onStage, runs: shown, step: this.session.cursor.pinned });
  }

  /** A lesson that was not begun, or was started over, has nothing on its stage to come back to. */
  #keepStage(stage: LessonStage): void {
    const begun = untrack(() => this.#progress.stateOf(this.lesson.number)) !== 'untouched';
    const before = untrack(() => this.progress.stage) ?? { on: 'experiment', runs: [], step: null };
    if (begun && JSON.stringify(before) !== JSON.stringify(stage)) this.#change({ stage });
  }

  #experimentOf(onStage: OnStage): LessonExperiment {
    const { experiment, challenge, cards = [] } = this.lesson;
    if (onStage === 'experiment') return experiment;
    return onStage === 'challenge' ? challenge.experiment : cards[onStage]!;
  }

  #createDrawn(): DrawnPrediction | null {
    const { drawing, experiment } = this.lesson;
    if (!drawing) return null;
    const drawn = (): LessonProgress['drawn'] => this.progress.drawn;
    const seen = (): boolean => this.unfolded;
    const editable = (): boolean =>
      !this.unfolded && this.#onStage === 'experiment' && this.session.shown.length === 0;
    return new DrawnPrediction(drawing, experiment.runs[drawing.run]!.config, {
      get drawn() {
        return drawn();
      },
      get editable() {
        return editable();
      },
      get seen() {
        return seen();
      },
      keep: (curve) => this.#change({ drawn: curve }),
    });
  }

  /** Another desk takes its place, or none. */
  close(): void {
    this.#keptStage.flush();
    this.#closed = true;
    this.cancelTry();
  }

  unfold(): void {
    this.#unfolded = true;
  }

  goTo(section: LessonSection): void {
    if (section !== this.progress.section) this.#change({ section });
  }

  /** Before the run only: what was predicted is not changed afterwards. */
  predict(answer: string): void {
    if (!this.unfolded) this.#change({ predicted: answer });
  }

  check(answer: string): void {
    this.#change({ checked: answer });
  }

  /** Runs on the stage are told of: those of the experiment, once all have ended, are what was to be seen. */
  async followRuns(prediction: string): Promise<void> {
    const { runs, going } = this.session;
    if (this.#onStage !== 'experiment' || runs.length === 0) return;
    untrack(() => this.#reach('run'));
    // One that was interrupted when the app was quit can still go on.
    if (going || runs.some(({ state }) => state === 'interrupted')) return;
    const ids = runs.map(({ id }) => id);
    if (untrack(() => ids.every((id) => this.#ran.includes(id)))) return;
    this.#ran = ids;
    const { conclusion } = untrack(() => this.progress);
    this.#change({ ran: true });
    await this.#remark({
      ...(prediction === '' ? {} : { prediction: prediction.slice(0, MOST_LINE) }),
      ...(conclusion === '' ? {} : { conclusion }),
    });
  }

  /** Measures the settings on the stage, as they are now. */
  async tryIt(): Promise<void> {
    if (this.#judging) return;
    const judging = new AbortController();
    this.#judging = judging;
    try {
      const { number, challenge } = this.lesson;
      const { config } = this.session.draft;
      const asked = { lesson: number, config, assets: await assetsFor(config) };
      const { met, measured } = await judgeInThread(asked, judging.signal);
      const { runs, locked } = challenge.experiment;
      const begun = runs[0]!.config;
      const settings = settingsOf(begun, config);
      const tried: LessonTry = {
        label: triedSettings(begun, config, locked),
        ...(settings === null ? {} : { settings }),
        measured: measured === Infinity ? 'never' : measured,
        met,
      };
      const { tries } = this.progress;
      this.#change({
        tries: [...tries, tried].slice(-MOST_TRIES),
        met: met || this.progress.met,
      });
    } catch (error) {
      if (!judging.signal.aborted) throw error;
    } finally {
      this.#judging = null;
    }
  }

  /** Gives up the try that is being measured. */
  cancelTry(): void {
    this.#judging?.abort();
  }

  /** Keeps what is being written as it is, until it is saved or is what was saved before. */
  type(sentence: string): void {
    const typed = sentence.slice(0, MOST_LINE);
    this.#change({ typed: typed === this.progress.conclusion ? null : typed });
  }

  async conclude(sentence: string): Promise<void> {
    const conclusion = sentence.trim().slice(0, MOST_LINE);
    this.#change({ conclusion, typed: null });
    await this.#remark({ conclusion });
  }

  /** What is done counts as read up to there, whatever stands on the reading line. */
  #reach(section: LessonSection): void {
    const placeOf = (one: LessonSection): number => lessonSections.indexOf(one);
    if (placeOf(this.progress.section) < placeOf(section)) this.#change({ section });
  }

  async #remark(change: { readonly prediction?: string; readonly conclusion?: string }) {
    if (this.#ran.length === 0 || Object.keys(change).length === 0) return;
    await this.#lab.request('run:change', { ids: this.#ran, change });
  }

  #change(change: Parameters<LessonsProgress['change']>[1]): void {
    if (!this.#closed) untrack(() => this.#progress.change(this.lesson.number, change));
  }
}
