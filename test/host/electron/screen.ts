/** `screen`: one display. Its size is a usual laptop's; the stand-in does not ask the system. */
import { EventEmitter } from 'node:events';
import type { Display, Rectangle, Screen } from 'electron';
import { strict } from '../strict.ts';

const bounds: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

const display = strict('Display', {
  id: 1,
  label: 'stand-in',
  bounds,
  workArea: bounds,
  size: { width: bounds.width, height: bounds.height },
  workAreaSize: { width: bounds.width, height: bounds.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} satisfies Partial<Display>) as Display;

const members = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
} satisfies Partial<Screen>;

export const screen = strict('screen', Object.assign(new EventEmitter(), members));
