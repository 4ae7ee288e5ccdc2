/** Parsers of files that the page has made, and of those to import. */
import { z } from 'zod';
import {
  FILE_EXTENSION,
  isImportFile,
  logExtensions,
  MOST_DROPPED_BYTES,
  MOST_RUNS_IN_FILE,
} from '../experiment-files.ts';
import { fileKinds, MOST_FILE_BYTES } from '../files.ts';
import { name, runId } from './common.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => PNG_SIGNATURE.every((byte, i) => bytes[i] === byte);

const bytes = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length > 0, { message: 'the file is empty' })
  .refine(({ length }) => length <= MOST_FILE_BYTES, {
    message: `more than ${MOST_FILE_BYTES} bytes`,
  });
export const png = bytes.refine(isPng, { message: 'not a PNG' });
export const pageFile = z
  .strictObject({ name, kind: z.enum(fileKinds), bytes })
  .refine((file) => file.kind !== 'png' || isPng(file.bytes), { message: 'not a PNG' });

export const selection = z.array(runId).min(1).max(MOST_RUNS_IN_FILE).nullable();
const fileTitle = name.refine(isImportFile, {
  message: `not a file to import: .${[FILE_EXTENSION, ...logExtensions].join(', .')}`,
});
export const importSource = z.union([
  z.enum(['dialog', 'given']),
  z.strictObject({
    name: fileTitle,
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MOST_DROPPED_BYTES, {
      message: `more than ${MOST_DROPPED_BYTES} bytes`,
    }),
  }),
]);
