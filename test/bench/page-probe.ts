/** Measures in the page when its pictures change after an input: what is drawn on its canvases, frame by frame. */
import type { Page } from '@playwright/test';

/** Moments in milliseconds on the page's clock. */
export interface Probed {
  /** When the browser received each movement of the pointer. */
  readonly inputs: readonly number[];
  /** When a canvas was cleared, to be drawn on anew. */
  readonly strokes: readonly number[];
  /** When each frame with a changed picture was handed to the compositor. */
  readonly pictures: readonly number[];
  /** When each frame began, changed or not. */
  readonly frames: readonly number[];
}

interface Probe {
  inputs: number[];
  strokes: number[];
  pictures: number[];
  frames: number[];
  watching: boolean;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Puts the probe into the page; it costs an addition per line drawn. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe: Probe = { inputs: [], strokes: [], pictures: [], frames: [], watching: false };
    window.probe = probe;
    const hear = (event: PointerEvent): void => {
      // The app hands some of them on to a library.
      if (event.isTrusted) probe.inputs.push(event.timeStamp);
    };
    addEventListener('pointermove', hear, true);

    /** The sum of what was drawn on each canvas since it was cleared, and in the frame before. */
    const drawn = new Map<HTMLCanvasElement, { now: number; before: number }>();
    const touched = new Set<HTMLCanvasElement>();
    const channel = new MessageChannel();
    // A message posted as a frame begins arrives when it is out: handed to the compositor.
    channel.port1.onmessage = () => {
      let changed = false;
      for (const canvas of touched) {
        const sums = drawn.get(canvas)!;
        if (sums.now !== sums.before) changed = true;
        sums.before = sums.now;
      }
      touched.clear();
      if (changed) probe.pictures.push(performance.now());
    };
    const proto = CanvasRenderingContext2D.prototype;
    const { clearRect, moveTo, lineTo, arc, fillText } = proto;
    const add = (pen: CanvasRenderingContext2D, x: number, y: number): void => {
      const sums = drawn.get(pen.canvas);
      if (sums) sums.now = (sums.now * 1.0000001 + x * 0.37 + y * 1.13) % 1e9;
    };
    proto.clearRect = function (...args) {
      touched.add(this.canvas);
      if (probe.watching) {
        probe.strokes.push(performance.now());
        // For a trace, which tells what the page did when.
        console.timeStamp('stroke');
      }
      const sums = drawn.get(this.canvas);
      if (sums) sums.now = 0;
      else drawn.set(this.canvas, { now: 0, before: 0 });
      clearRect.apply(this, args);
    };
    proto.moveTo = function (x, y) {
      add(this, x, y);
      moveTo.call(this, x, y);
    };
    proto.lineTo = function (x, y) {
      add(this, x, y);
      lineTo.call(this, x, y);
    };
    proto.arc = function (...args) {
      add(this, args[0], args[1]);
      arc.apply(this, args);
    };
    proto.fillText = function (...args) {
      add(this, args[1], args[2]);
      fillText.apply(this, args);
    };
    const frame = (): void => {
      if (probe.watching) probe.frames.push(performance.now());
      channel.port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** What the page shows while something is done to it. */
export async function probed(page: Page, act: () => Promise<unknown>): Promise<Probed> {
  await page.evaluate(() => {
    const empty = { inputs: [], strokes: [], pictures: [], frames: [] };
    Object.assign(window.probe, { ...empty, watching: true });
  });
  await act();
  return page.evaluate(() => {
    window.probe.watching = false;
    const { inputs, strokes, pictures, frames } = window.probe;
    return { inputs, strokes, pictures, frames };
  });
}

/** From each input to the last picture that changed before the next one: by then all that follows from it is shown. */
export function delays({ inputs, pictures }: Probed): readonly number[] {
  return inputs.flatMap((input, i) => {
    const next = inputs[i + 1] ?? Infinity;
    const last = pictures.findLast((picture) => picture > input && picture <= next);
    return last === undefined ? [] : [last - input];
  });
}

/** From each input to the first canvas that is drawn on before the next one. */
export function untilDrawn({ inputs, strokes }: Probed): readonly number[] {
  return inputs.flatMap((input, i) => {
    const first = strokes.find((stroke) => stroke > input);
    return first === undefined || first > (inputs[i + 1] ?? Infinity) ? [] : [first - input];
  });
}

/** From each moment to the next. */
export function gaps(moments: readonly number[]): readonly number[] {
  return moments.slice(1).map((moment, i) => moment - moments[i]!);
}
