import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Extension } from '../../../electron/ipc/continuing.ts';
import type { ExperimentId, RunId } from '../../../electron/ipc/run.ts';
import { RunExtension } from '../../../renderer/src/state/run-extension.svelte.ts';
import { togetherAgain } from '../../../renderer/src/state/run-verbs.ts';
import { bowl } from '../../support/experiments.ts';
import { FakeLab, runId, settled, summary } from '../../support/fake-lab.ts';

const inExperiment = (id: string, experiment: string, totalSteps = 100) =>
  summary(id, { experimentId: experiment as ExperimentId, config: bowl({ totalSteps }) });

const otherRates = { code: 'other-rates', message: '', details: {} } as const;

let lab: FakeLab;
let extension: RunExtension;

beforeEach(() => {
  lab = new FakeLab();
  // Runs whose name begins with c have a schedule that shares out the length.
  lab.answers['run:extensions'] = (ids, steps) =>
    ids.map((id): Extension => ({
      id,
      totalSteps: 100 + steps,
      refusal: id.startsWith('c') ? otherRates : null,
    }));
  lab.answers['experiment:start'] = (plan) => ({
    experimentId: 'new' as ExperimentId,
    runIds: plan.runs.map(({ name }) => `${name} again` as string as RunId),
  });
  extension = new RunExtension(lab);
});

const idsOf = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id);

describe('more steps', () => {
  test('are as many again as the longest run has, until others are asked for', async () => {
    extension.ask([inExperiment('a', 'e'), inExperiment('b', 'e', 300)]);
    expect([extension.open, extension.steps]).toEqual([true, 300]);
    expect(extension.lines.map((line) => line.extension)).toEqual([null, null]);
    await settled();
    expect(idsOf(extension.ready)).toEqual(['a', 'b']);
    extension.setSteps(7);
    expect(extension.ready).toEqual([]);
    await settled();
    expect(extension.lines[0]!.extension!.totalSteps).toBe(107);
  });

  test('an answer to what is not asked any more is not shown', async () => {
    extension.ask([inExperiment('a', 'e')]);
    extension.setSteps(7);
    extension.setSteps(8);
    await settled();
    expect(extension.lines[0]!.extension!.totalSteps).toBe(108);
    const asked = lab.calls.filter(([channel]) => channel === 'run:extensions');
    expect(asked.map(([, , steps]) => steps)).toEqual([100, 8]);
  });

  test('are given to those that can go on, and the question is over', async () => {
    extension.ask([inExperiment('a', 'e'), inExperiment('c', 'e')], 50);
    await settled();
    await extension.goOn();
    expect(lab.calls.at(-1)).toEqual(['run:extend', ['a'], 100, 50]);
    expect(extension.open).toBe(false);
  });

  test('are not waited for without end where the question fails: that is told', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    const fault = new Error('no answer');
    lab.answers['run:extensions'] = () => {
      throw fault;
    };
    extension.ask([inExperiment('a', 'e')]);
    await settled();
    expect(extension.open).toBe(false);
    expect(told).toHaveBeenCalledWith(fault);
  });

  test('a question that fails once another is asked leaves that one open', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    const answer = lab.answers['run:extensions']!;
    lab.answers['run:extensions'] = (ids, steps) => {
      if (ids.includes(runId('a'))) throw new Error('no answer');
      return answer(ids, steps);
    };
    extension.ask([inExperiment('a', 'e')]);
    extension.close();
    extension.ask([inExperiment('b', 'e')]);
    await settled();
    expect(idsOf(extension.ready)).toEqual(['b']);
    expect(told).not.toHaveBeenCalled();
  });

  test('where a schedule shares out the length, its run begins anew, so long from the start', async () => {
    const runs = [inExperiment('a', 'e'), inExperiment('c1', 'e'), inExperiment('c2', 'f')];
    extension.ask(runs);
    await settled();
    extension.setSteps(20);
    await settled();
    expect(idsOf(extension.others)).toEqual(['c1', 'c2']);
    const started = await extension.runAgain();
    expect(started.flatMap(({ runIds }) => runIds)).toEqual(['c1 again', 'c2 again']);
    const plans = lab.calls.flatMap(([channel, plan]) =>
      channel === 'experiment:start' ? [plan] : [],
    );
    expect(plans).toMatchObject([
      { runs: [{ name: 'c1', config: { totalSteps: 120 } }] },
      { runs: [{ name: 'c2', config: { totalSteps: 120 } }] },
    ]);
  });
});

test('runs begin again together as they were together, eight at most', () => {
  const many = Array.from({ length: 10 }, (_, i) => inExperiment(`r${i}`, 'many'));
  const groups = togetherAgain([many[0]!, inExperiment('x', 'other'), ...many.slice(1)]);
  expect(groups.map((group) => group.length)).toEqual([8, 2, 1]);
  expect(groups[2]![0]!.id).toBe(runId('x'));
});
