// Runs the browser's evaluator: vectors on standard input, its answers (true, false …) on standard output.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { holds } = await import(pathToFileURL(process.argv[2]).href);
const vectors = JSON.parse(readFileSync(0, "utf8"));
const answers = vectors.map(({ condition, answers, today }) => holds(condition, (key) => answers[key], today));
process.stdout.write(JSON.stringify(answers));
