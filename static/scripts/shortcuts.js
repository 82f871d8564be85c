// One key goes to the dossier before or behind this one: never while somebody types, and only until it is
// switched off, which this browser keeps.

const KEPT = "mc-shortcuts";
const TYPED_IN = "input, textarea, select, [contenteditable], iframe";

export function shortcuts() {
  const row = document.querySelector("[data-shortcuts]");
  const button = row && row.querySelector("button");
  if (!button) return;
  let on = kept() !== "off";
  const say = () => {
    button.textContent = on ? button.dataset.on : button.dataset.off;
    for (const link of row.querySelectorAll("[data-key]")) {
      if (on) link.setAttribute("aria-keyshortcuts", link.dataset.key.toUpperCase());
      else link.removeAttribute("aria-keyshortcuts");
    }
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    on = !on;
    keep(on ? "on" : "off");
    say();
  });
  say();
  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    if (!on || held || event.repeat || event.isComposing || event.target.closest(TYPED_IN)) return;
    const key = event.key.toLowerCase();
    const link = [...row.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (link) link.click();
  });
}

// A browser may refuse to keep anything; then the keys are as they come.
function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(what) {
  try {
    localStorage.setItem(KEPT, what);
  } catch {
    // Until the page is left, then.
  }
}
