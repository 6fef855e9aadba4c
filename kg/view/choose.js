// Choosing: by mouse, by keys, by search.

// A node, a line or a claim by its id; what filters hide is let through.
function choose(id, { move = true } = {}) {
  const node = nodes.get(id);
  if (node && state.path.length === 1 && id !== state.path[0]) return change({ path: [state.path[0], id] });
  const edge = edges.get(id) ?? byClaim.get(id);
  if (!node && !edge) return false;
  reveal(node ? [node] : [nodes.get(edge.from), nodes.get(edge.to)], edge);
  change({ at: node ? id : edge.claims[0].iri, path: [] });
  if (move && focus && !inView(focus.nodes)) fit([...focus.nodes], { most: Math.max(network.getScale(), 0.9) });
  return true;
}
function reveal(wanted, edge) {
  const isSeen = () => wanted.every((node) => node.shown) && (!edge || edge.shown);
  const kinds = state.kinds.filter((kind) => !wanted.some((node) => node.kind === kind));
  if (!isSeen()) change({ kinds });
  if (!isSeen()) clearFilters();
  if (!isSeen()) change({ around: wanted[0].id, steps: 1 });
}
const lookAround = (id) => change({ around: id, steps: 1, at: id, path: [] });

// The next node in the direction of an arrow key: near, and rather ahead than aside.
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function walk(key) {
  const here = nodes.get(state.at);
  if (!here?.shown) return byStrength.length && choose(byStrength[0].id);
  const [dx, dy] = DIRECTIONS[key];
  let best = null;
  for (const node of byStrength) {
    const [x, y] = [node.place.x - here.place.x, node.place.y - here.place.y];
    const ahead = x * dx + y * dy;
    const far = ahead + 2 * Math.abs(x * dy - y * dx);
    if (node !== here && ahead > 1 && (!best || far < best.far)) best = { far, id: node.id };
  }
  if (best) choose(best.id);
}

network.on("click", ({ nodes: [node], pointer }) => {
  const found = node ?? lineAt(pointer.canvas);
  if (found) choose(found, { move: false });
  else if (focus) change({ at: "", path: [] });
});
network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) lookAround(node); });

function pointAt(id) {
  if (id === hover) return;
  hover = id;
  canvas.style.cursor = id ? "pointer" : "";
  redraw();
}
network.on("hoverNode", ({ node }) => pointAt(node));
network.on("blurNode", () => pointAt(null));
canvas.addEventListener("pointermove", (event) => {
  if (event.buttons || event.pointerType === "touch" || nodes.has(hover)) return;
  const { left, top } = canvas.getBoundingClientRect();
  pointAt(lineAt(network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top })));
});
canvas.addEventListener("pointerleave", () => pointAt(null));
// A node that is dragged takes its lines and its name along; vis-network moves it after it has told of it.
network.on("dragging", ({ nodes: dragged }) => queueMicrotask(() => {
  for (const id of dragged) {
    const { x, y } = network.body.nodes[id];
    moved.set(id, { x, y });
    nodes.get(id).place = { x, y };
  }
}));

const zoom = (factor) => network.moveTo({ scale: Math.max(0.03, Math.min(network.getScale() * factor, 6)), animation: !calm() && { duration: 180 } });
const ZOOMS = { in: () => zoom(1.35), out: () => zoom(1 / 1.35), fit: () => fit(visible()) };
for (const control of document.querySelectorAll("[data-zoom]"))
  control.addEventListener("click", () => ZOOMS[control.dataset.zoom]());

function goBack() {
  if (state.at || state.path.length) change({ at: "", path: [] });
  else if (state.around) change({ around: "", steps: 1 });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("[popover]:popover-open")) return;
  const isTyping = event.target.matches("input[type=text], select");
  if (event.key === "Escape") {
    if (event.target === query) { query.value = ""; open(false); query.blur(); }
    goBack();
  } else if (!isTyping) {
    const control = { "+": "in", "=": "in", "-": "out", 0: "fit" }[event.key];
    if (control) ZOOMS[control]();
    else if (event.key === "/") { event.preventDefault(); query.focus(); query.select(); }
    else if (event.target === canvas && event.key in DIRECTIONS) { event.preventDefault(); walk(event.key); }
    else if (event.target === canvas && event.key === "Enter" && nodes.has(state.at)) lookAround(state.at);
  }
});
