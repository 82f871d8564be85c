// The rows of files on their way and of files that did not arrive. Names are text, never markup.

const UNITS = ["B", "KB", "MB", "GB"];

/** A row with a bar; `progress(share)` moves it and tells screen readers every quarter. */
export function sendingRow(box, file) {
  const row = frame(file, "mc-file mc-file--sending");
  const state = element("span", "mc-file__state");
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  row.append(state, bar);
  box.querySelector("[data-upload-sending]").append(row);
  let told = -1;
  progress(0);
  return { progress, remove: () => row.remove() };

  function progress(share) {
    const percent = Math.round(share * 100);
    const sentence = percent < 100 ? box.dataset.textSending.replace("%p", percent) : box.dataset.textChecking;
    bar.value = percent;
    state.textContent = sentence;
    const quarter = Math.floor(percent / 25);
    if (quarter > told) {
      told = quarter;
      box.querySelector("[data-upload-status]").textContent = `${file.name}: ${sentence}`;
    }
  }
}

/** A file that did not arrive: why, and what can be done. */
export function failedRow(box, file, reason, retry) {
  const row = frame(file, "mc-file mc-file--failed");
  const actions = [];
  if (retry) actions.push(button(box.dataset.textRetry, () => { row.remove(); retry(); }));
  actions.push(button(box.dataset.textDismiss, () => row.remove()));
  const state = element("span", "mc-file__state");
  state.textContent = reason;
  row.append(state, ...actions);
  box.querySelector("[data-upload-sending]").append(row);
  box.querySelector("[data-upload-status]").textContent = `${file.name}: ${reason}`;
}

function frame(file, className) {
  const row = element("div", className);
  const about = element("div", "mc-file__about");
  const name = element("span", "mc-file__name");
  const size = element("span", "mc-file__size");
  name.textContent = `${file.name} `;
  size.textContent = `(${spoken(file.size)})`;
  name.append(size);
  about.append(name);
  row.append(about);
  return row;
}

function button(words, act) {
  const made = element("button", "mc-file__remove");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function spoken(bytes) {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} ${UNITS[unit]}`;
}
