/** Words that a person reads, in both languages of the app. Complete at all times. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
