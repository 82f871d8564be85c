// `npm run build`: from static/ to static/dist, everything with a hash in its name, and manifest.json to find it by.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { ROOT, clear, writeManifest } from "./dist.mjs";
import { fonts } from "./fonts.mjs";
import { icons, images } from "./icons.mjs";
import { scripts } from "./scripts.mjs";
import { styles } from "./styles.mjs";

clear();
icons();
const names = { ...fonts(), ...images() };
await Promise.all([styles(names), scripts()]);
const manifest = writeManifest();
refuseUnknownNames(manifest);
console.log(`static/dist: ${Object.keys(manifest).join(", ")}`);

/** A template that asks for an asset nobody made would fail only when somebody opens the page. */
function refuseUnknownNames(manifest) {
  for (const template of templates()) {
    for (const [, name] of readFileSync(template, "utf8").matchAll(/asset\(name="([^"]+)"\)/g)) {
      if (!manifest[name]) throw new Error(`${template} asks for ${name}, which the build does not make`);
    }
  }
}

function templates() {
  const root = join(ROOT, "templates");
  return readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => join(root, name));
}
