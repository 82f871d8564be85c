// The answer that stands in a question's boxes, as far as it can be understood in the browser: only
// to show and hide what depends on it. The server understands what is posted.

export function read(part) {
  const name = part.dataset.field;
  const boxes = [...part.querySelectorAll("input, select, textarea")].filter((box) => box.type !== "hidden");
  const chosen = boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const typed = boxes.map((box) => box.value.trim());
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
      return number(typed[0] || "");
    case "date":
    case "partial_date":
      return date(typed, part.dataset.kind === "partial_date");
    case "time":
      return time(typed);
    case "table":
    case "group":
      return [...part.querySelectorAll("[data-row]")].map(row).filter((answers) => answers);
    default:
      return boxes[0] ? boxes[0].value.normalize("NFC").trim() : undefined;
  }
}

/** The answers of one row; nothing if it holds no more than it was given at first. */
function row(group) {
  const answers = {};
  let touched = false;
  for (const part of group.querySelectorAll("[data-field]")) {
    if (part.closest(".mc-closed")) continue;
    const answer = read(part);
    if (answer === undefined || answer === "" || (Array.isArray(answer) && !answer.length)) continue;
    answers[part.dataset.field.slice(group.dataset.row.length)] = answer;
    touched = touched || String(answer) !== (part.dataset.default || "");
  }
  return touched ? answers : undefined;
}

function number(typed) {
  const text = typed.replace(/\s/g, "");
  if (/^-?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?$/.test(text)) return Number(text.replace(/\./g, "").replace(",", "."));
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
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === whole ? whole : undefined;
}

function time([hour, minute]) {
  if (!/^[0-9]{1,2}$/.test(hour || "") || !/^[0-9]{0,2}$/.test(minute || "") || hour > 23 || minute > 59) return undefined;
  return `${hour.padStart(2, "0")}:${(minute || "").padStart(2, "0")}`;
}
