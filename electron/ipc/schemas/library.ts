/** Parsers of what is asked of the library and changed in it. */
import { z } from 'zod';
import {
  MOST_CHANGED_RUNS,
  MOST_LINE,
  MOST_NOTE,
  MOST_TAG,
  MOST_TAGS,
  runColumns,
  sortColumns,
  type ViewField,
} from '../library.ts';
import { line, name, plainObject, runId } from './common.ts';

const MOST_LISTED = 1000;
const MOST_SEARCHED = 200;
const MOST_PATH = 200;
const MOST_VIEW_VALUES = 100;

export const listQuery = z.strictObject({
  limit: z.int().min(1).max(MOST_LISTED),
  after: z.exactOptional(z.strictObject({ first: runId, newest: runId, last: runId })),
  trashed: z.boolean(),
  pinned: z.exactOptional(z.literal(true)),
});

export const runIds = z.array(runId).min(1).max(MOST_CHANGED_RUNS);
export const searchText = z.string().max(MOST_SEARCHED);

const tag = line.pipe(z.string().min(1).max(MOST_TAG));
const tags = z.array(tag).min(1).max(MOST_TAGS);
const remark = z.exactOptional(line.pipe(z.string().max(MOST_LINE)));
/** As it was typed, but for the character that ends texts in other places; blank is none. */
const note = z
  .string()
  .max(MOST_NOTE)
  .transform((text) => (text.trim() === '' ? '' : text.replaceAll('\0', '\ufffd')));

const runChange = plainObject.pipe(
  z
    .strictObject({
      name: z.exactOptional(name),
      note: z.exactOptional(note),
      addTags: z.exactOptional(tags),
      removeTags: z.exactOptional(tags),
      pinned: z.exactOptional(z.boolean()),
      baseline: z.exactOptional(z.boolean()),
      archived: z.exactOptional(z.boolean()),
      trashed: z.exactOptional(z.boolean()),
      prediction: remark,
      conclusion: remark,
    })
    .refine((given) => Object.keys(given).length > 0, { message: 'nothing to change' }),
);
export const changeRequest = z
  .strictObject({ ids: runIds, change: runChange })
  .refine(
    ({ ids, change: { note: text, baseline } }) =>
      ids.length === 1 || (text === undefined && baseline !== true),
    {
      message: 'a note, or the baseline, is of one run at a time',
      path: ['ids'],
    },
  );

const viewValue = z
  .string()
  .max(MOST_PATH)
  .refine((text) => text.trim() !== '', { message: 'empty' });
const viewValues = z.exactOptional(z.array(viewValue).min(1).max(MOST_VIEW_VALUES));
const viewFilter = plainObject.pipe(
  z.strictObject({
    experiment: viewValues,
    problem: viewValues,
    optimizer: viewValues,
    schedule: viewValues,
    seed: viewValues,
    state: viewValues,
    tag: viewValues,
    mark: viewValues,
  } satisfies Record<ViewField, typeof viewValues>),
);
export const savedView = z.strictObject({
  name,
  settings: z.strictObject({
    search: searchText,
    filter: viewFilter,
    group: viewValue,
    sort: z.strictObject({ column: z.enum(sortColumns), descending: z.boolean() }),
    columns: z.array(z.enum(runColumns)).max(runColumns.length).nullable(),
  }),
});
