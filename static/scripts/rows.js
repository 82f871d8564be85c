// Rows of questions: new ones from their pattern, old ones away, without leaving the page.
// Without scripts the same buttons save the page.

export function rows() {
  for (const list of document.querySelectorAll("[data-rows]")) watch(list);
}

/** Makes the rows that kept typing needs, before it is put back into its boxes. */
export function growRows(form, names) {
  for (const list of form.querySelectorAll("[data-rows]")) {
    const start = `${list.dataset.rows}.`;
    for (const name of names.filter((each) => each.startsWith(start))) {
      const index = name.slice(start.length).split(".")[0];
      if (/^[0-9]+$/.test(index) && !rowOf(list, index)) append(list, index);
    }
  }
}

function watch(list) {
  list.querySelector(".mc-rows__spare")?.remove();
  const add = list.parentElement.querySelector("button[name='~add']");
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[name='~remove']");
    if (!button) return;
    event.preventDefault();
    button.closest("[data-row]").remove();
    if (!all(list).length) append(list, 0);
    number(list, add);
    add.focus();
    changed(list);
  });
  add.addEventListener("click", (event) => {
    event.preventDefault();
    const last = all(list).map((row) => Number(row.dataset.row.split(".").at(-2)));
    const row = append(list, Math.max(-1, ...last) + 1);
    number(list, add);
    const first = row.querySelector("input:not([type=hidden]), select, textarea");
    if (first) first.focus();
    changed(list);
  });
  number(list, add);
}

function all(list) {
  return [...list.children].filter((each) => each.dataset.row);
}

function rowOf(list, index) {
  return all(list).find((row) => row.dataset.row === `${list.dataset.rows}.${index}.`);
}

/** In the pattern this stands for the number of the row. */
const PLACE = "ROW";

/** A copy of the pattern. */
function append(list, index) {
  const row = list.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  for (const part of [row, ...row.querySelectorAll("*")]) {
    for (const { name, value } of [...part.attributes]) {
      if (value.includes(PLACE)) part.setAttribute(name, value.replaceAll(PLACE, index));
    }
  }
  const last = all(list).at(-1);
  if (last) last.after(row);
  else list.prepend(row);
  list.dispatchEvent(new CustomEvent("mc:row", { bubbles: true, detail: row }));
  return row;
}

/** Says the rows' numbers anew, and hides what cannot be done. */
function number(list, add) {
  const shown = all(list);
  const word = list.querySelector(":scope > template").content.querySelector("legend").textContent;
  const removing = list.querySelector(":scope > template").content.querySelector("button[name='~remove']").textContent;
  shown.forEach((row, at) => {
    row.querySelector("legend").textContent = word.replace(PLACE, at + 1);
    row.querySelector("button[name='~remove']").textContent = removing.replace(PLACE, at + 1);
  });
  add.hidden = shown.length >= Number(list.dataset.rowsMost);
}

function changed(list) {
  list.dispatchEvent(new Event("input", { bubbles: true }));
}
