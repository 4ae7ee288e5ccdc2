/**
 * The first five images of the digits data (8×8, one character per pixel: 0–9, a–g for 0–16, row by row).
 * E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits, UCI, 1998, CC BY 4.0.
 */
const rows = [
  '005d910000dfaf5003f20b8004c008800580098004b01c7002e5ac00006da000',
  '000cd500000bg900003fg60007fgg200001gg300001gg600001gg600000bga00',
  '0004fc00003gfe00008d8g000016fb00018df10009gg500003dggb500003bg90',
  '007fd10008d6f400021dd000002fb1000001cc1000001a8000845e90007dd900',
  '0001b00000078000001d6220007f098005ga0g6004fgdg100003fa000002g400',
];

export interface Pixel {
  readonly x: number;
  readonly y: number;
  /** 0 (paper) to 1 (ink). */
  readonly ink: number;
}

/** The pixels of five handwritten digits, 0 to 4, without the empty ones. */
export const digitImages: readonly (readonly Pixel[])[] = rows.map((row) =>
  [...row]
    .map((code, i) => ({ x: i % 8, y: Math.floor(i / 8), ink: parseInt(code, 17) / 16 }))
    .filter(({ ink }) => ink > 0),
);
