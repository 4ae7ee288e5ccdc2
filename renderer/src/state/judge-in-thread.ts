import address from '../lessons/judge-worker.ts?worker&url';
import type { TryToJudge } from '../lessons/judge-try.ts';
import type { Judgement } from '../lessons/lesson.ts';

/** As the content security policy names it. */
const POLICY = 'downhill-lessons';

/** What the page has of it; the types of the browser do not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(asked: string): string },
  ): { createScriptURL(asked: string): URL };
}

let script: URL | null = null;

/** The one script that may be run as a thread, whatever is asked for. A second policy of its name is refused. */
function judgeScript(): URL {
  const { trustedTypes } = globalThis as unknown as { readonly trustedTypes: TrustedTypes };
  script ??= trustedTypes
    .createPolicy(POLICY, { createScriptURL: () => address })
    .createScriptURL('');
  return script;
}

/** Judges a try in a thread of its own. Once `signal` is aborted the thread ends, and this rejects with the reason. */
export async function judgeInThread(asked: TryToJudge, signal: AbortSignal): Promise<Judgement> {
  signal.throwIfAborted();
  const thread = new Worker(judgeScript(), { type: 'module' });
  try {
    return await new Promise<Judgement>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      thread.addEventListener('message', ({ data }: MessageEvent<Judgement>) => resolve(data));
      thread.addEventListener('error', ({ message }) => reject(new Error(message)));
      thread.postMessage(asked);
    });
  } finally {
    thread.terminate();
  }
}
