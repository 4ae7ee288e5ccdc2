import { expect, it } from 'vitest';
import { lessons } from '../../../renderer/src/lessons/index.ts';
import { judgeTry } from '../../../renderer/src/lessons/judge-try.ts';
import type { Lesson } from '../../../renderer/src/lessons/lesson.ts';
import { assets } from '../../support/assets.ts';

// Those that are judged at once: the others are tried in the page, and judged by the laws of lessons.
const quick = Object.values<Lesson>(lessons).filter(({ number }) => number <= 7);

it.each(quick)(
  'a try at lesson $number that came through a message is judged as here',
  (lesson) => {
    for (const { config } of lesson.challenge.verified) {
      const asked = structuredClone({ lesson: lesson.number, config, assets });
      const judged = structuredClone(judgeTry(asked));
      expect(judged).toEqual(lesson.challenge.judge(config, assets));
    }
  },
);

it('refuses a lesson that there is not', () => {
  const { config } = quick[0]!.challenge.verified[0]!;
  expect(() => judgeTry({ lesson: 99, config, assets })).toThrow(RangeError);
});
