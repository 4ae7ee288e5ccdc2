import { resolve } from 'node:path';

const FLAG = '--data-dir=';

/** The data folder a person asked for: `--data-dir=FOLDER`, else null for the system's usual place. */
export function chosenDataFolder(argv: readonly string[]): string | null {
  const flag = argv.findLast((argument) => argument.startsWith(FLAG));
  const folder = flag?.slice(FLAG.length) ?? '';
  return folder === '' ? null : resolve(folder);
}
