/** No component declares a property that it does not read: the linter, which reads components without types, cannot tell. */
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** All nodes of a kind below a node, itself included. */
function nodes(root: unknown, type: string): readonly Node[] {
  if (Array.isArray(root)) return root.flatMap((one) => nodes(one, type));
  if (!isNode(root)) return [];
  const below = Object.values(root).flatMap((value) => nodes(value, type));
  return root.type === type ? [root, ...below] : below;
}

const nameOf = (node: unknown): string | null =>
  isNode(node) ? String(node['name'] ?? node['value']) : null;

/** What `interface Props` declares, by itself and not by what it extends. */
function declaredIn(script: unknown): readonly string[] {
  const props = nodes(script, 'TSInterfaceDeclaration').find(({ id }) => nameOf(id) === 'Props');
  const members = (props?.['body'] as Node | undefined)?.['body'] as readonly Node[] | undefined;
  return (members ?? []).map(({ key }) => nameOf(key)!);
}

/** The names a pattern takes; null: all, since it keeps the rest. */
function takenBy(pattern: Node): readonly string[] | null {
  const parts = pattern['properties'] as readonly Node[];
  return parts.some(({ type }) => type === 'RestElement')
    ? null
    : parts.map(({ key }) => nameOf(key)!);
}

/** What is read of `$props()`; null: everything. */
function readIn(script: unknown): readonly string[] | null {
  const declared = nodes(script, 'VariableDeclarator');
  const made = declared.find(({ init }) => isNode(init) && nameOf(init['callee']) === '$props');
  const target = made?.['id'];
  if (!isNode(target)) return [];
  if (target.type === 'ObjectPattern') return takenBy(target);
  const whole = nameOf(target);
  const members = nodes(script, 'MemberExpression').filter(
    ({ object }) => nameOf(object) === whole,
  );
  const taken = declared
    .filter(({ id, init }) => nameOf(init) === whole && (id as Node).type === 'ObjectPattern')
    .map(({ id }) => takenBy(id as Node));
  if (taken.includes(null)) return null;
  return [...members.map(({ property }) => nameOf(property)!), ...taken.flatMap((names) => names!)];
}

/** Declared properties that are never read. */
function unread(source: string): readonly string[] {
  const { instance, fragment } = parse(source, { modern: true });
  const read = readIn([instance?.content, fragment]);
  return read === null ? [] : declaredIn(instance?.content).filter((name) => !read.includes(name));
}

const components = globSync('renderer/src/**/*.svelte').toSorted();

test('there are components', () => {
  expect(components.length).toBeGreaterThan(100);
});

test.each([
  ['let { a }: Props = $props();', ['b']],
  ['let { a, ...rest }: Props = $props();', []],
  ['let { a, b: other }: Props = $props();', []],
  ['const given: Props = $props(); given.b;', ['a']],
  ['const given: Props = $props(); const { a } = given;', ['b']],
])('a property nobody reads is found: %s', (reading, found) => {
  const script = `interface Props { a: number; readonly b?: string }\n${reading}`;
  expect(unread(`<script lang="ts">${script}</script>`)).toEqual(found);
});

test('every component reads every property it declares', () => {
  const faults = components.map((file) => [file, unread(readFileSync(file, 'utf8'))] as const);
  expect(faults.filter(([, names]) => names.length > 0)).toEqual([]);
});
