for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    const text = [...head.childNodes].filter(node => node.nodeName !== "SUP");
    button.append(...text);
    head.prepend(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = row => { const text = row.cells[column].textContent.trim(); const figure = parseFloat(text); return isNaN(figure) ? text : figure; };
      const rows = [...table.tBodies[0].rows].sort((a, b) => { const x = key(a), y = key(b);
        return (typeof x === typeof y ? (x < y ? -1 : x > y ? 1 : 0) : String(x).localeCompare(String(y))) * (down ? -1 : 1); });
      table.tBodies[0].append(...rows);
    });
  });
}
const form = document.getElementById("filters");
if (form) {
  const list = document.getElementById("list"), cards = [...list.children];
  form.hidden = false;
  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form)), words = wanted.words.trim().toLowerCase();
    let count = 0;
    for (const card of cards) {
      const data = card.dataset;
      const fits = ["article", "engine", "reviewer", "status"].every(name => !wanted[name] || data[name] === wanted[name])
        && (!wanted.checks || data.checks.split(" ").includes(wanted.checks))
        && (!words || card.textContent.toLowerCase().includes(words));
      card.hidden = !fits;
      count += fits;
    }
    const by = wanted.order, up = by === "rank" ? 1 : -1;
    list.append(...cards.slice().sort((a, b) => up * (a.dataset[by] - b.dataset[by]) || a.dataset.rank - b.dataset.rank));
    form.querySelector("output").textContent = `${count} / ${cards.length}`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  for (const link of document.querySelectorAll("a[data-article]"))
    link.addEventListener("click", () => { form.elements.article.value = link.dataset.article; apply(); });
  apply();
}
