/** Zoom and editing: what a menu does to a page, for web-contents.ts. */
import { EventEmitter } from 'node:events';
import type { WebContents as ElectronWebContents } from 'electron';

/** Electron's scale: a level is a factor of 1.2. */
const LEVEL = 1.2;

export abstract class ContentsCommands
  extends EventEmitter
  implements
    Pick<
      ElectronWebContents,
      | 'executeJavaScript'
      | 'getZoomFactor'
      | 'setZoomFactor'
      | 'getZoomLevel'
      | 'setZoomLevel'
      | 'zoomFactor'
      | 'zoomLevel'
      | 'setVisualZoomLevelLimits'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'delete'
      | 'selectAll'
    >
{
  #zoomLevel = 0;

  abstract executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;
  protected abstract applyZoom(factor: number): void;

  get zoomLevel(): number {
    return this.#zoomLevel;
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }

  get zoomFactor(): number {
    return this.getZoomFactor();
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }

  getZoomLevel(): number {
    return this.#zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.#zoomLevel = level;
    this.applyZoom(this.getZoomFactor());
  }

  getZoomFactor(): number {
    return this.#zoomLevel === 0 ? 1 : LEVEL ** this.#zoomLevel;
  }

  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error(`'zoomFactor' must be a double greater than 0.0`);
    this.setZoomLevel(Math.log(factor) / Math.log(LEVEL));
  }

  /** Pinch zoom stays as the browser has it. */
  async setVisualZoomLevelLimits(): Promise<void> {}

  undo(): void {
    this.#edit('undo');
  }

  redo(): void {
    this.#edit('redo');
  }

  cut(): void {
    this.#edit('cut');
  }

  copy(): void {
    this.#edit('copy');
  }

  paste(): void {
    this.#edit('paste');
  }

  delete(): void {
    this.#edit('delete');
  }

  selectAll(): void {
    this.#edit('selectAll');
  }

  #edit(command: string): void {
    void this.executeJavaScript(`void document.execCommand(${JSON.stringify(command)})`, true);
  }
}
