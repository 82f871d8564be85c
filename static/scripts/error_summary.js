// What is wrong is read first, and each line leads into its field.

export function errorSummary() {
  const summary = document.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "start" });
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && enter(link.hash.slice(1))) event.preventDefault();
  });
}

/** Shows the question with its words, then puts the cursor into its first box. */
function enter(id) {
  const field = document.getElementById(decodeURIComponent(id));
  if (!field) return false;
  const question = field.closest(".govuk-form-group, fieldset") || field;
  question.scrollIntoView({ block: "start" });
  const box = field.matches("input, select, textarea, button, a[href]") ? field : field.querySelector("input, select, textarea");
  if (box) box.focus({ preventScroll: true });
  return true;
}
