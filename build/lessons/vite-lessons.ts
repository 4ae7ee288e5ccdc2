/** Lets the page import the text of a lesson: `en.md` is its data, and a fault in it fails the build. */
import { basename, dirname, relative } from 'node:path';
import { runnerImport, type Plugin, type PluginOption } from 'vite';
import { compileLesson } from './compile-lesson.ts';

const TEXT = /\/renderer\/src\/lessons\/\d\d-[\w-]+\/[\w-]+\.md$/u;
const LESSONS = 'renderer/src/lessons/index.ts';

type ClaimsByFolder = ReadonlyMap<string, readonly string[]>;

/** `plugins`: what the lessons themselves need to be read, so that the names of their claims are known. */
export function lessonTexts(plugins: () => PluginOption[]): Plugin {
  let claims: Promise<ClaimsByFolder> | null = null;
  let checked = false;
  return {
    name: 'lesson-texts',
    configResolved({ command }) {
      checked = command === 'build';
    },
    async transform(source, file) {
      // A query asks for something else than the compiled text.
      if (!TEXT.test(file)) return null;
      const folder = basename(dirname(file));
      claims ??= checked ? claimsByFolder(plugins()) : null;
      const known = (await claims)?.get(folder) ?? null;
      const words = compileLesson(source, relative('.', file), known);
      return { code: `export default ${JSON.stringify(words)};`, map: null };
    },
  };
}

async function claimsByFolder(plugins: PluginOption[]): Promise<ClaimsByFolder> {
  interface Lessons {
    readonly lessons: Readonly<Record<string, { readonly claims: object }>>;
  }
  const { module } = await runnerImport<Lessons>(`./${LESSONS}`, {
    configFile: false,
    plugins,
    logLevel: 'error',
  });
  const entries = Object.entries(module.lessons);
  return new Map(entries.map(([folder, lesson]) => [folder, Object.keys(lesson.claims)]));
}
