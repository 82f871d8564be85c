// On a narrow screen the side menu is one row: what is open now is brought into sight.

export function side() {
  const row = document.querySelector(".mc-side");
  const here = row && row.querySelector("[aria-current]");
  if (!here || row.scrollWidth <= row.clientWidth) return;
  row.scrollLeft = here.offsetLeft - row.offsetLeft - 20;
}
