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
