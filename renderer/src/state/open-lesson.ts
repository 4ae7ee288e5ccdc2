import { entryOf } from '../lessons/contents.ts';
import { lessons } from '../lessons/index.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { titleOf } from '../lessons/titles.ts';
import type { App } from './app.ts';

/** Opens the experiment of a lesson in the Lab. */
export function openLesson({ session, navigation }: App, number: number): void {
  const lesson = Object.values<Lesson>(lessons).find((one) => one.number === number)!;
  session.setUp({
    ...lesson.experiment,
    name: titleOf(number),
    question: entryOf(number).teaser,
  });
  navigation.go({ id: 'lab' });
}
