import type { Statement } from '../misconceptions/statement.ts';
import type { App } from './app.ts';
import { openLesson } from './open-lesson.ts';

/** Opens what settles a statement: a lesson, an experiment that runs in the Lab, or a term. */
export function openEvidence(app: App, { see, says }: Statement): void {
  const { session, navigation } = app;
  switch (see.kind) {
    case 'lesson':
      openLesson(app, see.number);
      break;
    case 'term':
      navigation.go({ id: 'glossary', term: see.id });
      break;
    case 'experiment': {
      session.setUp({ name: says, question: says, runs: see.runs, pace: see.pace });
      navigation.go({ id: 'lab' });
      app.attempt(session.run());
    }
  }
}
