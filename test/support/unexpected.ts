/** For what must not be called: fails with what it was given. */
export function unexpected(given: unknown): never {
  throw given instanceof Error ? given : new Error(String(given));
}
