/** Training logs of random series, as texts, and what disks, editors and people do to them. */
import fc from 'fast-check';

/** Tables and JSON of one run, the table of a chart of Weights & Biases with several, and the scalars of TensorBoard. */
export type LogFormat = 'csv' | 'json' | 'wandb' | 'scalars';

interface LogFile {
  readonly bytes: Uint8Array;
  readonly file: string;
}
interface GoodLog extends LogFile {
  /** The text as the cells and what stands between them, in turn, beginning with what stands between. */
  readonly pieces: readonly string[];
}
type Records = readonly Readonly<Record<string, number | null>>[];

const value = fc.oneof(
  { arbitrary: fc.double({ min: 0, max: 100, noNaN: true }), weight: 8 },
  { arbitrary: fc.double(), weight: 1 },
  { arbitrary: fc.constantFrom(null, NaN, Infinity, -Infinity, -0), weight: 1 },
);
const accuracy = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(null));

const records: fc.Arbitrary<Records> = fc
  .array(
    fc.record({ gap: fc.integer({ min: 1, max: 50 }), loss: value, lr: value, val_acc: accuracy }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => {
    let step = -1;
    return rows.map(({ gap, ...row }, i) => {
      step += gap;
      return { step, ...row, loss: i === 0 ? 1.5 : row.loss };
    });
  });

const csvText = fc
  .tuple(records, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'))
  .map(([rows, delimiter, end]) => {
    const cells = rows.map((row) =>
      Object.values(row).map((one) => (one === null ? '' : say(one))),
    );
    const lines = [Object.keys(rows[0]!), ...cells].map((line) => line.join(delimiter));
    return `${lines.join(end)}${end}`;
  });

function say(one: number): string {
  return Object.is(one, -0) ? '-0.0' : String(one);
}

const jsonText = fc
  .tuple(records, fc.constantFrom('records', 'lists', 'lines', 'trainer'), fc.boolean())
  .map(([rows, form, sparse]) => {
    const shown = rows.map((row) => {
      const entries = Object.entries(row).filter(([, one]) => !sparse || one !== null);
      return `{${entries.map(([name, one]) => `"${name}": ${json(one)}`).join(', ')}}`;
    });
    if (form === 'lines') return `${shown.join('\n')}\n`;
    if (form === 'records') return `[${shown.join(',\n')}]`;
    if (form === 'trainer') return `{"global_step": 9, "log_history": [\n${shown.join(',\n')}]}`;
    const lists = Object.keys(rows[0]!).map(
      (name) => `"${name}": [${rows.map((row) => json(row[name]!)).join(', ')}]`,
    );
    return `{${lists.join(',\n')}}`;
  });

/** Every cell in quotes, and of each column the least and the greatest value, as the charts are exported. */
const wandbText = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'lr-0.1', 'b - wide', '衰减'), { minLength: 1, maxLength: 3 }),
    fc.constantFrom(['loss'], ['loss', 'lr']),
    fc.array(
      fc.tuple(fc.integer({ min: 1, max: 50 }), fc.array(value, { minLength: 6, maxLength: 6 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  )
  .map(([runs, metrics, rows]) => {
    const columns = runs.flatMap((run) => metrics.map((metric) => `${run} - ${metric}`));
    const head = columns.flatMap((one) => [one, `${one}__MIN`, `${one}__MAX`]);
    let step = -1;
    const cells = rows.map(([gap, values], i) => {
      step += gap;
      const shown = columns.map((_, at) => (i + at === 0 ? 1.5 : values[at]!));
      const texts = shown.map((one) => (one === null ? '' : say(one)));
      return [String(step), ...texts.flatMap((one) => [one, one, one])];
    });
    const lines = [['Step', ...head], ...cells].map((line) =>
      line.map((one) => `"${one}"`).join(','),
    );
    return `${lines.join('\n')}\n`;
  });

const scalarsText = records.map((rows) => {
  const shown = rows.map(({ step, loss }, i) => `[${1.7e9 + i}, ${step}, ${json(loss!)}]`);
  return `[${shown.join(', ')}]`;
});

function json(one: number | null): string {
  return one === null ? 'null' : say(one);
}

const cellsOf: Readonly<Record<LogFormat, RegExp>> = {
  csv: /([^,;\t\r\n]+)/,
  json: /(-?[\d.]+(?:e[+-]?\d+)?|null|NaN|-?Infinity)/,
  wandb: /([^",\n]+)/,
  scalars: /(-?[\d.]+(?:e[+-]?\d+)?|null|NaN|-?Infinity)/,
};

/** What a single value is of, the name of its file tells. */
const files: Readonly<Record<LogFormat, string>> = {
  csv: 'log.csv',
  json: 'log.json',
  wandb: 'wandb_export.csv',
  scalars: 'run-1-tag-train_loss.json',
};

function good(format: LogFormat, text: fc.Arbitrary<string>): fc.Arbitrary<GoodLog> {
  return text.map((one) => ({
    bytes: Buffer.from(one),
    file: files[format],
    pieces: one.split(cellsOf[format]),
  }));
}

export const goodLogs: Readonly<Record<LogFormat, fc.Arbitrary<GoodLog>>> = {
  csv: good('csv', csvText),
  json: good('json', jsonText),
  wandb: good('wandb', wandbText),
  scalars: good('scalars', scalarsText),
};

type Spoil = (log: GoodLog) => Uint8Array;

const hostile: Readonly<Record<'table' | 'json', readonly string[]>> = {
  table: [
    ...['', 'x', '1.5.2', '0x10', '-1', '1e999', 'nan', 'inf', '1,5', '"', '"2"', '2"', ' 3 '],
    ...['2e9', '1_000', '#', '--', '０', 'null', '\u0000', '1e', '.', '+', '"a\nb"', 'true'],
  ],
  json: [
    ...['', '"x"', '"1.5.2"', '"0x10"', '-1', '1e999', '"nan"', '"inf"', '"1,5"', '"', '"2"'],
    ...['" 3 "', '2e9', '01', 'nan', '[]', '{}', '[1]', '"０"', 'null', 'NaN', '-NaN', 'true'],
    ...['{"$number":"NaN"}', '1e', '.5', '"\\u0031"', '"\\x"', '-Infinity', '"-"'],
  ],
};

const anyBytes: fc.Arbitrary<Spoil> = fc.oneof(
  fc
    .array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.integer({ min: 32, max: 126 }))), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes): Spoil => ({ bytes }) => {
      const spoilt = Uint8Array.from(bytes);
      for (const [at, byte] of changes) spoilt[at % bytes.length] = byte;
      return spoilt;
    }),
  fc.nat().map(
    (end): Spoil =>
      ({ bytes }) =>
        bytes.slice(0, end % bytes.length),
  ),
  // Doubled where it stands, taken out, or put in from elsewhere.
  fc
    .tuple(fc.nat(), fc.nat(60), fc.constantFrom('double', 'remove'))
    .map(([from, size, how]): Spoil => ({ bytes }) => {
      const at = from % bytes.length;
      const after = how === 'double' ? at : at + size;
      return Buffer.concat([
        bytes.subarray(0, how === 'double' ? at + size : at),
        bytes.subarray(after),
      ]);
    }),
  fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 8 })).map(([from, put]): Spoil => ({ bytes }) => {
    const at = from % bytes.length;
    return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
  }),
);

function otherCell(format: LogFormat): fc.Arbitrary<Spoil> {
  const kind = format === 'csv' || format === 'wandb' ? 'table' : 'json';
  return fc
    .tuple(fc.nat(), fc.constantFrom(...hostile[kind]))
    .map(([which, cell]) => ({ pieces }) => {
      const at = 2 * (which % ((pieces.length - 1) / 2)) + 1;
      return Buffer.from(pieces.with(at, cell).join(''));
    });
}

function spoilt(format: LogFormat): fc.Arbitrary<LogFile> {
  return fc
    .tuple(goodLogs[format], fc.oneof(anyBytes, otherCell(format)))
    .map(([log, spoil]) => ({ bytes: spoil(log), file: log.file }));
}

export const spoiltLogs: Readonly<Record<LogFormat, fc.Arbitrary<LogFile>>> = {
  csv: spoilt('csv'),
  json: spoilt('json'),
  wandb: spoilt('wandb'),
  scalars: spoilt('scalars'),
};
