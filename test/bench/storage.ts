/** The core with its recorder, the store and the page's series: what one run costs from step to chart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeriesBuffer } from '../../core/analysis/series-buffer.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { presets } from '../../core/experiment/presets.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { assets } from '../support/assets.ts';

const ROUNDS = 5;
const STEPS = 200_000;

const bowl = parseExperimentConfig({
  ...presets.pair.runs[0]!.config,
  replicates: 1,
  totalSteps: STEPS,
});
const digits = presets.digits.runs[0].config;

interface Case {
  readonly name: string;
  /** What is counted, per second. */
  readonly unit: string;
  readonly amount: number;
  readonly run: () => void;
  /** The case whose time this one's is divided by. */
  readonly against?: string;
}

function train(config: ExperimentConfig): readonly MetricChunk[] {
  const trainer = createTrainer(config, assets);
  const recorder = createRecorder();
  const chunks: MetricChunk[] = [];
  while (trainer.outcome === null) {
    trainer.advance(8192, recorder);
    chunks.push(...recorder.flush());
  }
  return chunks;
}

export function storageAndCharts(): void {
  const recorded = train(bowl);
  const losses = recorded.filter(({ metric }) => metric === 'train/loss');
  const folder = mkdtempSync(join(tmpdir(), 'downhill-bench-'));
  const store = openStore({ path: join(folder, 'library.db'), now: () => 0 });
  const { runIds } = store.createExperiment('bench', [{ name: 'read', config: bowl }], 'bench');
  store.flush([{ id: runIds[0]!, step: STEPS, chunks: recorded, checkpoint: null }]);
  const buffer = new SeriesBuffer();
  for (const chunk of losses) buffer.append(chunk);

  function writeRun(): void {
    const written = store.createExperiment('bench', [{ name: 'write', config: bowl }], 'bench');
    const id = written.runIds[0]!;
    for (let i = 0; i < recorded.length; i += 24) {
      const chunks = recorded.slice(i, i + 24);
      store.flush([{ id, step: STEPS, chunks, checkpoint: null }]);
    }
  }

  function readView(columns: number): void {
    store.readSeries({ runId: runIds[0]!, metric: 'train/loss', from: 0, to: STEPS, columns });
  }

  const cases: readonly Case[] = [
    {
      name: 'bowl, every step recorded',
      unit: 'steps',
      amount: STEPS,
      run: () => void train(bowl),
    },
    {
      name: 'bowl, every 1,000th step recorded',
      unit: 'steps',
      amount: STEPS,
      run: () => void train({ ...bowl, recordEvery: 1000 }),
      against: 'bowl, every step recorded',
    },
    {
      name: 'digits, softmax regression',
      unit: 'steps',
      amount: digits.totalSteps,
      run: () => void train(digits),
    },
    {
      name: 'store: write that run',
      unit: 'steps',
      amount: STEPS,
      run: writeRun,
      against: 'bowl, every step recorded',
    },
    {
      name: 'store: its loss in 1,000 columns',
      unit: 'views',
      amount: 1,
      run: () => readView(1000),
    },
    {
      name: 'store: its loss in 200 columns',
      unit: 'views',
      amount: 1,
      run: () => readView(200),
      against: 'store: its loss in 1,000 columns',
    },
    {
      name: 'page: its loss in 1,000 columns',
      unit: 'views',
      amount: 1,
      run: () => void buffer.view(0, STEPS, 1000),
      against: 'store: its loss in 1,000 columns',
    },
  ];

  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, run } of cases) {
      const begin = performance.now();
      run();
      best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - begin));
    }
  }
  store.close();
  rmSync(folder, { recursive: true, force: true });

  for (const { name, unit, amount, against } of cases) {
    const time = best.get(name)!;
    const speed = `${Math.round((amount / time) * 1000).toLocaleString('en')} ${unit}/s`;
    const ratio = against
      ? `${(time / best.get(against)!).toFixed(2)} × the time of "${against}"`
      : '';
    console.log([name.padEnd(36), speed.padStart(20), ratio].join('  ').trimEnd());
  }
}
