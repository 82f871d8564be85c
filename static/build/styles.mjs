// One style sheet an audience, from Sass, made smaller and safe for browsers of the last years.

import { join } from "node:path";

import { transform } from "lightningcss";
import * as sass from "sass";

import { ROOT, shelve } from "./dist.mjs";

const version = (major, minor = 0) => (major << 16) | (minor << 8);
const BROWSERS = { chrome: version(80), safari: version(13), ios_saf: version(13), firefox: version(78), edge: version(80), samsung: version(13) };

/** `names`: plain name → hashed name, put into the `url(…)` of the sheets. */
export async function styles(names) {
  const compiler = await sass.initAsyncCompiler();
  try {
    for (const name of ["citizen", "staff"]) {
      const source = await compiler.compileAsync(join(ROOT, `static/styles/${name}.scss`), {
        loadPaths: [join(ROOT, "node_modules/govuk-frontend/dist")],
        quietDeps: true,
      });
      const css = source.css.replace(/url\("?([\w-]+\.(?:woff2|svg))"?\)/g, (_, name) => `url("${names[name] ?? missing(name)}")`);
      // GOV.UK keeps one media query for Internet Explorer that is not valid CSS: only that block is dropped.
      const { code } = transform({ filename: `${name}.css`, code: Buffer.from(css), minify: true, targets: BROWSERS, errorRecovery: true });
      shelve(`${name}.css`, code);
    }
  } finally {
    await compiler.dispose();
  }
}

function missing(name) {
  throw new Error(`the style sheets name a file that nobody made: ${name}`);
}
