// The list of communes follows the province: `select[data-communes-of="key of the province"]`.
// Without scripts the page is saved to get the new list.

const ADDRESS = "/danh-muc/xa-phuong/";

export function communes() {
  watch(document);
  document.addEventListener("mc:row", (event) => watch(event.detail));
}

function watch(part) {
  for (const list of part.querySelectorAll("select[data-communes-of]")) {
    const province = list.form && list.form.elements[list.dataset.communesOf];
    if (province) province.addEventListener("change", () => follow(list, province.value));
  }
}

async function follow(list, province) {
  const [nothing] = list.options;
  list.replaceChildren(nothing);
  if (!/^[0-9]{2}$/.test(province)) return;
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(ADDRESS + province, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const communes = answer.ok ? await answer.json() : [];
    list.replaceChildren(nothing, ...communes.map(([code, name]) => new Option(name, code)));
  } catch {
    // Offline: the page can still be saved, and shows the list then.
  }
  list.removeAttribute("aria-busy");
  list.dispatchEvent(new Event("change", { bubbles: true }));
}
