// "Hiện" beside a password; always hidden again when the form goes off, so that no browser keeps it as text.

export function passwords() {
  for (const frame of document.querySelectorAll("[data-password]")) {
    const input = frame.querySelector("input");
    const toggle = frame.querySelector("button");
    toggle.hidden = false;
    toggle.addEventListener("click", () => show(input.type === "password"));
    if (input.form) input.form.addEventListener("submit", () => show(false));

    function show(visible) {
      input.type = visible ? "text" : "password";
      toggle.textContent = visible ? toggle.dataset.hide : toggle.dataset.show;
      toggle.setAttribute("aria-label", visible ? toggle.dataset.hideLabel : toggle.dataset.showLabel);
    }
  }
}
