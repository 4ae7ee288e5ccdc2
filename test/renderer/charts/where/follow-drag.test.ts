import { beforeEach, expect, test, vi } from 'vitest';
import { followDrag } from '../../../../renderer/src/charts/where/follow-drag.ts';

/** A handle in a page whose frames come when they are asked for. */
function handle(movable = true) {
  const element = Object.assign(new EventTarget(), { setPointerCapture: () => undefined });
  const told: number[] = [];
  const detach = followDrag(
    () => movable,
    ({ clientX }) => told.push(clientX),
  )(element as unknown as HTMLElement);
  const send = (type: string, clientX = 0): void => {
    element.dispatchEvent(Object.assign(new Event(type), { clientX, clientY: 0, pointerId: 1 }));
  };
  return { told, send, detach: detach! };
}

let frames: (() => void)[] = [];
const nextFrame = (): void => {
  for (const begin of frames.splice(0)) begin();
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (begin: () => void) => frames.push(begin));
});

test('the first movement after each frame is told as it comes, and once', () => {
  const { told, send } = handle();
  send('pointerdown');
  send('pointerrawupdate', 1);
  send('pointerrawupdate', 2);
  expect(told).toEqual([1]);
  send('pointermove', 2);
  nextFrame();
  send('pointerrawupdate', 3);
  send('pointermove', 3);
  expect(told).toEqual([1, 2, 3]);
});

test('only a pointer that holds it and has been moved says anything', () => {
  const { told, send } = handle();
  send('pointermove', 1);
  send('pointerdown', 1);
  send('pointermove', 1);
  expect(told).toEqual([]);
  send('pointermove', 2);
  send('pointerup', 2);
  send('pointerrawupdate', 3);
  send('pointermove', 3);
  expect(told).toEqual([2]);
});

test('what may not be moved is not, and nothing is heard of what has left the page', () => {
  const fixed = handle(false);
  fixed.send('pointerdown');
  fixed.send('pointermove', 1);
  expect(fixed.told).toEqual([]);
  const gone = handle();
  gone.send('pointerdown');
  gone.detach();
  gone.send('pointerrawupdate', 1);
  gone.send('pointermove', 1);
  expect(gone.told).toEqual([]);
});
