// The phone's menu button.

export function menu() {
  const nav = document.querySelector("[data-menu]");
  const toggle = nav && nav.querySelector("[data-menu-toggle]");
  if (!toggle) return;
  toggle.addEventListener("click", () => show(!nav.classList.contains("mc-menu--open")));
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !nav.classList.contains("mc-menu--open")) return;
    show(false);
    toggle.focus();
  });

  function show(open) {
    nav.classList.toggle("mc-menu--open", open);
    toggle.setAttribute("aria-expanded", String(open));
  }
}
