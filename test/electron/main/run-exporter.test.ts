import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../core/analysis/csv.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { readJsonLog } from '../../../electron/files/logs/read-json-log.ts';
import { RunExporter } from '../../../electron/main/run-exporter.ts';
import { SaveQuestion } from '../../../electron/main/save-question.ts';
import { divergingBowl } from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';

/** A finished run and what asked for its place. */
async function exporting(answer: string | null): Promise<{
  world: RunWorld;
  id: RunId;
  exporter: RunExporter;
  asked: string[];
}> {
  const world = new RunWorld();
  const [id] = world.start(divergingBowl) as [RunId];
  await world.untilState(id, 'diverged');
  const asked: string[] = [];
  const question = new SaveQuestion((name, kind) => {
    expect(name.endsWith(`.${kind}`)).toBe(true);
    asked.push(name);
    return Promise.resolve(answer && join(world.folder, answer));
  });
  const exporter = new RunExporter(world.store, question);
  return { world, id, exporter, asked };
}

describe('export of a run', () => {
  it('writes what the run recorded, byte for byte, non-finite numbers included', async () => {
    const { world, id, exporter } = await exporting('my run.csv');
    const path = join(world.folder, 'my run.csv');
    expect(await exporter.save(id, 'csv')).toBe(path);
    const recorder = createRecorder();
    createTrainer(divergingBowl).advance(divergingBowl.totalSteps, recorder);
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(toCsv(recorder.flush()));
    expect(text).toContain('Infinity');
  });

  it('writes JSON that is read as a training log with the same values, and says what the run is', async () => {
    const { world, id, exporter } = await exporting('run.json');
    const path = join(world.folder, 'run.json');
    world.store.changeRuns([id], { addTags: ['炸了'], note: 'why' });
    expect(await exporter.save(id, 'json')).toBe(path);
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 'downhill-run',
      config: divergingBowl,
      state: 'diverged',
      tags: ['炸了'],
      note: 'why',
    });
    const recorder = createRecorder();
    createTrainer(divergingBowl).advance(divergingBowl.totalSteps, recorder);
    const losses = recorder.flush().filter(({ metric }) => metric === 'train/loss');
    const read = readJsonLog(text, 'run', false).series.find(
      ({ metric }) => metric === 'train/loss',
    );
    expect([...read!.values]).toEqual(losses.flatMap(({ values }) => [...values]));
  });

  it('writes nothing when the person cancels', async () => {
    const { world, id, exporter } = await exporting(null);
    const before = readdirSync(world.folder);
    expect(await exporter.save(id, 'csv')).toBeNull();
    expect(readdirSync(world.folder)).toEqual(before);
  });

  it.each([
    ['η = 0.1, 常数', 'η = 0.1, 常数.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['tab\tline\nend\u0000', 'tab line end.csv'],
    ['\u202efdp.exe', 'fdp.exe.csv'],
    ['...', 'run.csv'],
    ['x'.repeat(200), `${'x'.repeat(80)}.csv`],
  ])('suggests a name that every system takes for %j', async (name, suggested) => {
    const { world, id, exporter, asked } = await exporting(null);
    world.store.changeRuns([id], { name });
    await exporter.save(id, 'csv');
    expect(asked).toEqual([suggested]);
  });

  it('asks one question at a time', async () => {
    const { world, id } = await exporting(null);
    let decide = (_path: null): void => undefined;
    const question = new SaveQuestion(() => new Promise((resolve) => (decide = resolve)));
    const exporter = new RunExporter(world.store, question);
    const first = exporter.save(id, 'csv');
    await expect(exporter.save(id, 'csv')).rejects.toMatchObject({ code: 'wrong-state' });
    decide(null);
    expect(await first).toBeNull();
    const again = exporter.save(id, 'csv');
    decide(null);
    expect(await again).toBeNull();
  });

  it('names a run that does not exist', async () => {
    const { exporter } = await exporting(null);
    const unknown = '00000000-0000-4000-8000-000000000000' as RunId;
    await expect(exporter.save(unknown, 'csv')).rejects.toMatchObject({ code: 'unknown-run' });
  });
});
