// Small real files, made here: a one-pixel picture and a one-page document.
import { Buffer } from 'node:buffer';

interface GivenFile { name: string; mimeType: string; buffer: Buffer }

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

export function aPhoto(name: string): GivenFile {
  return { name, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') };
}

export function aPdf(name: string): GivenFile {
  const page = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
    + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(page) };
}
