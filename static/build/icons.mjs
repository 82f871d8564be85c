// One sprite of the icons in use: `<svg><use href="…/icons.svg#clock"/></svg>`.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT, shelve } from "./dist.mjs";

/** Names of lucide; a name not listed here shows nothing, so add it here first. */
const LUCIDE = `
  arrow-right baby badge-check banknote bell briefcase building-2 calendar camera check chevron-down chevron-left chevron-right
  circle-alert circle-check clock copy download external-link eye file file-text graduation-cap hand-coins heart-handshake
  history house id-card inbox info landmark list-filter log-out mail map-pin message-square pause pencil phone plus printer
  search send shield-check stamp trash-2 triangle-alert undo-2 upload user users wallet x
`.trim().split(/\s+/);

/** Our own, where lucide has none. */
const OWN = { exclamation: '<path d="M12 5v8"/><path d="M12 18h.01"/>', flower: '<circle cx="12" cy="8" r="2"/><path d="M12 6a2.5 2.5 0 1 1 2 2 2.5 2.5 0 1 1-2 2 2.5 2.5 0 1 1-2-2 2.5 2.5 0 1 1 2-2M12 12v9M12 18c-3 0-5-1-5-3 3 0 5 1 5 3"/>' };

export function icons() {
  const symbols = [...LUCIDE.map((name) => symbol(name, lucide(name))), ...Object.entries(OWN).map(([name, drawing]) => symbol(name, drawing))];
  shelve("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, ISC licence -->${symbols.join("")}</svg>`);
}

/** Our own drawings: plain name → hashed name. */
export function images() {
  const names = {};
  for (const name of ["star.svg", "hills.svg"]) {
    names[name] = shelve(name, readFileSync(join(ROOT, "static/images", name), "utf8").replace(/\n/g, ""));
  }
  return names;
}

function lucide(name) {
  const source = readFileSync(join(ROOT, "node_modules/lucide-static/icons", `${name}.svg`), "utf8");
  return source.replace(/^[\s\S]*?<svg[^>]*>/, "").replace("</svg>", "").replace(/\s*\n\s*/g, "").trim();
}

function symbol(name, drawing) {
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
}
