// "In trang này": there is nothing to print with where there are no scripts, so the button is hidden until now.

export function printButtons() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
