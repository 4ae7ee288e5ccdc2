import {
  isDone,
  notBegun,
  type KeptLearning,
  type KeptLesson,
  type LessonProgress,
  type Verdict,
} from '../../../electron/ipc/lesson-progress.ts';
import type { Lab } from '../api.ts';

/** What is kept is no older than this, in milliseconds. */
const KEEP_AFTER_MS = 400;

export type LessonState = 'untouched' | 'begun' | 'done';

/** How far the person has come in each lesson: shown at once, kept by main a moment later. */
export class LessonsProgress {
  readonly #lab: Lab;
  readonly #failed: (error: unknown) => void;
  #lessons = $state.raw<readonly KeptLesson[]>([]);
  #judged = $state.raw<KeptLearning['judged']>({});
  /** Lessons of which something is not kept yet. */
  #unkept: readonly number[] = [];
  #waiting: ReturnType<typeof setTimeout> | null = null;
  #reading: Promise<void> | null = null;
  /** What was changed before it is known what was kept: it must not put the rest of a lesson back to its beginning. */
  #early: ReadonlyMap<number, Partial<LessonProgress>> | null = new Map();

  /** `failed` is told where something could not be kept; it is tried again with the next change. */
  constructor(lab: Lab, failed: (error: unknown) => void) {
    this.#lab = lab;
    this.#failed = failed;
  }

  /** Those that were begun; the one in which something was done last comes first. */
  get lessons(): readonly KeptLesson[] {
    return this.#lessons;
  }

  /** Statements that were judged, by their ids. */
  get judged(): KeptLearning['judged'] {
    return this.#judged;
  }

  /** Reads what was kept; once, however often it is asked for. */
  read(): Promise<void> {
    this.#reading ??= this.#readAll().catch((error: unknown) => {
      this.#reading = null;
      throw error;
    });
    return this.#reading;
  }

  of(number: number): LessonProgress {
    return this.#find(number)?.progress ?? notBegun;
  }

  stateOf(number: number): LessonState {
    const found = this.#find(number);
    if (!found) return 'untouched';
    return isDone(found.progress) ? 'done' : 'begun';
  }

  change(number: number, change: Partial<LessonProgress>): void {
    if (this.#early) {
      this.#early = new Map([...this.#early, [number, { ...this.#early.get(number), ...change }]]);
    }
    this.#put(number, { ...this.of(number), ...change });
  }

  /** Forgets what was done in a lesson; what takes that back, null where there was nothing. */
  async reset(number: number): Promise<(() => void) | null> {
    await this.read();
    const before = this.#find(number);
    if (!before) return null;
    this.#unkept = this.#unkept.filter((one) => one !== number);
    await this.#lab.request('lessons:reset', number);
    this.#lessons = this.#lessons.filter(({ lesson }) => lesson !== number);
    return () => this.#put(number, before.progress);
  }

  /** Null: it is not judged any more. */
  async judge(statement: string, verdict: Verdict | null): Promise<void> {
    const { [statement]: _before, ...others } = this.#judged;
    this.#judged = verdict === null ? others : { ...others, [statement]: verdict };
    await this.#lab.request('lessons:judge', statement, verdict);
  }

  /** Has everything kept that is not yet. */
  async flush(): Promise<void> {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    const unkept = this.#unkept;
    this.#unkept = [];
    await Promise.all(unkept.map((number) => this.#keep(number)));
  }

  #find(number: number): KeptLesson | undefined {
    return this.#lessons.find(({ lesson }) => lesson === number);
  }

  async #readAll(): Promise<void> {
    const { lessons, judged } = await this.#lab.request('lessons:progress');
    // What was done while this was on its way is newer.
    const changed = this.#lessons.map((found) => {
      const kept = lessons.find(({ lesson }) => lesson === found.lesson)?.progress;
      const progress = { ...notBegun, ...kept, ...this.#early?.get(found.lesson) };
      return { ...found, progress };
    });
    const older = lessons.filter(({ lesson }) => !this.#find(lesson));
    this.#lessons = [...changed, ...older];
    this.#early = null;
    this.#judged = { ...judged, ...this.#judged };
  }

  #put(number: number, progress: LessonProgress): void {
    const others = this.#lessons.filter(({ lesson }) => lesson !== number);
    this.#lessons = [{ lesson: number, at: Date.now(), progress }, ...others];
    this.#await(number);
    this.#waiting ??= setTimeout(() => void this.flush(), KEEP_AFTER_MS);
  }

  /** The one that is kept last is found first after a restart. */
  #await(number: number): void {
    this.#unkept = [...this.#unkept.filter((one) => one !== number), number];
  }

  async #keep(number: number): Promise<void> {
    try {
      await this.read();
      await this.#lab.request('lessons:keep', number, this.of(number));
    } catch (error) {
      this.#await(number);
      this.#failed(error);
    }
  }
}
