import { expectTypeOf, test } from 'vitest';
import type {
  MessageKey,
  MessageParams,
  SameParams,
  Translation,
} from '../../../renderer/src/i18n/catalogue.ts';
import type { en } from '../../../renderer/src/i18n/en/index.ts';

test('a missing key or parameter does not compile', () => {
  expectTypeOf<'runs.group'>().toExtend<MessageKey>();
  expectTypeOf<'runs.group_other'>().not.toExtend<MessageKey>();
  expectTypeOf<'no.such.message'>().not.toExtend<MessageKey>();

  expectTypeOf<MessageParams<'run.run'>>().toEqualTypeOf<[]>();
  expectTypeOf<[]>().not.toExtend<MessageParams<'run.progress'>>();
  expectTypeOf<[{ step: number }]>().not.toExtend<MessageParams<'run.progress'>>();
  expectTypeOf<[{ step: number; total: string }]>().toExtend<MessageParams<'run.progress'>>();
  expectTypeOf<[{ count: number }]>().toExtend<MessageParams<'runs.group'>>();
});

test('a catalogue that lacks a message or a parameter is not a translation', () => {
  expectTypeOf<typeof en>().toExtend<Translation>();
  expectTypeOf<Omit<typeof en, 'run.run'>>().not.toExtend<Translation>();
  type Broken = Omit<typeof en, 'run.progress'> & { readonly 'run.progress': 'step {{step}}' };
  expectTypeOf<Broken>().not.toExtend<SameParams<Broken>>();
  expectTypeOf<typeof en>().toExtend<SameParams<typeof en>>();
});
