// A list to pick from. Report text is set as text, never as HTML.
const shown = new WeakMap(); // list element -> what it shows, as JSON

const part = (name, text) => {
  const node = document.createElement("span");
  node.className = name;
  node.dir = "auto";
  node.textContent = text;
  return node;
};

const option = (row) => {
  const node = document.createElement("div");
  node.className = row.mark ? "row marked" : "row";
  node.setAttribute("role", "option");
  node.dataset.id = row.id;
  if (row.mark) {
    const mark = part("mark", row.mark);
    mark.setAttribute("aria-hidden", "true");
    mark.style.color = row.colour;
    node.append(mark);
  }
  node.append(part("title", row.title), part("when", row.when), part("detail", row.detail), part("note", row.note));
  return node;
};

const reveal = (list, node) => {
  const [top, bottom] = [node.offsetTop, node.offsetTop + node.offsetHeight]; // the page itself stays
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
};

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".list");
  const content = JSON.stringify([data.rows, data.end]);
  list.setAttribute("aria-label", data.label);
  if (shown.get(list) !== content) {
    shown.set(list, content);
    list.replaceChildren(...data.rows.map(option));
    if (data.end) list.append(part("end", data.end));
    list.scrollTop = 0;
  }
  const mark = (id) => {
    for (const node of list.querySelectorAll("[aria-selected]")) node.removeAttribute("aria-selected");
    const chosen = id && list.querySelector(`.row[data-id="${CSS.escape(id)}"]`);
    if (!chosen) return;
    chosen.setAttribute("aria-selected", "true");
    reveal(list, chosen);
    // Rows that were never drawn have estimated heights: look again when those around it are.
    requestAnimationFrame(() => requestAnimationFrame(() => reveal(list, chosen)));
  };
  mark(data.chosen);
  const choose = (node) => {
    mark(node.dataset.id);
    setTriggerValue("chosen", node.dataset.id);
  };
  list.onclick = (event) => {
    const node = event.target.closest(".row");
    if (node) choose(node);
  };
  list.onkeydown = (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    const rows = [...list.querySelectorAll(".row")];
    const at = rows.findIndex((node) => node.hasAttribute("aria-selected"));
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + steps[event.key], 0), rows.length - 1)];
    if (next) choose(next);
  };
}
