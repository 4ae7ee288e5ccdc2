/** One line: what breaks it or cannot be seen becomes a space, and none stands around it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
