import { seriesCsv } from '../../../core/analysis/series-csv.ts';
import { MOST_FILE_BYTES, type PageFile } from '../../../electron/ipc/files.ts';
import type { Lab } from '../api.ts';
import { toPng, toSvg, type Picture } from '../charts/picture/picture.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { tell } from './notices.ts';
import { wholeColumns, type SeriesColumn } from './series-column.ts';

/** Pixels for each CSS pixel of a copied picture: sharp on every screen it may be pasted on. */
const COPIED_SCALE = 2;

export async function copyPicture(lab: Lab, picture: Picture): Promise<void> {
  await lab.request('picture:copy', await toPng(picture, COPIED_SCALE));
  tell(() => t('pane.copied'));
}

export async function savePng(lab: Lab, picture: Picture, scale: number): Promise<void> {
  await save(lab, { name: picture.title, kind: 'png', bytes: await toPng(picture, scale) });
}

export async function saveSvg(lab: Lab, picture: Picture): Promise<void> {
  await save(lab, { name: picture.title, kind: 'svg', bytes: utf8(toSvg(picture)) });
}

export async function saveCsv(
  lab: Lab,
  name: string,
  columns: readonly SeriesColumn[],
  stepTitle: string,
): Promise<void> {
  const bytes = utf8(seriesCsv(await wholeColumns(columns), stepTitle));
  if (bytes.length > MOST_FILE_BYTES) tell(() => t('pane.tooLong'));
  else await save(lab, { name, kind: 'csv', bytes });
}

export async function saveMarkdown(lab: Lab, name: string, text: string): Promise<void> {
  await save(lab, { name, kind: 'md', bytes: utf8(text) });
}

async function save(lab: Lab, file: PageFile): Promise<void> {
  const path = await lab.request('file:save', { ...file, name: file.name.slice(0, 200) });
  if (path !== null) tell(() => t('export.done', { path }));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
