// Search with completion.

const query = document.getElementById("query");
const matches = document.getElementById("matches");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const index = [...nodes.values()].map((node) => ({ node, keys: [node.name, ...entities.get(node.id)?.aliases ?? []].map((name) => [name, fold(name)]) }));
let active = -1;

function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const rank = (key) => key.startsWith(wanted) ? 0 : key.includes(` ${wanted}`) ? 1 : key.includes(wanted) ? 2 : 9;
  return index
    .map(({ node, keys }) => ({ node, best: keys.map(([name, key]) => [rank(key), name]).sort((a, b) => a[0] - b[0])[0] }))
    .filter(({ best }) => best[0] < 9)
    .sort((a, b) => a.best[0] - b.best[0])
    .slice(0, 9);
}
function complete() {
  const found = find(query.value);
  active = found.length ? 0 : -1;
  matches.replaceChildren(...found.map(({ node, best }, i) => {
    const item = el("li", { role: "option", id: `match-${i}`, "aria-selected": String(i === active) },
      swatchOf(node.id), el("span", {}, node.name), el("small", {}, best[1] !== node.name ? best[1] : node.shown ? "" : "not drawn yet"));
    item.dataset.id = node.id;
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(node.id); });
    return item;
  }));
  if (!found.length && query.value.trim()) matches.append(el("li", { "aria-disabled": "true" }, "No such name in the picture"));
  open(query.value.trim() !== "");
}
function open(isOpen) {
  matches.hidden = !isOpen;
  query.setAttribute("aria-expanded", String(isOpen));
  if (isOpen && active >= 0) query.setAttribute("aria-activedescendant", `match-${active}`);
  else query.removeAttribute("aria-activedescendant");
}
function step(by) {
  const items = [...matches.querySelectorAll("[role=option]")];
  if (!items.length) return;
  active = (active + by + items.length) % items.length;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
  items[active].scrollIntoView({ block: "nearest" });
  open(true);
}
function take(id) {
  query.value = nodes.get(id).name;
  open(false);
  choose(id);
}
query.addEventListener("input", complete);
query.addEventListener("blur", () => open(false));
document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    event.preventDefault();
    const item = matches.querySelectorAll("[role=option]")[active];
    if (item && !matches.hidden) take(item.dataset.id);
  }
});
