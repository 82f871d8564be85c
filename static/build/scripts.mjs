// One script an audience: small modules of our own, no framework.

import { join } from "node:path";

import { build } from "esbuild";

import { ROOT, shelve } from "./dist.mjs";

export async function scripts() {
  const result = await build({
    entryPoints: ["citizen", "staff"].map((name) => join(ROOT, `static/scripts/${name}.js`)),
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2018",
    outdir: "out",
    legalComments: "none",
  });
  for (const { path, contents } of result.outputFiles) {
    shelve(path.split(/[\\/]/).at(-1), contents);
  }
}
