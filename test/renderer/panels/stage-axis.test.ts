import { expect, test } from 'vitest';
import type { XAxisId } from '../../../electron/ipc/preferences.ts';
import { axisAlong, axisInUse, lengthOf } from '../../../renderer/src/panels/stage-axis.ts';
import type { AnyLine } from '../../../renderer/src/panels/stage-panes.ts';
import { theoryAlong } from '../../../renderer/src/panels/stage-theory.ts';
import type { AnyRun } from '../../../renderer/src/state/stage-run.ts';
import { bowl } from '../../support/experiments.ts';

function planned(slot: number, totalSteps: number): AnyLine {
  return {
    slot,
    name: `run ${slot}`,
    config: bowl({ totalSteps }),
    run: null,
    selected: slot === 0,
  };
}

/** A training log of thirty epochs. */
const log: AnyLine = {
  slot: 1,
  name: 'log',
  config: null,
  run: { step: 30 } as unknown as AnyRun,
  selected: false,
};
const unknown = { travelled: [], times: [] };

test('as a share of the run a short log is as wide as a long run; equally long ones grow evenly', () => {
  const lines = [planned(0, 2000), log];
  expect(lines.map(lengthOf)).toEqual([2000, 30]);
  const { places, end } = axisAlong('share', lines, 2000, unknown)!;
  expect([places.get(0)!.at(2000), places.get(1)!.at(30), end]).toEqual([100, 100, 100]);
  expect(axisAlong('share', [planned(0, 50), planned(1, 50)], 50, unknown)).toBeNull();
});

test('on a logarithmic axis all stand alike, and so does what theory says of none of them', () => {
  const axis = axisAlong('log', [planned(0, 2000), log], 2000, unknown)!;
  expect([...axis.places.values()].map((places) => places.at(9))).toEqual([
    Math.log(10),
    Math.log(10),
  ]);
  expect(axis.end).toBe(Math.log(2001));
  const floor = { label: 'floor', points: [0, 99, 2000].map((x) => ({ x, y: 1 })) };
  const [drawn] = theoryAlong(axis, [floor]);
  expect(drawn!.points.map(({ x }) => x)).toEqual([0, Math.log(100), Math.log(2001)]);
});

test('the chosen axis is in use where all lines can have it; while it is read, and elsewhere, steps are', () => {
  const lines = [planned(0, 2000), planned(1, 30)];
  const used = (chosen: XAxisId, travelled: readonly (null | undefined)[], of = lines) => {
    const { axis, waits } = axisInUse(chosen, of, { travelled, times: [null, null] });
    return { axis, waits };
  };
  expect(used('log', [null, null])).toEqual({ axis: 'log', waits: false });
  expect(used('travel', [undefined, undefined])).toEqual({ axis: 'step', waits: true });
  expect(used('travel', [undefined, null])).toEqual({ axis: 'step', waits: false });
  for (const axis of ['time', 'epoch'] as const) {
    expect(used(axis, [null, null])).toEqual({ axis: 'step', waits: false });
  }
  expect(used('share', [null, null], [planned(0, 2000), log])).toEqual({
    axis: 'share',
    waits: false,
  });
});

test('steps and epochs are evenly spread', () => {
  for (const axis of ['step', 'epoch', 'sample'] as const) {
    expect(axisAlong(axis, [planned(0, 50)], 50, unknown)).toBeNull();
  }
});
