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

/** What is read of a node of the syntax tree, and of the one around it. */
interface Node {
  readonly type: string;
  readonly key?: Node;
  readonly name?: string;
  readonly properties?: readonly Node[];
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
}

interface Path {
  readonly node: Node;
  readonly parent?: Node;
}

const isWords = ({ type, key }: Node): boolean =>
  type === 'ObjectProperty' && key?.type === 'Identifier' && words.has(key.name ?? '');

/** `{ zh, en }`, handed to a function that makes a parameter. */
const isText = ({ type, properties = [] }: Node): boolean =>
  type === 'ObjectExpression' && properties.length > 0 && properties.every(isWords);

/** The symbol of a parameter, the first thing such a function is given. */
const isSymbol = (node: Node, { type, callee, arguments: given }: Node): boolean =>
  node.type === 'StringLiteral' &&
  type === 'CallExpression' &&
  /(?:Param|momentumEnd)$/.test(callee?.name ?? '') &&
  given?.[0] === node;

/** Called for each node; a reason given leaves the node and all below it as they are. */
function shouldIgnore({ node, parent }: Path): string | undefined {
  const kept = isWords(node) || isText(node) || (parent !== undefined && isSymbol(node, parent));
  return kept ? 'words for people' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
