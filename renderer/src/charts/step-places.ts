/** Where the steps of a line stand on an axis on which they are not evenly spread. */
export interface StepPlaces {
  at(step: number): number;
  /** The step nearest to a place. */
  nearestStep(place: number): number;
}

/** The places of the steps 0 … `lastStep` of a line, which never fall. */
export interface UnevenPlaces extends StepPlaces {
  readonly lastStep: number;
  /** The longest way from one step to the next between two steps. */
  largestRate(from: number, to: number): number;
}

/** On an axis of steps each step stands at itself. */
export const evenPlaces: StepPlaces = {
  at: (step) => step,
  nearestStep: (place) => Math.round(place),
};

/** Steps 0 … `lastStep` on a logarithmic axis: at log(1 + t), so that step 0 has a place. */
export class LogPlaces implements UnevenPlaces {
  readonly lastStep: number;

  constructor(lastStep: number) {
    this.lastStep = lastStep;
  }

  at(step: number): number {
    return Math.log1p(step);
  }

  nearestStep(place: number): number {
    const before = Math.floor(Math.expm1(place));
    const nearer = place - this.at(before) <= this.at(before + 1) - place ? before : before + 1;
    return Math.min(this.lastStep, Math.max(0, nearer));
  }

  largestRate(from: number, to: number): number {
    return to > from ? this.at(from + 1) - this.at(from) : 0;
  }
}

/** Steps as per cent of a run of `lastStep` steps. */
export class SharePlaces implements UnevenPlaces {
  readonly lastStep: number;

  constructor(lastStep: number) {
    this.lastStep = lastStep;
  }

  at(step: number): number {
    return (100 * Math.min(this.lastStep, Math.max(0, step))) / Math.max(1, this.lastStep);
  }

  nearestStep(place: number): number {
    return Math.round((Math.min(100, Math.max(0, place)) / 100) * this.lastStep);
  }

  largestRate(from: number, to: number): number {
    return to > from ? 100 / Math.max(1, this.lastStep) : 0;
  }
}
