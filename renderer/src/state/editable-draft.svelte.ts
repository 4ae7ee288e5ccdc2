import { ConfigError } from '../../../core/errors.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import {
  presetIds,
  presets,
  type Preset,
  type PresetId,
} from '../../../core/experiment/presets.ts';
import type { Assignment, LockablePart } from '../../../electron/ipc/assignment.ts';
import type { ExperimentPlan, RaceKind } from '../../../electron/ipc/experiment.ts';
import { runNames } from '../i18n/run-names.ts';
import { text } from '../i18n/i18n.svelte.ts';
import { configOf, draftOf, fromPreset, type Draft, type DraftRun } from './draft-values.ts';
import { EditHistory } from './edit-history.svelte.ts';
import { assignedDraft, changedPart, fits, LockedError, type EditFault } from './locked-parts.ts';
import { usualName } from './usual-name.ts';

/** What one edit changes. */
interface Edited {
  readonly values: Draft;
  readonly preset: Preset | null;
  readonly selected: number;
  /** What it is made for; null: for its own sake. */
  readonly assignment: Assignment | null;
}

/** The same as it is kept outside of the page. */
interface KeptEdited extends Omit<Edited, 'preset'> {
  /** It names an experiment that has no name of its own. */
  readonly preset: PresetId | null;
}

/** A draft as it is kept outside of the page. */
export interface KeptDraft extends KeptEdited {
  readonly race: RaceKind | null;
  /** The draft as it was when an assignment was left. */
  readonly leftBehind: KeptEdited | null;
}

function kept({ preset, ...others }: Edited): KeptEdited {
  return { ...others, preset: presetIds.find((id) => presets[id] === preset) ?? null };
}

/** Throws ConfigError where it could not run. */
function unkept({ values, preset, selected, assignment }: KeptEdited): Edited {
  for (const run of values.runs) configOf(values.base, run);
  return { values, preset: preset && presets[preset], selected, assignment };
}

function unlessBroken(kept: KeptEdited): Edited | null {
  try {
    return unkept(kept);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return null;
  }
}

/**
 * Settings of an experiment that are edited: always values that can run, with what was before each edit. An edit that could
 * not run, or that an assignment has locked, changes nothing and is told. Which edits there are, ExperimentDraft says.
 */
export abstract class EditableDraft {
  #values = $state.raw<Draft>(fromPreset(presets.pair));
  #preset = $state.raw<Preset | null>(presets.pair);
  #selected = $state(0);
  #assignment = $state.raw<Assignment | null>(null);
  /** The draft as it was when an assignment was left. */
  #leftBehind = $state.raw<Edited | null>(null);
  /** The last race the rates were set for, and the settings it was for: with any other they mean nothing. */
  #raced = $state.raw<{ readonly kind: RaceKind; readonly configs: string } | null>(null);
  /** Fields whose typed text is not a value, by name. */
  #refused = $state.raw<ReadonlySet<string>>(new Set());
  readonly #configs = $derived(this.#values.runs.map((run) => configOf(this.#values.base, run)));
  readonly #runNames = $derived(runNames(this.#configs, this.race !== null));
  readonly #history: EditHistory<Edited>;
  readonly #onfault: (fault: EditFault) => void;

  /** `onfault` is told why an edit was not made. */
  constructor(onfault: (fault: EditFault) => void, now?: () => number) {
    this.#onfault = onfault;
    this.#history = new EditHistory(now);
  }

