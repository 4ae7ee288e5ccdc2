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
  readonly value?: Node;
  readonly name?: string;
  readonly properties?: readonly Node[];
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
}

interface Path {
  readonly node: Node;
  readonly parent?: Node;
}

/** TeX of a number before and after an update, where it is written down as it is. */
const isWritten = (value?: Node): boolean =>
  value?.type === 'StringLiteral' || value?.type === 'TemplateLiteral';

const isWords = ({ type, key, value }: Node): boolean => {
  if (type !== 'ObjectProperty' || key?.type !== 'Identifier') return false;
  const name = key.name ?? '';
  return words.has(name) || (['before', 'after'].includes(name) && isWritten(value));
};

/** `{ zh, en }`, handed to a function that makes a parameter. */
const isText = ({ type, properties = [] }: Node): boolean =>
  type === 'ObjectExpression' && properties.length > 0 && properties.every(isWords);

/** The symbol of a parameter or of a slot, given to the function that makes it. */
const isSymbol = (node: Node, { type, callee, arguments: given = [] }: Node): boolean =>
  node.type === 'StringLiteral' &&
  type === 'CallExpression' &&
  /(?:Param|momentumEnd|indexed|runningPowers)$/.test(callee?.name ?? '') &&
  given.includes(node);

/** Called for each node; a reason given leaves the node and all below it as they are. */
function shouldIgnore({ node, parent }: Path): string | undefined {
  const kept = isWords(node) || isText(node) || (parent !== undefined && isSymbol(node, parent));
  return kept ? 'words for people' : undefined;
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: { shouldIgnore } }];
