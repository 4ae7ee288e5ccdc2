import type { Database, Statement } from 'better-sqlite3';
import type { KeptLearning, KeptLesson, LessonProgress, Verdict } from '../ipc/lesson-progress.ts';
import { parse, stringify } from './json-values.ts';

interface LessonRow {
  readonly lesson: number;
  readonly at: number;
  readonly progress_json: string;
}

interface JudgedRow {
  readonly statement: string;
  readonly verdict: Verdict;
}

/** How far a person has come in the lessons. What is kept takes the place of what was, under a new id. */
export class LessonStore {
  readonly #now: () => number;
  readonly #lessons: Statement<[]>;
  readonly #keep: Statement;
  readonly #reset: Statement<[number]>;
  readonly #judged: Statement<[]>;
  readonly #judge: Statement;
  readonly #unjudge: Statement<[string]>;

  constructor(db: Database, now: () => number) {
    this.#now = now;
    this.#lessons = db.prepare(
      'SELECT lesson, at, progress_json FROM lesson_progress ORDER BY id DESC',
    );
    this.#keep = db.prepare(
      'REPLACE INTO lesson_progress(lesson, at, progress_json) VALUES (@lesson, @at, @json)',
    );
    this.#reset = db.prepare(
      'DELETE FROM lesson_progress WHERE lesson = ? RETURNING lesson, at, progress_json',
    );
    this.#judged = db.prepare('SELECT statement, verdict FROM judged_statement ORDER BY id');
    this.#judge = db.prepare(
      'REPLACE INTO judged_statement(statement, at, verdict) VALUES (@statement, @at, @verdict)',
    );
    this.#unjudge = db.prepare('DELETE FROM judged_statement WHERE statement = ?');
  }

  read(): KeptLearning {
    const judged = this.#judged.all() as JudgedRow[];
    return {
      lessons: (this.#lessons.all() as LessonRow[]).map(lessonOf),
      judged: Object.fromEntries(judged.map(({ statement, verdict }) => [statement, verdict])),
    };
  }

  keep(lesson: number, progress: LessonProgress): void {
    this.#keep.run({ lesson, at: this.#now(), json: stringify(progress) });
  }

  /** What was kept of it, which is not any more; null where nothing was. */
  reset(lesson: number): KeptLesson | null {
    const row = this.#reset.get(lesson) as LessonRow | undefined;
    return row ? lessonOf(row) : null;
  }

  /** Null: it is not judged any more. */
  judge(statement: string, verdict: Verdict | null): void {
    if (verdict === null) this.#unjudge.run(statement);
    else this.#judge.run({ statement, at: this.#now(), verdict });
  }
}

function lessonOf({ lesson, at, progress_json: json }: LessonRow): KeptLesson {
  return { lesson, at, progress: parse(json) as LessonProgress };
}
