import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import {
  locales,
  motions,
  theoryLines,
  themes,
  type Locale,
  type Preferences,
} from '../ipc/preferences.ts';
import { curveLook, stageSizes } from '../ipc/schemas.ts';
import { writeFileAtomically } from './write-file.ts';

const stored = z.object({
  locale: z.enum(locales),
  theme: z.enum(themes),
  // Another version may know other lines, sizes and axes: that costs no one their language.
  theory: z.exactOptional(z.array(z.unknown())),
  stage: z.exactOptional(z.unknown()),
  curves: z.exactOptional(z.unknown()),
  motion: z.exactOptional(z.unknown()),
});

/** The few settings that are needed before the library is open, in a small JSON file. */
export class PreferenceKeeper {
  readonly #path: string;
  readonly #changed: (preferences: Preferences) => void;
  #current: Preferences;

  /** A missing or unreadable file means the system's language and theme. */
  constructor(path: string, systemLocale: string, changed: (preferences: Preferences) => void) {
    this.#path = path;
    this.#changed = changed;
    this.#current = readPreferences(path) ?? { locale: localeFor(systemLocale), theme: 'system' };
  }

  get current(): Preferences {
    return this.#current;
  }

  write(change: Partial<Preferences>): Preferences {
    const next = { ...this.#current, ...change };
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileAtomically(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    this.#current = next;
    this.#changed(next);
    return next;
  }
}

function readPreferences(path: string): Preferences | null {
  try {
    const written = stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    const { theory, stage, curves, motion, ...rest } = written;
    const sizes = stageSizes.safeParse(stage);
    const look = curveLook.safeParse(curves);
    const moves = motions.find((one) => one === motion);
    return {
      ...rest,
      ...(moves ? { motion: moves } : {}),
      ...(theory ? { theory: theoryLines.filter((line) => theory.includes(line)) } : {}),
      ...(sizes.success ? { stage: sizes.data } : {}),
      ...(look.success ? { curves: look.data } : {}),
    };
  } catch {
    return null;
  }
}

/** Chinese for a Chinese system, English for every other. */
export function localeFor(systemLocale: string): Locale {
  return systemLocale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
