import { datasets, type DatasetId } from '../../../core/datasets/index.ts';
import { presets, type Preset } from '../../../core/experiment/presets.ts';
import { objectives, type ObjectiveId } from '../../../core/objectives/index.ts';
import { gradientStreams, type GradientStreamId } from '../../../core/streams/index.ts';
import type { Text } from '../../../core/text.ts';
import type { Draft, DraftRun } from './draft-values.ts';

type Kinds = Pick<DraftRun, 'optimizer' | 'schedule'>;

/** The preset's name while it still says what is run; else that of the problem. */
export function usualName({ base: { problem }, runs }: Draft, loaded: Preset | null): Text {
  const preset = loaded ?? (problem.kind === 'model' ? presets.digits : presets.pair);
  const ofPreset = preset.runs[0]?.config.problem;
  switch (problem.kind) {
    case 'model': {
      const same = ofPreset?.kind === 'model' && ofPreset.dataset.id === problem.dataset.id;
      return same ? preset.name : datasets[problem.dataset.id as DatasetId].name;
    }
    case 'stream':
      return gradientStreams[problem.stream.id as GradientStreamId].name;
    case 'objective': {
      if (ofPreset?.kind !== 'objective') return preset.name;
      const same =
        problem.objective.id === ofPreset.objective.id &&
        kindsOf(runs) === kindsOf(preset.runs.map(({ config }) => config));
      return same ? preset.name : objectives[problem.objective.id as ObjectiveId].name;
    }
  }
}

function kindsOf(runs: readonly Kinds[]): string {
  return runs.map(({ optimizer, schedule }) => `${optimizer.id} ${schedule.id}`).join();
}
