import { countsOf } from './names.ts';
import { allOf, expressionsOf, lastName, within, type CallNode, type Statement } from './nodes.ts';

/** Where step() of the scheduler is called: in the loop over epochs or that over batches, before or after training. */
export function callsOfStep(
  statements: readonly Statement[],
  call: CallNode,
): { readonly unit: 'epoch' | 'step'; readonly early: number } {
  const maker = allOf(statements).find(
    (one) => one.kind === 'assign' && within(one.value).includes(call),
  );
  const target = maker?.kind === 'assign' ? lastName(maker.target) : '';
  const isOwn = (object: string): boolean =>
    object === target || /sched/i.test(object) || object === 'lr_scheduler';
  const find = (
    block: readonly Statement[],
    depth: number,
    counter: boolean,
  ): { unit: 'epoch' | 'step'; early: number } | null => {
    let trained = false;
    let stepped = false;
    let unit: 'epoch' | 'step' | null = null;
    for (const one of block) {
      if (one.kind === 'for' || one.kind === 'if' || one.kind === 'def') {
        const loop = one.kind === 'for';
        const steps = loop && one.variables.some((name) => countsOf(name) === 'step');
        const inner = one.kind === 'if' ? [...one.yes, ...one.no] : one.body;
        const found = find(inner, depth + (loop ? 1 : 0), loop ? steps : counter);
        if (found) return found;
      }
      for (const node of allOf([one]).flatMap(expressionsOf).flatMap(within)) {
        if (node.kind !== 'call') continue;
        const name = lastName(node.callee);
        const object = node.callee.kind === 'member' ? lastName(node.callee.of) : '';
        if (name === 'step' && isOwn(object)) {
          stepped = true;
          unit = depth > 1 || counter ? 'step' : 'epoch';
        } else if (/^(?:train|fit|step|run_epoch)/.test(name)) {
          if (stepped) return { unit: unit!, early: trained ? 0 : 1 };
          trained = true;
        }
      }
    }
    return stepped ? { unit: unit!, early: 0 } : null;
  };
  return find(statements, 0, false) ?? { unit: 'epoch', early: 0 };
}
