import { LensError } from './errors.ts';
import type { Evaluator } from './evaluate.ts';
import { countsOf } from './names.ts';
import { knownTest, type Outcome } from './known-test.ts';
import {
  allOf,
  expressionsOf,
  lastName,
  within,
  type CallNode,
  type DefNode,
  type Expression,
  type ForNode,
  type IfNode,
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
 * 'too-much-work' where functions call each other too often, 'unknown-condition' where it is called only under a condition
 * of which nobody knows in which rounds it holds.
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
  const outcome = (test: Expression): Outcome => knownTest(test, statements, machine, isOwn);
  const place = { loops: [], inside: [], when: null, defs, isOwn, machine, outcome };
  for (const root of roots) {
    const found = firstStep([...eventsOf(root, place)]);
    if (found) return found;
  }
  return null;
}

interface Event {
  readonly kind: 'train' | 'schedule';
  readonly node: CallNode;
  readonly loops: readonly ForNode[];
  readonly inside: readonly DefNode[];
  /** The condition it is under and whose outcome is not known; null: none. */
  readonly when: Expression | null;
}

interface Place {
  readonly loops: readonly ForNode[];
  readonly inside: readonly DefNode[];
  readonly when: Expression | null;
  readonly defs: readonly DefNode[];
  readonly isOwn: (object: string) => boolean;
  /** Counts what is followed. */
  readonly machine: Evaluator;
  readonly outcome: (test: Expression) => Outcome;
}

function firstStep(events: readonly Event[]): StepCall | null {
  const at = events.findIndex(({ kind }) => kind === 'schedule');
  if (at < 0) return null;
  const { node, loops, inside, when } = events[at]!;
  if (when) throw new LensError('unknown-condition', when.at, 'step()');
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
    if (one.kind === 'if') yield* eventsOfBranches(one, place);
  }
}

/** What stands in a branch that is not always taken is under its condition, unless the other one steps as well. */
function* eventsOfBranches({ test, yes, no }: IfNode, place: Place): Generator<Event> {
  const met = place.outcome(test);
  const branches = [yes, no].map((branch) => [...eventsOf(branch, place)]);
  const steps = ({ kind, loops, when }: Event): boolean =>
    kind === 'schedule' && loops.length === place.loops.length && when === place.when;
  const always = branches.every((events) => events.some(steps));
  for (const [i, events] of branches.entries()) {
    const taken = always || met === (i === 0);
    for (const event of events) yield taken ? event : { ...event, when: event.when ?? test };
  }
}

function* eventsOfCall(node: CallNode, place: Place): Generator<Event> {
  const { loops, inside, when, defs, isOwn, machine } = place;
  const def = calledDef(node, defs);
  if (def && inside.includes(def)) return;
  if (def) machine.work(node.at, FOLLOWED);
  const within_ = def ? [...eventsOf(def.body, { ...place, inside: [...inside, def] })] : [];
  yield* within_;
  if (within_.length > 0) return;
  const name = lastName(node.callee);
  const object = node.callee.kind === 'member' ? lastName(node.callee.of) : '';
  if (name === 'step' && isOwn(object)) yield { kind: 'schedule', node, loops, inside, when };
  else if (/^(?:train|fit|step|run_epoch)/.test(name)) {
    yield { kind: 'train', node, loops, inside, when };
  }
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
