// When something is asked: the same small language as src/forms/conditions.rs, on the same test
// vectors (tests/vectors/conditions.json). A comparison with a question that is not answered, or not
// shown, is false.

/** Whether a condition holds. `seen(key)` gives the answer to a shown and answered question, or undefined. */
export function holds(condition, seen, today) {
  if (condition.all) return condition.all.every((each) => holds(each, seen, today));
  if (condition.any) return condition.any.some((each) => holds(each, seen, today));
  if (condition.not) return !holds(condition.not, seen, today);
  const [word, against] = Object.entries(condition).find(([name]) => name !== "field");
  const answer = seen(condition.field);
  if (word === "filled") return filled(answer) === against;
  if (!filled(answer)) return false;
  if (word === "one_of") return against.some((value) => same(answer, value));
  if (word === "none_of") return !against.some((value) => same(answer, value));
  if (word === "contains") return Array.isArray(answer) && answer.some((each) => same(each, against));
  const value = operand(against, seen, today);
  return value !== undefined && COMPARISONS[word](answer, value);
}

const COMPARISONS = {
  is: same,
  is_not: (a, b) => !same(a, b),
  less_than: numbers((a, b) => a < b),
  at_most: numbers((a, b) => a <= b),
  more_than: numbers((a, b) => a > b),
  at_least: numbers((a, b) => a >= b),
  before: days((a, b) => a < b),
  on_or_before: days((a, b) => a <= b),
  after: days((a, b) => a > b),
  on_or_after: days((a, b) => a >= b),
};

function operand(against, seen, today) {
  if (against === null || typeof against !== "object") return against;
  if ("field" in against) return filled(seen(against.field)) ? seen(against.field) : undefined;
  const [year, month, day] = today.split("-").map(Number);
  if ("days_ago" in against) return iso(new Date(Date.UTC(year, month - 1, day - against.days_ago)));
  const last = new Date(Date.UTC(year - against.years_ago, month, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year - against.years_ago, month - 1, Math.min(day, last))));
}

function iso(date) {
  return date.toISOString().slice(0, 10);
}

function filled(answer) {
  if (answer === undefined || answer === null || answer === "") return false;
  return !Array.isArray(answer) || answer.length > 0;
}

/** Values are compared as JSON: a number is never a text. */
function same(a, b) {
  return typeof a === typeof b && (typeof a === "object" ? JSON.stringify(a) === JSON.stringify(b) : a === b);
}

function numbers(compare) {
  return (a, b) => typeof a === "number" && typeof b === "number" && compare(a, b);
}

function days(compare) {
  return (a, b) => {
    const [first, second] = [day(a), day(b)];
    return first !== "" && second !== "" && compare(first, second);
  };
}

/** A partial date stands for its first day. */
function day(value) {
  if (typeof value !== "string") return "";
  if (/^[0-9]{4}$/.test(value)) return `${value}-01-01`;
  if (/^[0-9]{4}-[0-9]{2}$/.test(value)) return `${value}-01`;
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? value : "";
}

// --- in the page ---

/** Shows and hides the questions of every form page. */
export function conditions() {
  for (const page of document.querySelectorAll("[data-conditions]")) watch(page);
}

function watch(page) {
  const known = JSON.parse(page.dataset.known || "{}");
  const today = page.dataset.today;
  const draw = () => {
    const answers = { ...known };
    for (const part of page.querySelectorAll("[data-show-if], [data-field]")) {
      if (part.dataset.showIf) {
        part.classList.toggle("mc-closed", !holds(JSON.parse(part.dataset.showIf), (key) => answers[key], today));
      }
      // In the order of asking: what is closed counts as not answered for all that comes after it.
      if (part.dataset.field && !part.closest(".mc-closed")) answers[part.dataset.field] = read(part);
    }
  };
  page.addEventListener("input", draw);
  page.addEventListener("change", draw);
  draw();
}

/** The answer that stands in a question's boxes, as far as it can be understood here. */
function read(part) {
  const name = part.dataset.field;
  const boxes = [...part.querySelectorAll("input, select, textarea")].filter((box) => box.type !== "hidden");
  const chosen = boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  switch (part.dataset.kind) {
    case "radio":
      return chosen[0];
    case "checkboxes":
      return chosen;
    case "yes_no":
      return chosen.length ? chosen[0] === "yes" : undefined;
    case "declaration":
      return chosen.length ? true : undefined;
    case "number":
    case "money":
      return number(boxes[0] ? boxes[0].value : "");
    case "date":
    case "partial_date":
      return date(boxes.map((box) => box.value.trim()), part.dataset.kind === "partial_date");
    default:
      return boxes[0] ? boxes[0].value.normalize("NFC").trim() : undefined;
  }
}

function number(typed) {
  const text = typed.replace(/\s/g, "");
  if (/^-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?$/.test(text)) return Number(text.replace(/\./g, "").replace(",", "."));
  return /^-?[0-9]+([.,][0-9]+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
}

function date([day, month, year], partial) {
  if (!/^[0-9]{4}$/.test(year || "")) return undefined;
  if (partial && !day && !month) return year;
  const two = (text) => text.padStart(2, "0");
  if (partial && !day && /^[0-9]{1,2}$/.test(month)) return `${year}-${two(month)}`;
  if (!/^[0-9]{1,2}$/.test(day || "") || !/^[0-9]{1,2}$/.test(month || "")) return undefined;
  const whole = `${year}-${two(month)}-${two(day)}`;
  const real = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && iso(real) === whole ? whole : undefined;
}
