// The list of events. Report text is set as text, never as HTML.
const shown = new WeakMap(); // list element -> the rows it shows, as JSON

const part = (name, text) => {
  const node = document.createElement("span");
  node.className = name;
  node.dir = "auto";
  node.textContent = text;
  return node;
};

const option = (row) => {
  const node = document.createElement("div");
  node.className = "row";
  node.setAttribute("role", "option");
  node.dataset.id = row.id;
  const mark = part("mark", row.mark);
  mark.setAttribute("aria-hidden", "true");
  mark.style.color = row.colour;
  node.append(mark, part("type", row.type), part("when", row.when), part("place", row.place), part("toll", row.toll));
  return node;
};

const fill = (list, rows, more) => {
  list.replaceChildren(...rows.map(option));
  if (more) list.append(part("more", more));
  if (!rows.length) list.append(part("more", "No event matches. Widen or clear the filters."));
};

export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".list");
  const content = JSON.stringify([data.rows, data.more]);
  if (shown.get(list) !== content) {
    shown.set(list, content);
    fill(list, data.rows, data.more);
    list.scrollTop = 0;
  }
  const mark = (id, reveal) => {
    for (const node of list.querySelectorAll("[aria-selected]")) node.removeAttribute("aria-selected");
    const chosen = id && list.querySelector(`.row[data-id="${CSS.escape(id)}"]`);
    if (!chosen) return;
    chosen.setAttribute("aria-selected", "true");
    if (reveal) chosen.scrollIntoView({ block: "nearest" });
  };
  mark(data.selected, true);
  const choose = (node) => {
    mark(node.dataset.id, true);
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
