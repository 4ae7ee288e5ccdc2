import { createContext } from 'svelte';
import type { AppInfo } from '../../../electron/ipc/app.ts';
import type { Lab } from '../api.ts';
import type { AssignmentMaking } from './assignment-making.svelte.ts';
import type { Backups } from './backups.svelte.ts';
import type { LeftLessons } from './left-lessons.ts';
import type { LessonsProgress } from './lesson-progress.svelte.ts';
import type { LabSession } from './lab-session.svelte.ts';
import type { ExperimentFiles } from './experiment-files.svelte.ts';
import type { ModelLook } from './model-look.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import type { Printable } from './print-page.ts';
import type { RunExtension } from './run-extension.svelte.ts';
import type { RunHistory } from './run-history.svelte.ts';
import type { RunLibrary } from './run-library.svelte.ts';
import type { RunsTable } from './runs-table.svelte.ts';
import type { SavedViews } from './saved-views.svelte.ts';
import type { ShownPictures } from './shown-pictures.ts';
import type { StageLayout } from './stage-layout.svelte.ts';
import type { StorageFault } from './storage-fault.svelte.ts';
import type { StepCard } from './step-card.svelte.ts';
import type { Sweeper } from './sweeper.svelte.ts';
import type { TypedNotes } from './typed-notes.svelte.ts';

/** What every view may use. */
export interface App {
  readonly lab: Lab;
  readonly info: AppInfo;
  /** No chart on this screen has more pixel columns. */
  readonly columns: number;
  readonly preferences: Preferences;
  readonly navigation: Navigation;
  /** What is on the stage: that of the Lab; in a lesson, the lesson's. */
  readonly session: LabSession;
  /** What has locked settings on that stage. */
  readonly lockedBy: 'assignment' | 'lesson';
  /** The largest stable rate is what is asked for on that stage: nothing there tells it. */
  readonly concealsLimit: boolean;
  readonly making: AssignmentMaking;
  readonly sweeper: Sweeper;
  readonly stepCard: StepCard;
  /** That of the lesson in sight; null: there is none. */
  readonly lessonDesk: { current: Desk | null };
  /** The page in sight, where it can be printed. */
  readonly printable: { current: Printable | null };
  /** What the stage shows. */
  readonly pictures: ShownPictures;
  readonly modelLook: ModelLook;
  readonly stage: StageLayout;
  readonly files: ExperimentFiles;
  readonly library: RunLibrary;
  readonly table: RunsTable;
  readonly history: RunHistory;
  readonly views: SavedViews;
  readonly lessons: LessonsProgress;
  readonly leftLessons: LeftLessons;
  readonly trash: RunLibrary;
  readonly notes: TypedNotes;
  readonly extension: RunExtension;
  readonly backups: Backups;
  readonly storage: StorageFault;
  /** Waits for something the person asked for, and says so if it fails. */
  attempt(work: Promise<unknown>): void;
}

/** A stage and what stands beside it: what keys and the menu do to runs, they do there. */
export type Desk = Pick<App, 'session' | 'stepCard'>;

export const [getApp, setApp] = createContext<App>();
