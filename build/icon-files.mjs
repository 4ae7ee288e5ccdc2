/** The two icon containers: both are a table of PNG files with a header. */

/** Sizes Windows asks for; an .ico entry cannot be larger than 256 pixels. */
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
/** Type of an .icns entry and its size in pixels; the last ones serve displays of double density. */
const icnsTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]);

/**
 * Windows icon: a header of 6 bytes, 16 bytes per image, then the PNG files; little-endian.
 *
 * @param {ReadonlyMap<number, Buffer>} images size → PNG
 */
export function packIco(images) {
  const header = Buffer.alloc(6 + 16 * icoSizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(icoSizes.length, 4);
  const files = icoSizes.map((size) => take(images, size));
  let offset = header.length;
  files.forEach((file, i) => {
    const at = 6 + 16 * i;
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8((icoSizes[i] ?? 0) % 256, at);
    header.writeUInt8((icoSizes[i] ?? 0) % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(file.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += file.length;
  });
  return Buffer.concat([header, ...files]);
}

/**
 * macOS icon: `icns` and the total length, then for each image its type and length, header included;
 * big-endian.
 *
 * @param {ReadonlyMap<number, Buffer>} images size → PNG
 */
export function packIcns(images) {
  const entries = icnsTypes.map(([type, size]) => chunk(type, take(images, size)));
  return chunk('icns', Buffer.concat(entries));
}

/**
 * @param {string} type four characters
 * @param {Buffer} content
 */
function chunk(type, content) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}

/**
 * @param {ReadonlyMap<number, Buffer>} images
 * @param {number} size
 */
function take(images, size) {
  const image = images.get(size);
  if (!image) throw new Error(`There is no image of ${size} pixels.`);
  return image;
}
