/** A name that every file system takes: no separators, no control characters, no leading dots. */
export function fileName(name: string, otherwise: string): string {
  const safe = name
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e<>:"/\\|?*]/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return safe === '' ? otherwise : safe;
}
