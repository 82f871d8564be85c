// Copies a dossier code; the button itself says that it is done.

export function copyButtons() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.querySelector("[data-copy-text]");
    words.setAttribute("role", "status");
    const before = words.textContent;
    button.addEventListener("click", async () => {
      if (!(await copy(button.dataset.copy))) return;
      words.textContent = button.dataset.copied;
      setTimeout(() => { words.textContent = before; }, 3000);
    });
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Without a secure connection there is no clipboard for scripts; a selected field still has one. */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "govuk-visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
