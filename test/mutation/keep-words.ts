/**
 * Parts of a spec that are read by people, not executed. A fault there would be one of language; what the
 * program decides by (ids, defaults, ranges, options, modes) is mutated.
 */
const words = new Set([
  'name',
  'label',
  'help',
  'summary',
  'formula',
  'reference',
  'symbol',
  'zh',
  'en',
]);

/** What is read of a node of the syntax tree. */
interface Path {
  readonly node: {
    readonly type: string;
    readonly key?: { readonly type: string; readonly name?: string };
  };
}

/** Called for each node; a reason given leaves the node and all below it as they are. */
function shouldIgnore({ node }: Path): string | undefined {
  const named = node.type === 'ObjectProperty' && node.key?.type === 'Identifier';
  return named && words.has(node.key?.name ?? '') ? 'words for people' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
