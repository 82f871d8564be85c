// Runs the browser's evaluator over whole forms: on standard input forms with their answers, on standard
// output the keys of the questions each shows, in the order of asking.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { holds } = await import(pathToFileURL(process.argv[2]).href);

function shown({ fields, answers, today }) {
  const seen = {};
  const keys = [];
  for (const { key, show_if: condition } of fields) {
    if (condition && !holds(condition, (asked) => seen[asked], today)) continue;
    keys.push(key);
    if (key in answers) seen[key] = answers[key];
  }
  return keys;
}

const forms = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(forms.map(shown)));
