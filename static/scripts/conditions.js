// When something is asked: the same small language as src/forms/conditions, on the same test
// vectors (tests/vectors/conditions.json). A comparison with a question that is not answered, or not
// shown, is false.

/** Whether a condition holds. `seen(key)` gives the answer to a shown and answered question, or undefined. */
export function holds(condition, seen, today) {
  if (condition.all) return condition.all.every((each) => holds(each, seen, today));
  if (condition.any) return condition.any.some((each) => holds(each, seen, today));
  if (condition.not) return !holds(condition.not, seen, today);
  const [word, against] = Object.entries(condition).find(([name]) => !SUBJECT_WORDS.includes(name));
  const answer = subject(condition, seen, today);
  if (word === "filled") return filled(answer) === against;
  if (!filled(answer)) return false;
  if (word === "one_of") return against.some((value) => same(answer, value));
  if (word === "none_of") return !against.some((value) => same(answer, value));
  if (word === "contains") return Array.isArray(answer) && answer.some((each) => same(each, against));
  if (word === "mentions") return mentions(answer, against);
  const value = operand(against, seen, today);
  return value !== undefined && COMPARISONS[word](answer, value);
}

const SUBJECT_WORDS = ["field", "age", "sum", "rows", "where"];

/** What is compared: an answer, an age, a sum over rows, a number of rows. */
function subject(condition, seen, today) {
  if ("field" in condition) return seen(condition.field);
  if ("age" in condition) {
    const born = calendar(seen(condition.age));
    return born && years(born, calendar(today));
  }
  const [table, column] = "sum" in condition ? split(condition.sum) : [condition.rows];
  const rows = seen(table);
  if (!Array.isArray(rows) || rows.length === 0) return undefined;
  if (column) return rows.reduce((total, row) => total + thousandths(row[column]), 0) / 1000;
  return rows.filter((row) => !condition.where || holds(condition.where, (key) => answerIn(row, key, seen), today)).length;
}

/** The answer in a row, or, where the row has no such column, in the form. */
function answerIn(row, key, seen) {
  return row !== null && typeof row === "object" && key in row ? row[key] : seen(key);
}

function split(path) {
  const dot = path.lastIndexOf(".");
  return [path.slice(0, dot), path.slice(dot + 1)];
}

/** Sums are counted in thousandths, so that 0.1 and 0.2 are exactly 0.3. */
function thousandths(number) {
  return typeof number === "number" ? Math.round(number * 1000) : 0;
}

const COMPARISONS = {
  is: same,
  is_not: (a, b) => !same(a, b),
  less_than: numbers((a, b) => a < b),
  at_most: numbers((a, b) => a <= b),
  more_than: numbers((a, b) => a > b),
  at_least: numbers((a, b) => a >= b),
  before: moments((a, b) => a < b),
  on_or_before: moments((a, b) => a <= b),
  after: moments((a, b) => a > b),
  on_or_after: moments((a, b) => a >= b),
};

const SPANS = {
  days_ago: [-1, 0], months_ago: [0, -1], years_ago: [0, -12],
  days_after: [1, 0], months_after: [0, 1], years_after: [0, 12],
};

function operand(against, seen, today) {
  if (against === null || typeof against !== "object") return against;
  const span = Object.keys(SPANS).find((word) => word in against);
  if (!span) return filled(seen(against.field)) ? seen(against.field) : undefined;
  const from = calendar("field" in against ? seen(against.field) : today);
  return from && shift(from, SPANS[span].map((step) => step * against[span]));
}

/** A day of the calendar as [year, month, day]; a partial date stands for its first day. */
function calendar(value) {
  const text = moment(value);
  if (text.length !== 10) return undefined;
  const parts = text.split("-").map(Number);
  return iso(new Date(Date.UTC(parts[0], parts[1] - 1, parts[2]))) === text ? parts : undefined;
}

/** A day that the month does not have becomes its last one. */
function shift([year, month, day], [days, months]) {
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last) + days)));
}

/** Full years: somebody born on 29 February is a year older on 1 March. */
function years([year, month, day], [thisYear, thisMonth, today]) {
  const beforeBirthday = thisMonth < month || (thisMonth === month && today < day);
  return thisYear - year - (beforeBirthday ? 1 : 0);
}

function iso(date) {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function filled(answer) {
  if (answer === undefined || answer === null || answer === "") return false;
  return !Array.isArray(answer) || answer.length > 0;
}

/** Values are compared as JSON: a number is never a text. */
function same(a, b) {
  return typeof a === typeof b && (typeof a === "object" ? JSON.stringify(a) === JSON.stringify(b) : a === b);
}

function mentions(answer, words) {
  const text = typeof answer === "string" ? answer.toLowerCase() : "";
  return words.some((word) => text.includes(word.toLowerCase()));
}

function numbers(compare) {
  return (a, b) => typeof a === "number" && typeof b === "number" && compare(a, b);
}

function moments(compare) {
  return (a, b) => {
    const [first, second] = [moment(a), moment(b)];
    return first !== "" && first.length === second.length && compare(first, second);
  };
}

/** A day as it sorts, or an hour; a partial date stands for its first day. */
function moment(value) {
  if (typeof value !== "string") return "";
  if (/^[0-9]{4}$/.test(value)) return `${value}-01-01`;
  if (/^[0-9]{4}-[0-9]{2}$/.test(value)) return `${value}-01`;
  return /^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}:[0-9]{2})$/.test(value) ? value : "";
}
