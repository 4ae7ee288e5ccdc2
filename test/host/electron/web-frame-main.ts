/** The frame an IPC message comes from: what a sender check looks at. */
import type { WebFrameMain } from 'electron';
import { strict } from '../strict.ts';

export type MainFrame = Pick<
  WebFrameMain,
  | 'url'
  | 'origin'
  | 'name'
  | 'top'
  | 'parent'
  | 'frames'
  | 'processId'
  | 'routingId'
  | 'frameTreeNodeId'
  | 'detached'
  | 'isDestroyed'
>;

/** A page's top frame. `url` is asked anew each time: it changes as the page navigates. */
export function createMainFrame(id: number, url: () => string, gone: () => boolean): MainFrame {
  const frame: MainFrame = strict('WebFrameMain', {
    get url() {
      return url();
    },
    get origin() {
      return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url())?.[0] ?? 'null';
    },
    name: '',
    get top() {
      return frame as WebFrameMain;
    },
    parent: null,
    frames: [],
    processId: id,
    routingId: 1,
    frameTreeNodeId: id,
    get detached() {
      return gone();
    },
    isDestroyed: gone,
  });
  return frame;
}
