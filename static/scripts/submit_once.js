// A second press while the first is on its way does nothing. The server is safe against it anyway; this spares the visitor the doubt.

export function submitOnce() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    mark(form, "true");
  });
  // Coming back with the Back button shows the page as it was left: it must be usable again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      mark(form, "false");
    }
  });
}

function mark(form, busy) {
  for (const button of form.querySelectorAll("button[type='submit']")) button.setAttribute("aria-busy", busy);
}
