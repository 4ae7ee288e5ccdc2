import { drawAtOnce } from '../lib/on-next-frame.ts';

/** Asks for the next frame; returns how to take that back. */
export type Frames = (callback: (now: number) => void) => () => void;

/** Pictures follow in the same frame: put off to the next, each would be put off again by the next movement. */
const animationFrames: Frames = (callback) => {
  const frame = requestAnimationFrame((now) => drawAtOnce(() => callback(now)));
  return () => cancelAnimationFrame(frame);
};

/** Moves the cursor over what is known already, at so many steps a second, until its end. */
export class Playback {
  readonly #frames: Frames;
  #playing = $state(false);
  #cancel: () => void = () => undefined;

  constructor(frames: Frames = animationFrames) {
    this.#frames = frames;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** From step `from` to `to`; `pace` is asked at every frame, so that it may change meanwhile. */
  play(from: number, to: number, pace: () => number, show: (step: number) => void): void {
    this.stop();
    this.#playing = true;
    let position = from;
    let before: number | null = null;
    const next = (now: number): void => {
      position += before === null ? 0 : (pace() * (now - before)) / 1000;
      before = now;
      show(Math.min(to, Math.floor(position)));
      if (position >= to) this.#playing = false;
      else this.#cancel = this.#frames(next);
    };
    this.#cancel = this.#frames(next);
  }

  stop(): void {
    this.#cancel();
    this.#cancel = () => undefined;
    this.#playing = false;
  }
}
