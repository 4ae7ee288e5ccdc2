import ts from 'typescript';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channels, type ArgParsers, type Handlers } from '../../electron/ipc/contract.ts';
import { argParsers } from '../../electron/ipc/schemas.ts';
import { createHandlers } from '../../electron/main/handlers.ts';

const root = join(import.meta.dirname, '../..');
const contract = join(root, 'electron/ipc/contract.ts');
const complete = [
  contract,
  join(root, 'electron/ipc/schemas.ts'),
  join(root, 'electron/main/handlers.ts'),
];

const { 'run:stop': _parser, ...parsersWithoutOne } = argParsers;
// @ts-expect-error -- a channel without a parser
parsersWithoutOne satisfies ArgParsers;
const handlers = createHandlers({
  store: {},
  runs: {},
  explorer: {},
  explainer: {},
  surveyor: {},
  sweeps: {},
  preferences: {},
  platform: {},
} as never);
const { 'run:stop': _handler, ...handlersWithoutOne } = handlers;
// @ts-expect-error -- a channel without a handler
handlersWithoutOne satisfies Handlers;
// @ts-expect-error -- a channel that is not in the contract
({ ...handlers, 'run:explode': () => undefined }) satisfies Handlers;

describe('the contract', () => {
  it('every channel has a parser and a handler, and nothing else has', () => {
    const names = Object.keys(channels).sort();
    expect(Object.keys(argParsers).sort()).toEqual(names);
    expect(Object.keys(handlers).sort()).toEqual(names);
    expect(names.length).toBeGreaterThan(15);
  });

  it('compiles as it stands, and this test with it', { timeout: 60_000 }, () => {
    expect(filesWithErrors((text) => text, [...complete, import.meta.filename])).toEqual([]);
  });

  it(
    'a new channel does not compile without its table, parser and handler',
    { timeout: 60_000 },
    () => {
      const line = "  'app:info': () => AppInfo;\n";
      const grown = filesWithErrors((text) => {
        expect(text).toContain(line);
        return text.replace(line, `${line}  'run:explode': (id: RunId) => void;\n`);
      }, complete);
      expect(grown).toEqual(complete);
    },
  );
});

/** Type-checks files of the app with a changed contract; the files that have errors. */
function filesWithErrors(
  change: (contract: string) => string,
  files: readonly string[],
): readonly string[] {
  const config = ts.readConfigFile(join(root, 'test/tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  );
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'test'));
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => (path === contract ? change(read(path) ?? '') : read(path));
  const program = ts.createProgram([...files], options, host);
  return files.filter((path) => {
    const source = program.getSourceFile(path)!;
    return program.getSemanticDiagnostics(source).length > 0;
  });
}
