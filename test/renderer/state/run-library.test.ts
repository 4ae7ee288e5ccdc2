import { beforeEach, describe, expect, test } from 'vitest';
import type { ExperimentId, RunSummary } from '../../../electron/ipc/run.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { RunLibrary } from '../../../renderer/src/state/run-library.svelte.ts';
import { FakeLab, runId, settled, summary } from '../../support/fake-lab.ts';

const of = (experiment: string, id: string): RunSummary =>
  summary(id, { experimentId: experiment as ExperimentId });

let lab: FakeLab;
let stored: RunSummary[];
let library: RunLibrary;

beforeEach(() => {
  lab = new FakeLab();
  stored = [];
  lab.answers['run:list'] = ({ limit, after }) => {
    const from = after === undefined ? 0 : stored.findIndex(({ id }) => id === after.last) + 1;
    return stored.slice(from, from + limit);
  };
  library = new RunLibrary(lab, { trashed: false });
});

test('reads page by page until there is no more', async () => {
  stored = Array.from({ length: 120 }, (_, i) => of(`e${i}`, `r${i}`));
  await library.refresh();
  expect(library.rows).toHaveLength(50);
  expect(library.complete).toBe(false);
  await library.more();
  await library.more();
  expect(library.rows.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  expect(library.complete).toBe(true);
});

test('reads all runs, in few requests, and shows the first of them at once', async () => {
  stored = Array.from({ length: 1200 }, (_, i) => of(`e${i}`, `r${i}`));
  const reading = library.readAll();
  await settled();
  await reading;
  expect(library.rows).toHaveLength(1200);
  expect(library.complete).toBe(true);
  expect(lab.calls).toHaveLength(6);
});

describe('all runs, asked for once more', () => {
  beforeEach(async () => {
    stored = Array.from({ length: 700 }, (_, i) => of(`e${i}`, `r${i}`));
    await library.readAll();
    lab.calls.length = 0;
  });

  test('are not read again: the list follows them', async () => {
    await library.readAll();
    expect(lab.calls).toEqual([]);
    expect(library.rows).toHaveLength(700);
  });

  test('are read on from where the list ends, not from its beginning', async () => {
    library = new RunLibrary(lab, { trashed: false });
    await library.refresh();
    await library.readAll();
    expect(
      lab.calls.map(([, query]) => (query as { after?: { last: string } }).after?.last),
    ).toEqual([undefined, 'r49', 'r299', 'r549']);
    expect(library.rows.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  test('are whole where a page of them could not be read, once they are asked for again', async () => {
    stored = Array.from({ length: 3000 }, (_, i) => of(`e${i}`, `r${i}`));
    library = new RunLibrary(lab, { trashed: false });
    const answer = lab.answers['run:list']!;
    lab.answers['run:list'] = (query) => {
      if (query.after?.last === 'r2549') throw new AppError('store', 'disk full');
      return answer(query);
    };
    await expect(library.readAll()).rejects.toThrow('disk full');
    expect(library.complete).toBe(false);
    lab.answers['run:list'] = answer;
    await library.readAll();
    expect(library.rows.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  test('that change while they are read, and are not shown yet, are known as they are', async () => {
    stored = Array.from({ length: 3000 }, (_, i) => of(`e${i}`, `r${i}`));
    library = new RunLibrary(lab, { trashed: false });
    const paused = summary('r2500', { state: 'paused', reason: null });
    const answer = lab.answers['run:list']!;
    lab.answers['run:list'] = (query) => {
      if (query.after?.last === 'r2549') {
        const { state, step } = paused;
        lab.emit('run:status', {
          id: paused.id,
          state,
          step,
          reason: null,
          result: null,
          error: null,
        });
      }
      return answer(query);
    };
    lab.answers['run:summaries'] = () => [paused];
    await library.readAll();
    await settled();
    expect(library.rows[2500]).toEqual(paused);
  });

  test('are read by one who asks while another does', async () => {
    library = new RunLibrary(lab, { trashed: false });
    await Promise.all([library.readAll(), library.readAll()]);
    expect(library.rows).toHaveLength(700);
    expect(lab.calls).toHaveLength(4);
  });

  test('are looked at again where they are under way: what is drawn of them grows', async () => {
    const going = summary('r3', { state: 'running', reason: null, step: 3 });
    let step = 3;
    lab.answers['run:summaries'] = (ids) => ids.map((id) => ({ ...going, id, step }));
    lab.emit('library:changed', { ids: [runId('r3')] });
    await settled();
    step = 40;
    await library.readAll();
    expect(lab.calls.map(([, asked]) => asked)).toEqual([['r3'], ['r3']]);
    expect(library.rows[3]!.step).toBe(40);
  });

  test('are read anew where something of them could not be followed; those there stay until then', async () => {
    lab.answers['run:summaries'] = () => {
      throw new AppError('store', 'disk full');
    };
    lab.emit('library:changed', { ids: [runId('r0')] });
    await settled();
    expect(library.failure).not.toBeNull();
    stored = stored.slice(1);
    const seen: number[] = [];
    const answer = lab.answers['run:list']!;
    lab.answers['run:list'] = (query) => {
      seen.push(library.rows.length);
      return answer(query);
    };
    await library.readAll();
    expect(seen).toEqual([700, 700, 700]);
    expect(library.rows).toHaveLength(699);
    expect(library.failure).toBeNull();
  });
});

test('reads on until so many experiments are whole, and then asks for nothing more', async () => {
  const many = Array.from({ length: 80 }, (_, i) => of('e0', `r${i}`));
  stored = [...many, of('e1', 'a'), ...Array.from({ length: 200 }, (_, i) => of(`x${i}`, `x${i}`))];
  await library.readExperiments(3);
  expect(library.groups.slice(0, 2).map(({ runs }) => runs.length)).toEqual([80, 1]);
  expect(lab.calls).toHaveLength(2);
  await library.readExperiments(3);
  expect(lab.calls).toHaveLength(2);
});

test('of a list that could not be read, the next who asks reads it', async () => {
  const answer = lab.answers['run:list']!;
  lab.answers['run:list'] = () => {
    throw new AppError('store', 'disk full');
  };
  await expect(library.readExperiments(3)).rejects.toThrow('disk full');
  lab.answers['run:list'] = answer;
  stored = [of('e', 'a')];
  await library.readExperiments(3);
  expect(library.rows).toHaveLength(1);
});

test('what begins while all runs are read stands first when they are there', async () => {
  stored = Array.from({ length: 120 }, (_, i) => of(`e${i}`, `r${i}`));
  lab.answers['run:summaries'] = (ids) => ids.map((id) => fresh(id));
  const fresh = (id: string): RunSummary =>
    summary(id, { state: 'queued', experimentId: 'new' as ExperimentId });
  const reading = library.readAll();
  lab.emit('library:changed', { ids: [runId('n')] });
  await reading;
  await settled();
  expect(library.rows.map(({ id }) => id)).toEqual(['n', ...stored.map(({ id }) => id)]);
});

test('of what ends while it is read, the end is known', async () => {
  stored = [summary('a', { state: 'running', reason: null, step: 3 })];
  const ended = summary('a');
  lab.answers['run:summaries'] = () => [ended];
  const reading = library.readAll();
  const over = { state: 'finished', reason: 'max-steps', step: 100 } as const;
  lab.emit('run:status', { id: runId('a'), ...over, result: null, error: null });
  await reading;
  await settled();
  expect(library.rows).toEqual([ended]);
});

test('groups neighbours of one experiment, its first run first', async () => {
  stored = [of('e2', 'c'), of('e2', 'b'), of('e1', 'a')];
  await library.refresh();
  expect(library.groups.map(({ runs }) => runs.map(({ id }) => id))).toEqual([['b', 'c'], ['a']]);
});

test('of an experiment that is asked for while runs are read, the reading is waited for', async () => {
  stored = Array.from({ length: 120 }, (_, i) => of('e', `r${i}`));
  await library.refresh();
  const { request } = lab;
  // Whoever waits in vain for what is being read leaves no room for it to come.
  lab.request = (async (...asked: Parameters<typeof request>) => {
    await new Promise((resolve) => setTimeout(resolve));
    return request.apply(lab, asked);
  }) as typeof request;
  const reading = library.more();
  const asked = library.experiment(stored[0]!);
  await reading;
  expect(await asked).toHaveLength(120);
});

test('an experiment that a page cuts is read to its end', async () => {
  stored = [
    ...Array.from({ length: 49 }, (_, i) => of(`x${i}`, `x${i}`)),
    of('cut', 'c2'),
    of('cut', 'c1'),
    of('z', 'z'),
  ];
  await library.refresh();
  const runs = await library.experiment(library.rows.at(-1)!);
  expect(runs.map(({ id }) => id)).toEqual(['c1', 'c2']);
});

test('of an experiment that no page holds yet all runs are found', async () => {
  stored = [
    ...Array.from({ length: 700 }, (_, i) => of(`x${i}`, `x${i}`)),
    of('old', 'o2'),
    of('old', 'o1'),
    of('z', 'z'),
  ];
  await library.readExperiments(3);
  const runs = await library.experiment(stored[701]!);
  expect(runs.map(({ id }) => id)).toEqual(['o1', 'o2']);
  // Nothing is asked for what is not there at all, once everything is.
  const asked = lab.calls.length;
  expect(await library.experiment(of('gone', 'g'))).toHaveLength(1);
  expect(lab.calls).toHaveLength(asked);
});

describe('rename', () => {
  beforeEach(async () => {
    stored = [of('e', 'a')];
    await library.refresh();
  });

  test('shows the name at once, trimmed', async () => {
    const renaming = library.rename(runId('a'), '  新名字 ');
    expect(library.rows[0]!.name).toBe('新名字');
    await renaming;
    expect(lab.calls.at(-1)).toEqual(['run:change', { ids: ['a'], change: { name: '新名字' } }]);
  });

  test('shows the old name again if it is refused', async () => {
    lab.answers['run:change'] = () => {
      throw new AppError('store', 'disk full');
    };
    await expect(library.rename(runId('a'), 'b')).rejects.toThrow('disk full');
    expect(library.rows[0]!.name).toBe('a');
  });

  test('an empty or equal name changes nothing', async () => {
    const before = lab.calls.length;
    await library.rename(runId('a'), '  ');
    await library.rename(runId('a'), 'a');
    expect(lab.calls).toHaveLength(before);
  });
});

test('what goes to the trash leaves the list', async () => {
  stored = [of('e', 'b'), of('e', 'a')];
  await library.refresh();
  await library.change([runId('a')], { trashed: true });
  expect(library.rows.map(({ id }) => id)).toEqual(['b']);
  expect(lab.calls.at(-1)).toEqual(['run:change', { ids: ['a'], change: { trashed: true } }]);
});

describe('what somebody changed', () => {
  beforeEach(async () => {
    stored = [of('e2', 'c'), of('e1', 'b'), of('e1', 'a')];
    lab.answers['run:summaries'] = (ids) => stored.filter(({ id }) => ids.includes(id));
    await library.readAll();
  });
  const change = async (...ids: string[]): Promise<readonly string[]> => {
    lab.emit('library:changed', { ids: ids.map(runId) });
    await settled();
    await settled();
    return library.rows.map(({ id }) => id);
  };

  test('is taken over in place', async () => {
    stored = stored.map((run) => (run.id === 'b' ? { ...run, tags: ['衰减'] } : run));
    expect(await change('b')).toEqual(['c', 'b', 'a']);
    expect(library.rows[1]!.tags).toEqual(['衰减']);
  });

  test('leaves the list with what was trashed or deleted for good', async () => {
    stored = [{ ...stored[0]!, trashedAt: 1 }, stored[2]!];
    expect(await change('c', 'b')).toEqual(['a']);
  });

  test('stands first where it has just begun, without reading the others', async () => {
    stored = [summary('d', { state: 'queued', experimentId: 'e3' as ExperimentId }), ...stored];
    const before = lab.calls.length;
    expect(await change('d')).toEqual(['d', 'c', 'b', 'a']);
    expect(lab.calls.slice(before).map(([channel]) => channel)).toEqual(['run:summaries']);
  });

  test('is read anew where more of its experiment may be among what is not read yet', async () => {
    const others = Array.from({ length: 60 }, (_, i) => of(`x${i}`, `x${i}`));
    stored = [...others, of('old', 'o1')];
    await library.refresh();
    const added = summary('o2', { state: 'queued', experimentId: 'old' as ExperimentId });
    stored = [added, stored.at(-1)!, ...others];
    expect((await change('o2')).slice(0, 3)).toEqual(['o2', 'o1', 'x0']);
  });

  test('is read anew where it came to an experiment that was there', async () => {
    const added = summary('d', { state: 'queued', experimentId: 'e1' as ExperimentId });
    stored = [added, ...stored.filter(({ experimentId }) => experimentId === 'e1'), stored[0]!];
    expect(await change('d')).toEqual(['d', 'b', 'a', 'c']);
    expect(library.groups.map(({ experimentId }) => experimentId)).toEqual(['e1', 'e2']);
  });

  test('stands where it stood when it comes back from the trash', async () => {
    const all = stored;
    stored = stored.filter(({ id }) => id !== 'b');
    expect(await change('b')).toEqual(['c', 'a']);
    stored = all;
    expect(await change('b')).toEqual(['c', 'b', 'a']);
  });
});

test('rows follow the runs they stand for', async () => {
  stored = [summary('a', { state: 'running', reason: null, step: 3 })];
  await library.refresh();
  lab.emit('run:saved', { id: runId('a'), step: 40 });
  expect(library.rows[0]).toMatchObject({ state: 'running', step: 40 });
  lab.emit('run:status', {
    id: runId('a'),
    state: 'diverged',
    reason: 'loss',
    step: 50,
    result: null,
    error: null,
  });
  expect(library.rows[0]).toMatchObject({ state: 'diverged', reason: 'loss', step: 50 });
});

test('what is drawn of a run is read again when it is over', async () => {
  stored = [summary('a', { state: 'running', reason: null, step: 3 })];
  await library.refresh();
  const over = { state: 'finished', reason: 'max-steps', step: 50 } as const;
  const { spark: before } = stored[0]!;
  const spark = { ...before } as RunSummary['spark'];
  lab.answers['run:summaries'] = (ids) =>
    ids.map((id) => ({ ...stored[0]!, id, ...over, spark }) as RunSummary);
  lab.emit('run:status', { id: runId('a'), ...over, result: null, error: null });
  await settled();
  expect(library.rows[0]!.spark).toBe(spark);
});
