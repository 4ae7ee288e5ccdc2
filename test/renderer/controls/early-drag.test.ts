import { beforeEach, expect, test, vi } from 'vitest';
import { earlyDrag } from '../../../renderer/src/controls/early-drag.ts';

class Moved extends Event {
  readonly clientX: number;
  constructor(type: string, { clientX }: { readonly clientX: number }) {
    super(type);
    this.clientX = clientX;
  }
}

/** A control that a library listens to at the document, and where it hears the pointer is. */
function control() {
  const page = new EventTarget();
  vi.stubGlobal('document', page);
  const heard: number[] = [];
  page.addEventListener('pointermove', (event) => heard.push((event as Moved).clientX));
  const element = new EventTarget();
  const detach = earlyDrag(element as HTMLElement);
  const take = (): void => void element.dispatchEvent(new Event('pointerdown'));
  const send = (type: string, clientX = 0): void => {
    page.dispatchEvent(new Moved(type, { clientX }));
  };
  return { heard, take, send, detach: detach! };
}

beforeEach(() => {
  vi.stubGlobal('PointerEvent', Moved);
  vi.stubGlobal('requestAnimationFrame', () => undefined);
});

test('a movement is heard at the document before its frame, while the control is held', () => {
  const { heard, take, send } = control();
  send('pointerrawupdate', 1);
  expect(heard).toEqual([]);
  take();
  send('pointerrawupdate', 2);
  expect(heard).toEqual([2]);
});

test.each(['pointerup', 'pointercancel'])('after %s nothing is', (end) => {
  const { heard, take, send } = control();
  take();
  send(end);
  send('pointerrawupdate', 1);
  expect(heard).toEqual([]);
});

test('nothing is heard of a control that has left the page', () => {
  const { heard, take, send, detach } = control();
  take();
  detach();
  send('pointerrawupdate', 1);
  expect(heard).toEqual([]);
});
