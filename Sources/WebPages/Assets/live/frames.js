// @ts-check
// Reads the binary messages of a live view (docs/live-view-protocol.md, "Frames"). Pure.

/**
 * @typedef {{
 *   number: number, time: number, width: number, height: number,
 *   deviceWidth: number, deviceHeight: number, pageScaleFactor: number, offsetTop: number, scrollX: number, scrollY: number,
 *   pageId: string, jpeg: Uint8Array<ArrayBuffer>,
 * }} Frame One picture of one page. `time`: milliseconds since 1970 by the browser's clock. `width`, `height`: pixels of the JPEG.
 */

const fixedBytes = 49;

/**
 * The frame in a message; null for what is no frame of a version that this page can read.
 * @param {ArrayBuffer} buffer
 * @returns {Frame | null}
 */
export function decodeFrame(buffer) {
  if (buffer.byteLength < fixedBytes) return null;
  const view = new DataView(buffer);
  if (view.getUint8(0) !== 1 || view.getUint8(1) !== 1) return null;
  const headerLength = view.getUint16(2);
  const idLength = view.getUint8(48);
  if (headerLength < fixedBytes + idLength || headerLength >= buffer.byteLength) return null;
  return {
    number: view.getFloat64(4),
    time: view.getFloat64(12),
    width: view.getUint16(20),
    height: view.getUint16(22),
    deviceWidth: view.getFloat32(24),
    deviceHeight: view.getFloat32(28),
    pageScaleFactor: view.getFloat32(32),
    offsetTop: view.getFloat32(36),
    scrollX: view.getFloat32(40),
    scrollY: view.getFloat32(44),
    pageId: String.fromCharCode(...new Uint8Array(buffer, fixedBytes, idLength)),
    jpeg: new Uint8Array(buffer, headerLength),
  };
}
