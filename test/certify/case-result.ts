import type { Comparison } from './comparison.ts';
import type { Named } from './format.ts';

/** What became of a case. `fraction` is its worst error as a fraction of what is allowed. */
export type CaseResult =
  | {
      readonly id: string;
      readonly status: 'compared';
      readonly fraction: number;
      readonly where: string;
    }
  | { readonly id: string; readonly status: 'failed'; readonly reason: string }
  | { readonly id: string; readonly status: 'skipped'; readonly reason: string };

/** Runs a case; one that cannot be run, or in which nothing was compared, has failed. */
export function judgeCase(id: string, compare: () => Comparison): CaseResult {
  try {
    const { worst, where, count } = compare();
    if (count === 0) return { id, status: 'failed', reason: 'it holds nothing to compare' };
    return { id, status: 'compared', fraction: worst, where };
  } catch (error) {
    return { id, status: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Gives parameters to `use`; throws if it left one unread, because the result would not depend on it. */
export function usingAll<T>(params: Named, use: (params: Named) => T): T {
  const unread = new Set(Object.keys(params));
  const watched = new Proxy(params, {
    get(target, name) {
      unread.delete(String(name));
      return target[String(name)];
    },
  });
  const result = use(watched);
  if (unread.size > 0) throw new RangeError(`unknown parameters: ${[...unread].join(', ')}`);
  return result;
}
