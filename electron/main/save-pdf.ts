import { fileName } from './file-name.ts';
import type { SaveQuestion } from './save-question.ts';
import { writeFileAtomically } from './write-file.ts';

/** Writes the page as PDF where a person says, whole or not at all; its path, or null if cancelled. */
export async function savePdf(
  name: string,
  question: SaveQuestion,
  render: () => Promise<Uint8Array>,
): Promise<string | null> {
  const path = await question.ask(`${fileName(name, 'downhill')}.pdf`, 'pdf');
  if (path !== null) writeFileAtomically(path, await render());
  return path;
}
