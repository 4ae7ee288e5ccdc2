/** Where an algorithm was first described. */
export interface Reference {
  readonly authors: string;
  readonly title: string;
  readonly year: number;
  readonly url: string;
}
