/** Schemes the app has registered as privileged, with what it asked for. */
import type { Privileges } from 'electron';

export const registeredSchemes = new Map<string, Privileges>();

export function schemeNames(): ReadonlySet<string> {
  return new Set(registeredSchemes.keys());
}
