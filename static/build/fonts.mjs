// Web fonts (made beforehand by static/fonts/make.py) and the fonts of the papers.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { ROOT, keep, shelve } from "./dist.mjs";

const TINOS = join(ROOT, "node_modules/@expo-google-fonts/tinos");
const PAPER_FONTS = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

export function fonts() {
  const folder = join(ROOT, "static/fonts");
  const names = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".woff2"))) {
    names[file] = shelve(file, readFileSync(join(folder, file)));
  }
  keep("fonts-OFL.txt", readFileSync(join(folder, "OFL.txt")));
  for (const face of PAPER_FONTS) {
    const file = `Tinos_${face}.ttf`;
    keep(`fonts/papers/${file}`, readFileSync(join(TINOS, face, file)));
  }
  keep("fonts/papers/OFL.txt", readFileSync(join(TINOS, "LICENSE_FONT")));
  return names;
}
