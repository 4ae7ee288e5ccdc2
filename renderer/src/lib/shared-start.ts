/** What all names begin with, up to a comma or an equals sign: where room is scarce, only the rest tells them apart. */
export function sharedStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return '';
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length++;
  return /^.*(?:, | = |，)/.exec(first.slice(0, length))?.[0] ?? '';
}
