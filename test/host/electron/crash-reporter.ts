/** `crashReporter`: the stand-in writes no dumps, but refuses to send any. */
import type { CrashReporter } from 'electron';
import { strict } from '../strict.ts';

export const crashReporter = strict('crashReporter', {
  start: (options) => {
    if (options.uploadToServer !== false) {
      throw new Error(
        'crashReporter.start must say uploadToServer: false; this app sends nothing.',
      );
    }
  },
} satisfies Pick<CrashReporter, 'start'>);
