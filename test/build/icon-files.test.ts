/** The committed icons are what the sizes say, in containers that Windows and macOS read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const resources = join(import.meta.dirname, '../../build/resources');
const read = (file: string): Buffer => readFileSync(join(resources, file));

/** Width and height of a PNG stand behind its signature and the length and name of the first chunk. */
function pngSize(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('icons', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('has a PNG of %i pixels', (size) => {
    expect(pngSize(read(`icons/${size}x${size}.png`))).toEqual([size, size]);
  });

  it('has an .ico whose entries are the PNG files they say', () => {
    const ico = read('icon.ico');
    expect([...ico.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
    const count = ico.readUInt16LE(4);
    const sizes = Array.from({ length: count }, (_, i) => {
      const entry = ico.subarray(6 + 16 * i, 22 + 16 * i);
      const start = entry.readUInt32LE(12);
      const png = ico.subarray(start, start + entry.readUInt32LE(8));
      const [width] = pngSize(png);
      expect(entry[0]).toBe(width % 256);
      expect(png.equals(read(`icons/${width}x${width}.png`))).toBe(true);
      return width;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('has an .icns whose entries fill it to the last byte', () => {
    const icns = read('icon.icns');
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const widths = new Map<string, number>();
    let at = 8;
    while (at < icns.length) {
      const length = icns.readUInt32BE(at + 4);
      const type = icns.subarray(at, at + 4).toString('latin1');
      widths.set(type, pngSize(icns.subarray(at + 8, at + length))[0]);
      at += length;
    }
    expect(at).toBe(icns.length);
    expect(Object.fromEntries(widths)).toMatchObject({ ic07: 128, ic09: 512, ic10: 1024 });
  });
});
