// Small real files, made here: a picture of a page and a one-page document.
import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';

interface GivenFile { name: string; mimeType: string; buffer: Buffer }

/** A photo of a page: lines of writing on a light paper that lies on a dark table. */
export function aPhoto(name: string): GivenFile {
  return { name, mimeType: 'image/png', buffer: PAGE };
}

const [WIDE, HIGH, EDGE] = [480, 640, 24];
const PAGE = png(WIDE, HIGH, (x, y) => {
  const [left, top] = [x - EDGE, y - EDGE];
  if (left < 0 || top < 0 || left >= WIDE - 2 * EDGE || top >= HIGH - 2 * EDGE) return 70;
  const line = Math.floor(top / 22);
  const isWriting = line > 1 && line < 24 && top % 22 < 7 && left > 40 && left < 250 + ((line * 67) % 150) && (left + line * 13) % 37 > 5;
  return isWriting ? 96 : 246;
});

/** A grey picture, one byte a point. */
function png(wide: number, high: number, shade: (x: number, y: number) => number): Buffer {
  const rows = Buffer.alloc(high * (wide + 1));
  for (let y = 0; y < high; y += 1) for (let x = 0; x < wide; x += 1) rows[y * (wide + 1) + 1 + x] = shade(x, y);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(wide, 0);
  head.writeUInt32BE(high, 4);
  head[8] = 8;
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

export function aPdf(name: string): GivenFile {
  const page = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
    + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(page) };
}
