// The browser shows and hides by the same rules as the server: the vectors that the Rust tests use.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { holds } from "../../static/scripts/conditions.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/conditions.json", import.meta.url), "utf8"));

for (const { name, condition, answers, today, holds: expected } of vectors) {
  test(name, () => assert.equal(holds(condition, (key) => answers[key], today), expected));
}
