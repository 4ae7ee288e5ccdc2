import type { PageFile } from '../ipc/files.ts';
import { fileName } from './file-name.ts';
import type { SaveQuestion } from './save-question.ts';
import { writeFileAtomically } from './write-file.ts';

/** Writes a file the page has made where a person says, whole or not at all; its path, or null if cancelled. */
export async function saveFile(
  { name, kind, bytes }: PageFile,
  question: SaveQuestion,
): Promise<string | null> {
  const path = await question.ask(`${fileName(name, 'downhill')}.${kind}`, kind);
  if (path !== null) writeFileAtomically(path, bytes);
  return path;
}
