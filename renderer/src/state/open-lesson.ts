import type { App } from './app.ts';

export function openLesson({ navigation }: App, number: number): void {
  navigation.go({ id: 'lesson', number });
}
