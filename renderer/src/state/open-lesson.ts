import type { SectionName } from '../lessons/sections.ts';
import type { App } from './app.ts';

/** Without a section: where the person stopped. */
export function openLesson({ navigation }: App, number: number, section?: SectionName): void {
  navigation.go({ id: 'lesson', number, ...(section ? { section } : {}) });
}
