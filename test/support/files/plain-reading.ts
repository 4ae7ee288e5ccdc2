/** What a `.downhill` file says, read as any other program would: unzip, JSON, raw columns. Nothing is checked. */
import { unzipSync } from 'fflate';
import type { FileContent } from '../../../electron/files/format.ts';

type Json = Readonly<Record<string, unknown>>;

interface Plain {
  readonly experiments: readonly unknown[];
  readonly runs: readonly (Json & { readonly columns: unknown })[];
}

const facts = [
  'origin',
  'engineVersion',
  'state',
  'reason',
  'error',
  'step',
  'createdAt',
  'endedAt',
  'note',
  'tags',
  'pinned',
  'baseline',
  'archived',
  'prediction',
  'conclusion',
  'forkedFrom',
  'resumedFrom',
  'rerunOf',
] as const;

/** Of the file itself. */
export function readPlainly(file: Uint8Array): Plain {
  const parts = unzipSync(file);
  const json = (name: string): Json => JSON.parse(Buffer.from(parts[name]!).toString()) as Json;
  const experiments = json('manifest.json')['experiments'] as readonly {
    readonly name: string;
    readonly race: unknown;
    readonly runs: readonly number[];
  }[];
  const runs = experiments.flatMap((one) =>
    one.runs.map((number) => {
      const run = json(`runs/${number}/run.json`);
      const series = run['series'] as readonly { metric: string; stretches: number[][] }[];
      const columns = series.map(({ metric, stretches }) => [
        metric,
        stretches.flatMap(([first, stride, n]) =>
          Array.from({ length: n! }, (_, i) => first! + i * stride!),
        ),
        Buffer.from(parts[`runs/${number}/${metric.replace('/', '-')}.f64`]!).toString('hex'),
      ]);
      return { ...pick(run), name: (run['name'] as string).trim(), columns };
    }),
  );
  return { experiments: experiments.map(({ name, race }) => [name.trim(), race]), runs };
}

/** The same of what the reader made of it. */
export function asPlain({ experiments }: FileContent): Plain {
  const runs = experiments.flatMap((one) =>
    one.runs.map((run) => {
      const columns = [...new Set(run.chunks.map(({ metric }) => metric))].map((metric) => {
        const chunks = run.chunks.filter((chunk) => chunk.metric === metric);
        const bytes = chunks.map(({ values }) =>
          Buffer.from(values.buffer, values.byteOffset, values.byteLength),
        );
        return [
          metric,
          chunks.flatMap(({ first, stride, values }) =>
            Array.from(values, (_, i) => first + i * stride),
          ),
          Buffer.concat(bytes).toString('hex'),
        ];
      });
      return { ...pick(run as unknown as Json), name: run.name, columns };
    }),
  );
  return { experiments: experiments.map(({ name, race }) => [name, race]), runs };
}

function pick(run: Json): Json {
  return Object.fromEntries(facts.map((key) => [key, run[key]]));
}
