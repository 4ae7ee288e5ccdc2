import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { t } from './i18n.svelte.ts';
import { localName } from './local-name.ts';

/** What tells runs of one name apart. */
interface Named {
  readonly name: string;
  readonly experimentName: string;
  /** Null: a training log. */
  readonly config: ExperimentConfig | null;
}

/**
 * Names of runs that are looked at together. Those of one name have behind it, in parentheses, what they differ in:
 * their seeds, their experiments, and where that is not enough a number.
 */
export function namesApart(runs: readonly Named[]): readonly string[] {
  const names = runs.map(({ name }) => localName(name));
  const told = names.map((name, i) => {
    const namesakes = runs.filter((_, k) => names[k] === name);
    const differ = (of: (run: Named) => string): boolean => new Set(namesakes.map(of)).size > 1;
    const marks = [seedOf, experimentOf].filter(differ).map((of) => of(runs[i]!));
    const said = marks.filter((mark) => mark !== '');
    return said.length > 0 ? `${name} (${said.join(t('listSeparator'))})` : name;
  });
  return numbered(told);
}

/** Names, each with a number behind it where it is there already. */
export function numbered(names: readonly string[]): readonly string[] {
  // A number may make a name that another has already.
  const taken = new Set<string>();
  return names.map((name) => {
    let [unlike, number] = [name, 1];
    while (taken.has(unlike)) unlike = `${name} (${++number})`;
    taken.add(unlike);
    return unlike;
  });
}

const experimentOf = ({ experimentName }: Named): string => localName(experimentName);

const seedOf = ({ config }: Named): string =>
  config ? t('setting.phrase.seed', { seed: String(config.seed) }) : '';
