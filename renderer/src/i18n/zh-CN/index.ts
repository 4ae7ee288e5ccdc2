import { again } from './again.ts';
import { app } from './app.ts';
import { assignment } from './assignment.ts';
import { code } from './code.ts';
import { commands } from './commands.ts';
import { configFaults } from './config-faults.ts';
import { decay } from './decay.ts';
import { drawn } from './drawn.ts';
import { files } from './files.ts';
import { faults } from './faults.ts';
import { glossary } from './glossary.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { lab } from './lab.ts';
import { learn } from './learn.ts';
import { lesson } from './lesson.ts';
import { lens } from './lens.ts';
import { logs } from './logs.ts';
import { misconceptions } from './misconceptions.ts';
import { modelViews } from './model-views.ts';
import { panes } from './panes.ts';
import { prerequisites } from './prerequisites.ts';
import { printing } from './printing.ts';
import { progress } from './progress.ts';
import { run } from './run.ts';
import { runs } from './runs.ts';
import { setting } from './setting.ts';
import { settingsView } from './settings-view.ts';
import { severalRuns } from './several-runs.ts';
import { startView } from './start-view.ts';
import { stepCard } from './step-card.ts';
import { studio } from './studio.ts';
import { sweep } from './sweep.ts';
import { training } from './training.ts';
import { verdict } from './verdict.ts';

/** 简体中文。 */
export const zhCN = {
  ...app,
  ...startView,
  ...learn,
  ...glossary,
  ...lesson,
  ...drawn,
  ...printing,
  ...progress,
  ...misconceptions,
  ...prerequisites,
  ...lens,
  ...studio,
  ...lab,
  ...modelViews,
  ...run,
  ...again,
  ...help,
  ...inspector,
  ...decay,
  ...sweep,
  ...training,
  ...severalRuns,
  ...verdict,
  ...stepCard,
  ...runs,
  ...setting,
  ...settingsView,
  ...faults,
  ...commands,
  ...configFaults,
  ...code,
  ...panes,
  ...files,
  ...assignment,
  ...logs,
} as const;
