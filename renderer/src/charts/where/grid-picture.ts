/**
 * Colours a square by the points of a grid, the first row at its foot; the canvas smooths between them.
 * `colorAt` gives the red, green, blue and opacity of point `row · columns + column`.
 */
export function drawGridPicture(
  pen: CanvasRenderingContext2D,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  size: number,
  colorAt: (index: number) => Uint8ClampedArray,
): void {
  const picture = new ImageData(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = ((rows - 1 - row) * columns + column) * 4;
      picture.data.set(colorAt(row * columns + column), at);
    }
  }
  const small = new OffscreenCanvas(columns, rows);
  small.getContext('2d')!.putImageData(picture, 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = 'high';
  // Grid points are the middles of the small picture's pixels and the corners of the map.
  const margin = size / (columns - 1) / 2;
  pen.drawImage(small, -margin, -margin, size + 2 * margin, size + 2 * margin);
}
