// Conditions in the editor: the box of the value offers the answers of the question beside it. The
// answers stand in the page as lists, `[data-answers-of="key"]`, where they can be read without scripts.

export function comparisons() {
  const lists = new Map([...document.querySelectorAll("[data-answers-of]")].map((list) => [list.dataset.answersOf, list]));
  if (!lists.size) return;
  for (const row of document.querySelectorAll(".mc-comparison")) {
    const question = row.querySelector("select[name$='.question']");
    const value = row.querySelector("input[name$='.value']");
    if (!question || !value) continue;
    const offered = document.createElement("datalist");
    offered.id = `${value.id}-offered`;
    row.append(offered);
    const offer = () => {
      const answers = [...(lists.get(question.value)?.children || [])];
      offered.replaceChildren(...answers.map((answer) => Object.assign(document.createElement("option"), { value: answer.textContent })));
      if (answers.length) value.setAttribute("list", offered.id);
      else value.removeAttribute("list");
    };
    question.addEventListener("change", offer);
    offer();
  }
}
