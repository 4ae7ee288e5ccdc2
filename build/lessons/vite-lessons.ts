/**
 * Lets the page import the text of a lesson or a guide: `en.md` is its data, and a fault in it fails the build.
 * `en.md?title` is its title alone, for those who name a lesson without reading it.
 */
import { basename, dirname, relative } from 'node:path';
import { runnerImport, type Plugin, type PluginOption } from 'vite';
import { compileGuide } from './compile-guide.ts';
import { compileLesson } from './compile-lesson.ts';

interface WithClaims {
  readonly claims: object;
}
type ByFolder = Readonly<Record<string, WithClaims>>;
type ClaimsByFolder = ReadonlyMap<string, readonly string[]>;

interface Kind {
  readonly text: RegExp;
  /** What has all of the kind by the folders they stand in, as its export of this name. */
  readonly index: string;
  readonly name: string;
  readonly compile: (
    source: string,
    file: string,
    claims: readonly string[] | null,
  ) => { readonly title: string };
}

const TITLE = 'title';

const kinds: readonly Kind[] = [
  {
    text: /\/renderer\/src\/lessons\/\d\d-[\w-]+\/[\w-]+\.md$/u,
    index: 'renderer/src/lessons/index.ts',
    name: 'lessons',
    compile: compileLesson,
  },
  {
    text: /\/renderer\/src\/training\/[\w-]+\/[\w-]+\.md$/u,
    index: 'renderer/src/training/index.ts',
    name: 'guides',
    compile: compileGuide,
  },
];

/** `plugins`: what lessons and guides themselves need to be read, so that the names of their claims are known. */
export function lessonTexts(plugins: () => PluginOption[]): Plugin {
  const claims = new Map<Kind, Promise<ClaimsByFolder>>();
  let checked = false;
  return {
    name: 'lesson-texts',
    configResolved({ command }) {
      checked = command === 'build';
    },
    async transform(source, id) {
      const [file = id, query] = id.split('?', 2);
      // Another query asks for something else than the compiled text.
      if (query !== undefined && query !== TITLE) return null;
      const kind = kinds.find(({ text }) => text.test(file));
      if (!kind) return null;
      if (checked && !claims.has(kind)) claims.set(kind, claimsByFolder(kind, plugins()));
      const known = (await claims.get(kind))?.get(basename(dirname(file))) ?? null;
      const words = kind.compile(source, relative('.', file), known);
      const asked = query === TITLE ? words.title : words;
      return { code: `export default ${JSON.stringify(asked)};`, map: null };
    },
  };
}

async function claimsByFolder(
  { index, name }: Kind,
  plugins: PluginOption[],
): Promise<ClaimsByFolder> {
  const { module } = await runnerImport<Readonly<Record<string, ByFolder>>>(`./${index}`, {
    configFile: false,
    plugins,
    logLevel: 'error',
  });
  const entries = Object.entries(module[name]!);
  return new Map(entries.map(([folder, one]) => [folder, Object.keys(one.claims)]));
}
