/** What an upright line's words want, in pixels of the plot. */
export interface WantedMark {
  /** Where the line stands. */
  readonly at: number;
  /** The words, and shorter ones for where there is no room, with their widths. */
  readonly texts: readonly { readonly text: string; readonly width: number }[];
  /** Words rather left of the line than right. */
  readonly left: boolean;
}

/** Words and where they begin; the line begins in their row and goes down to the foot. */
export interface PlacedMark {
  readonly text: string;
  readonly from: number;
  readonly width: number;
  /** 0 is at the head. */
  readonly row: number;
}

/** Between a line and its words, and between two words. */
const GAP = 6;

/**
 * Rows for the words of upright lines, so that no words meet others and no line runs through them as long as
 * there is any such place: from left to right each line begins below the words that reach over it. Returned in
 * the order given.
 */
export function placeMarks(
  marks: readonly WantedMark[],
  [begin, end]: readonly [number, number],
): readonly PlacedMark[] {
  const placed = new Map<WantedMark, PlacedMark>();
  const inOrder = [...marks].sort((a, b) => Number(a.left) - Number(b.left) || a.at - b.at);
  for (const mark of inOrder) placed.set(mark, placeMark(mark, placed, begin, end));
  return marks.map((mark) => placed.get(mark)!);
}

function placeMark(
  { at, texts, left }: WantedMark,
  placed: ReadonlyMap<WantedMark, PlacedMark>,
  begin: number,
  end: number,
): PlacedMark {
  const others = [...placed];
  const under = others.filter(([, { from, width }]) => from - GAP < at && at < from + width + GAP);
  const least = Math.max(0, ...under.map(([, { row }]) => row + 1));
  const onSide = (toLeft: boolean, { text, width }: WantedMark['texts'][number]): PlacedMark => {
    const from = toLeft ? at - GAP - width : at + GAP;
    const meets = (row: number): boolean =>
      others.some(
        ([, other]) =>
          other.row === row &&
          other.from < from + width + GAP &&
          other.from + other.width > from - GAP,
      );
    let row = least;
    while (meets(row)) row++;
    return { text, width, from, row };
  };
  const places = texts.flatMap((text) => [onSide(left, text), onSide(!left, text)]);
  const inside = places.filter(({ from, width }) => from >= begin && from + width <= end);
  const free = inside.find(({ from, width, row }) =>
    others.every(
      ([other, { row: starts }]) =>
        other.at < from - GAP / 2 || other.at > from + width + GAP / 2 || row < starts,
    ),
  );
  return free ?? inside[0] ?? places[0]!;
}
