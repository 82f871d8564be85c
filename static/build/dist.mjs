// The shelf of finished files: each gets a hash in its name, smaller copies beside it, and a line in the manifest.

import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const ROOT = join(import.meta.dirname, "../..");
const DIST = join(ROOT, "static/dist");

const manifest = {};

export function clear() {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
}

/** Keeps `bytes` under a hashed name and gives that name back. Fonts are compressed already. */
export function shelve(name, bytes) {
  bytes = Buffer.from(bytes);
  const digest = createHash("sha384").update(bytes).digest();
  const file = name.replace(/(\.[a-z0-9]+)$/, `.${digest.toString("hex").slice(0, 10)}$1`);
  write(file, bytes);
  if (!name.endsWith(".woff2")) {
    write(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    write(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  manifest[name] = { file, integrity: `sha384-${digest.toString("base64")}` };
  return file;
}

/** Keeps a file under its plain name: it is read by the program, not by browsers. */
export function keep(name, bytes) {
  write(name, bytes);
}

export function writeManifest() {
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)));
  write("manifest.json", JSON.stringify(sorted, null, 1));
  return sorted;
}

function write(name, bytes) {
  const path = join(DIST, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