  /** What is edited, as one value. */
  protected get values(): Draft {
    return this.#values;
  }
  get name(): string {
    if (this.#values.name !== null) return this.#values.name;
    return text(usualName(this.#values, this.#preset));
  }
  /** The checked configuration of the selected run. */
  get config(): ExperimentConfig {
    return this.#configs[this.selected]!;
  }
  get runs(): readonly DraftRun[] {
    return this.#values.runs;
  }
  get selected(): number {
    return Math.min(this.#selected, this.#values.runs.length - 1);
  }
  get run(): DraftRun {
    return this.#values.runs[this.selected]!;
  }
  /** One checked configuration per run. */
  get configs(): readonly ExperimentConfig[] {
    return this.#configs;
  }
  /** The runs' names, told apart by what differs. */
  get runNames(): readonly string[] {
    return this.#runNames;
  }
  /** How the first rates were chosen, while the settings are those they were chosen for; null: by hand. */
  get race(): RaceKind | null {
    if (!this.#raced) return null;
    return this.#raced.configs === JSON.stringify(this.#configs) ? this.#raced.kind : null;
  }
  /** What the draft is made for; null: for its own sake. */
  get assignment(): Assignment | null {
    return this.#assignment;
  }
  /** The assignment that was left last, while there is none and it can be gone back to. */
  get left(): Assignment | null {
    return this.#assignment ? null : (this.#leftBehind?.assignment ?? null);
  }
  locks(part: LockablePart): boolean {
    return this.#assignment?.locked.includes(part) ?? false;
  }
  get runnable(): boolean {
    return this.#refused.size === 0;
  }
  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  select(index: number): void {
    this.#selected = index;
  }

  undo(): void {
    this.#return(this.#history.undo(this.#present));
  }
  redo(): void {
    this.#return(this.#history.redo(this.#present));
  }

  /** No undo leads behind the draft as it is now. */
  forgetEdits(): void {
    this.#history.clear();
  }

  plan(): ExperimentPlan {
    const names = this.runNames;
    const { race } = this;
    return {
      name: this.name,
      ...(race ? { race } : {}),
      runs: this.#configs.map((config, i) => ({ name: names[i]!, config })),
      pace: this.#values.pace,
    };
  }

  /** Begins an assignment: one edit, so that an undo brings back the draft it takes the place of. */
  assign(assignment: Assignment): void {
    this.#history.keep(this.#present, 'assignment');
    this.#return({ values: assignedDraft(assignment), preset: null, selected: 0, assignment });
  }

  /** Takes back that an assignment was begun, and with it what was edited since; redo brings it back. */
  unassign(assignment: Assignment): void {
    while (this.#assignment === assignment && this.canUndo) this.undo();
  }

  /** Ends the assignment; the draft stays as it is. */
  leaveAssignment(): void {
    if (!this.#assignment) return;
    this.#leftBehind = this.#present;
    this.#history.keep(this.#present, 'assignment');
    this.#assignment = null;
  }

  /** Goes back to the assignment that was left, and to the draft as it was then. */
  returnToAssignment(): void {
    if (!this.#leftBehind) return;
    this.#history.keep(this.#present, 'assignment');
    this.#return(this.#leftBehind);
  }

  /** The assignment that was left is not gone back to. */
  forgetAssignment(): void {
    this.#leftBehind = null;
  }

  loadPreset(preset: Preset): void {
    this.#replace(fromPreset(preset), preset);
  }

  get kept(): KeptDraft {
    const leftBehind = this.left && this.#leftBehind && kept(this.#leftBehind);
    return { ...kept(this.#present), race: this.race, leftBehind };
  }

  /**
   * Goes on with a draft that was kept; throws ConfigError, and changes nothing, where it could not run. One left
   * behind that could not run is let go.
   */
  restore({ race, leftBehind, ...edited }: KeptDraft): void {
    this.#return(unkept(edited));
    this.#leftBehind = leftBehind && unlessBroken(leftBehind);
    this.setRace(race);
  }

  /** Takes over a saved experiment, to look at it or to change a copy. */
  loadRuns(
    name: string,
    configs: readonly ExperimentConfig[],
    pace: number | null,
    race: RaceKind | null = null,
  ): void {
    this.#replace(draftOf(name, configs, pace), null);
    this.setRace(race);
  }

  /** A field says that what is typed in it is no value (true) or that it is one again (false). */
  refuse(field: string, refused: boolean): void {
    if (this.#refused.has(field) === refused) return;
    const fields = new Set(this.#refused);
    if (refused) fields.add(field);
    else fields.delete(field);
    this.#refused = fields;
  }

  /**
   * Another experiment: one edit, so that an undo brings back the draft it takes the place of. An assignment is left,
   * unless these are saved runs of it.
   */
  #replace(values: Draft, preset: Preset | null): void {
    const same = JSON.stringify(values) === JSON.stringify(this.#values);
    if (!same) this.#history.keep(this.#present, 'experiment');
    const stays = preset === null && this.#isAssigned(values);
    if (this.#assignment && !stays) this.#leftBehind = this.#present;
    this.#return({ values, preset, selected: 0, assignment: stays ? this.#assignment : null });
  }

  /** Whether these are settings of the assignment: by what it locks, or, where every draft would fit, by their name. */
  #isAssigned(values: Draft): boolean {
    const assignment = this.#assignment;
    if (!assignment) return false;
    if (assignment.locked.length > 0) return fits(assignment, values);
    return values.name === assignment.title || values.name === this.name;
  }

  get #present(): Edited {
    const { selected, assignment } = this;
    return { values: this.#values, preset: this.#preset, selected, assignment };
  }

  #return(edited: Edited | null): void {
    if (!edited) return;
    this.#values = edited.values;
    this.#preset = edited.preset;
    this.#selected = edited.selected;
    this.#assignment = edited.assignment;
  }

  /** How the rates of the settings as they are now were chosen. */
  protected setRace(kind: RaceKind | null): void {
    this.#raced = kind && { kind, configs: JSON.stringify(this.#configs) };
  }

  /** Makes an edit and keeps the state before it; where the result could not run, or is locked, nothing changes. */
  protected edit(change: Partial<Edited>, what: string): boolean {
    const before = this.#present;
    const after = { ...before, ...change };
    const { base, runs } = after.values;
    return this.#attempt(() => {
      const locked = changedPart(this.#assignment?.locked ?? [], before.values, after.values);
      if (locked) throw new LockedError(locked);
      for (const run of runs) configOf(base, run);
      this.#history.keep(before, what);
      this.#return(after);
    });
  }

  /** Whether it was done; if the settings did not fit each other, or are locked, that is said. */
  #attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof ConfigError) && !(error instanceof LockedError)) throw error;
      this.#onfault(error);
      return false;
    }
  }

  /**
   * An edit of the draft; refused where it could not be made, or its result is locked or could not run. Whether the draft is now as
   * it was wanted.
   */
  protected change(edit: (draft: Draft) => Draft, what: string): boolean {
    let done = true;
    const made = this.#attempt(() => {
      const values = edit(this.#values);
      if (values !== this.#values) done = this.edit({ values }, what);
    });
    return made && done;
  }
}
