import { expect, it } from 'vitest';
import { measureJson } from '../../../electron/files/json-part.ts';

const measured = (json: string): unknown => measureJson(Buffer.from(json));

it.each([
  ['0', 1],
  ['[]', 2],
  ['[1,2,3]', 4],
  ['{"a":[],"b":{}}', 5],
  ['["x,[{","\\",["]', 3],
  ['["\\\\",1]', 3],
])('%s has at most so many values: %i', (json, values) => {
  expect(() => JSON.parse(json) as unknown).not.toThrow();
  expect(measured(json)).toEqual({ tooDeepAt: null, values });
});

it('says where the level after the 64th begins', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  expect(measured(deep(64))).toEqual({ tooDeepAt: null, values: 65 });
  expect(measured(deep(65))).toMatchObject({ tooDeepAt: 64 });
});
