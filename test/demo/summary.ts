/** What the demo did, for people (summary.md) and for programs (summary.json). */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Compared } from './compare.ts';

export interface Outcome {
  readonly host: 'electron' | 'stand-in';
  readonly compared: readonly Compared[];
  readonly pictures: readonly string[];
  readonly complaints: readonly string[];
}

const hosts = {
  electron: 'a real Electron',
  'stand-in': "the stand-in host: a Chromium-family browser in Electron's place",
};

/** Returns the paths of the two files. */
export function writeSummary(folder: string, outcome: Outcome): readonly string[] {
  const json = join(folder, 'summary.json');
  const markdown = join(folder, 'summary.md');
  const plain = {
    ...outcome,
    compared: outcome.compared.map((run) => ({ ...run, file: basename(run.file) })),
    pictures: outcome.pictures.map((picture) => basename(picture)),
  };
  writeFileSync(json, JSON.stringify(plain, null, 2) + '\n');
  writeFileSync(markdown, inWords(outcome));
  return [markdown, json];
}

function inWords({ host, compared, pictures, complaints }: Outcome): string {
  const rows = compared.map((run) => [
    run.experiment,
    run.run,
    `${run.state} at step ${run.steps}`,
    run.tailLoss === null
      ? '–'
      : `${run.tailLoss.toPrecision(4)} (last ${run.tailSteps} steps, seeds: ${run.seeds})`,
    run.testAccuracy === null ? '–' : `${(100 * run.testAccuracy).toFixed(1)} %`,
    `[${basename(run.file)}](${basename(run.file)}), ${run.bytes} bytes`,
    run.equal ? 'identical' : 'DIFFERENT',
  ]);
  const head = [
    'experiment',
    'run',
    'state',
    'mean loss',
    'test accuracy',
    'file',
    'to the worker',
  ];
  return [
    '# What the demo did',
    '',
    `Both experiments ran on ${hosts[host]}. The app quit, started again on the same data folder,`,
    'reopened the experiments and exported them. The last column compares each exported file, byte',
    'for byte, with what the worker thread had sent before quitting.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    complaints.length === 0
      ? 'No console error, no refused policy, no request that would have left the machine.'
      : ['The app complained:', ...complaints.map((complaint) => `- ${complaint}`)].join('\n'),
    '',
    ...pictures.map((picture) => `![${basename(picture, '.png')}](${basename(picture)})`),
    '',
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
