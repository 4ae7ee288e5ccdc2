/** The modules a snippet may need, in the order in which they are imported; those it names are. */
const modules = ['bisect', 'math'] as const;

/** Joins blocks of lines with an empty line between them, and imports what they use of the standard library. */
export function snippet(blocks: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = blocks.filter((block) => block.length > 0);
  const text = blocks.flat().join('\n');
  const used = modules.filter((name) => new RegExp(`(?<![.\\w])${name}\\.`).test(text));
  const [title = '', ...imports] = head;
  const standard = used.map((name) => `import ${name}`);
  const gap = standard.length > 0 && imports.length > 0 ? [''] : [];
  const top = [title, ...standard, ...gap, ...imports];
  return `${[top, ...rest].map((block) => block.join('\n')).join('\n\n')}\n`;
}
