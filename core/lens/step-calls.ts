import type { Evaluator } from './evaluate.ts';
import { countsOf } from './names.ts';
import {
  allOf,
  expressionsOf,
  lastName,
  within,
  type CallNode,
  type DefNode,
  type ForNode,
  type Statement,
} from './nodes.ts';

/** A call that is followed into its function counts as so many parts of the work: functions that call two others double it. */
const FOLLOWED = 1000;

/** The first call of step() of a scheduler, where the code comes to it. */
export interface StepCall {
  readonly node: CallNode;
  /** Loops around it, the innermost last; those around the call of a function it stands in, too. */
  readonly loops: readonly ForNode[];
  /** Functions it stands in. */
  readonly inside: readonly DefNode[];
  /** One call an epoch, or one a step. */
  readonly unit: 'epoch' | 'step';
  /** 1 where it comes before the training of its round, whose rate it then already changes; else 0. */
  readonly early: 0 | 1;
}

/**
 * Where step() of the scheduler that `maker` makes is called, followed through functions; null: nowhere. Throws LensError
 * 'too-much-work' where functions call each other too often.
 */
export function stepCallOf(
  statements: readonly Statement[],
  maker: CallNode,
  machine: Evaluator,
): StepCall | null {
  const target = targetOf(statements, maker);
  const isOwn = (object: string): boolean =>
    object === target || /sched/i.test(object) || object === 'lr_scheduler';
  const defs = allOf(statements).filter((one) => one.kind === 'def');
  const called = new Set(
    allOf(statements)
      .flatMap(expressionsOf)
      .flatMap(within)
      .flatMap((node) => calledDef(node, defs) ?? []),
  );
  // What nobody calls is called by what is not shown, once.
  const roots = [statements, ...defs.filter((def) => !called.has(def)).map(({ body }) => body)];
  for (const root of roots) {
    const found = firstStep([...eventsOf(root, { loops: [], inside: [], defs, isOwn, machine })]);
    if (found) return found;
  }
  return null;
}

interface Event {
  readonly kind: 'train' | 'schedule';
  readonly node: CallNode;
  readonly loops: readonly ForNode[];
  readonly inside: readonly DefNode[];
}

interface Place {
  readonly loops: readonly ForNode[];
  readonly inside: readonly DefNode[];
  readonly defs: readonly DefNode[];
  readonly isOwn: (object: string) => boolean;
  /** Counts what is followed. */
  readonly machine: Evaluator;
}

function firstStep(events: readonly Event[]): StepCall | null {
  const at = events.findIndex(({ kind }) => kind === 'schedule');
  if (at < 0) return null;
  const { node, loops, inside } = events[at]!;
  const round = loops.at(-1);
  const trains = ({ kind, loops: around }: Event): boolean =>
    kind === 'train' && (round === undefined || around.includes(round));
  const early = !events.slice(0, at).some(trains) && events.slice(at).some(trains);
  const counter = round?.variables.some((name) => countsOf(name) === 'step') ?? false;
  const unit = loops.length > 1 || counter ? 'step' : 'epoch';
  return { node, loops, inside, unit, early: early ? 1 : 0 };
}

/** Calls that train or step the scheduler, in the order in which a round comes to them. */
function* eventsOf(statements: readonly Statement[], place: Place): Generator<Event> {
  for (const one of statements) {
    if (one.kind === 'def') continue;
    for (const node of expressionsOf(one).flatMap(within)) {
      if (node.kind === 'call') yield* eventsOfCall(node, place);
    }
    if (one.kind === 'for') yield* eventsOf(one.body, { ...place, loops: [...place.loops, one] });
    if (one.kind === 'if') yield* eventsOf([...one.yes, ...one.no], place);
  }
}

function* eventsOfCall(node: CallNode, place: Place): Generator<Event> {
  const { loops, inside, defs, isOwn, machine } = place;
  const def = calledDef(node, defs);
  if (def && inside.includes(def)) return;
  if (def) machine.work(node.at, FOLLOWED);
  const within_ = def ? [...eventsOf(def.body, { ...place, inside: [...inside, def] })] : [];
  yield* within_;
  if (within_.length > 0) return;
  const name = lastName(node.callee);
  const object = node.callee.kind === 'member' ? lastName(node.callee.of) : '';
  if (name === 'step' && isOwn(object)) yield { kind: 'schedule', node, loops, inside };
  else if (/^(?:train|fit|step|run_epoch)/.test(name)) yield { kind: 'train', node, loops, inside };
}

/** The function of the code that is called, by its name or as one of its own object. */
function calledDef(
  node: ReturnType<typeof within>[number],
  defs: readonly DefNode[],
): DefNode | null {
  if (node.kind !== 'call') return null;
  const { callee } = node;
  const own =
    callee.kind === 'name' || (callee.kind === 'member' && lastName(callee.of) === 'self');
  return own ? (defs.find(({ name }) => name === lastName(callee)) ?? null) : null;
}

function targetOf(statements: readonly Statement[], maker: CallNode): string {
  const found = allOf(statements).find(
    (one) => one.kind === 'assign' && within(one.value).includes(maker),
  );
  return found?.kind === 'assign' ? lastName(found.target) : '';
}
