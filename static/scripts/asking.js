// Shows and hides the questions of every form page, as their conditions say.

import { holds } from "./conditions.js";
import { read } from "./answers.js";

/** Rows are read when somebody asks for them: what is closed inside them is known only then. */
const ROWS = ["table", "group"];
const told = (answer) => (typeof answer === "function" ? answer() : answer);

export function asking() {
  for (const page of document.querySelectorAll("[data-conditions]")) watch(page);
}

function watch(page) {
  const known = JSON.parse(page.dataset.known || "{}");
  const today = page.dataset.today;
  const draw = () => {
    const answers = { ...known };
    for (const part of page.querySelectorAll("[data-show-if], [data-field]")) {
      const row = part.parentElement.closest("[data-row]");
      // A question of a row looks first at its own row.
      const seen = (key) => told(answers[row && row.dataset.row + key in answers ? row.dataset.row + key : key]);
      if (part.dataset.showIf) part.classList.toggle("mc-closed", !holds(JSON.parse(part.dataset.showIf), seen, today));
      // In the order of asking: what is closed counts as not answered for all that comes after it.
      if (!part.dataset.field || part.closest(".mc-closed")) continue;
      answers[part.dataset.field] = ROWS.includes(part.dataset.kind) ? () => read(part) : read(part);
    }
  };
  page.addEventListener("input", draw);
  page.addEventListener("change", draw);
  draw();
}
