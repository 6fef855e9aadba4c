// The picture. Labels are drawn by `drawLabels` and so not given to vis-network.

const tones = new Map();
function tone(name) {
  if (!tones.has(name)) tones.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return tones.get(name);
}
const dark = matchMedia("(prefers-color-scheme: dark)");
function dress() {
  document.documentElement.dataset.theme = ["light", "dark"].includes(state.theme) ? state.theme : dark.matches ? "dark" : "light";
  tones.clear();
}
const canvas = document.getElementById("canvas");
let focus = null;
let hover = null;
// How much larger than drawn nodes and lines are, so that they can be seen from afar.
let swell = 1;

function radius(node, most) {
  return (8 + 24 * Math.sqrt(measure(node) / most)) * kinds.get(node.kind).scale * swell;
}
// What vis-network is told of a node once; the rest is put on by `wear`.
const visNode = ({ id, shape }) => ({ id, shape, x: 0, y: 0 });

function settle() {
  const at = places();
  const most = Math.max(...byStrength.slice(0, 1).map(measure), Number.MIN_VALUE);
  for (const node of nodes.values()) {
    node.place = at.get(node.id) ?? node.place;
    node.size = radius(node, most);
  }
}

// Where there are many lines, each frame takes long: then the view jumps.
const isHeavy = edges.size > 1500;
const calm = () => isHeavy || matchMedia("(prefers-reduced-motion: reduce)").matches;
const visible = () => byStrength.map((node) => node.id);

// The room that controls leave free: [left, top, right, bottom] in pixels.
function margins() {
  const height = (id) => document.getElementById(id).offsetHeight;
  const below = Math.max(height("legend") + (height("time") ? height("time") + 12 : 0), 60) + height("grip") + 32;
  const aside = canvas.clientWidth < 600 ? 36 : 70;
  return [aside, height("bar") + height("chips") + 44, aside + 6, below];
}
// Where to look, and from how far, to see these nodes.
function framing(shapes, most = 1.3) {
  const edge = (sign, axis) => sign * Math.max(...shapes.map((node) => sign * node.place[axis] + node.size));
  const [west, east, north, south] = [edge(-1, "x"), edge(1, "x"), edge(-1, "y"), edge(1, "y")];
  const [left, top, right, bottom] = margins();
  const [width, height] = [canvas.clientWidth - left - right, canvas.clientHeight - top - bottom];
  const scale = Math.max(0.03, Math.min(most, width / (east - west), height / (south - north + 30)));
  const position = { x: (west + east) / 2 + (right - left) / 2 / scale, y: (north + south) / 2 + (bottom - top) / 2 / scale };
  return { position, scale };
}
// Of very many each swells less, so that they leave each other room.
const swellAt = (scale) => 1 + (Math.min(Math.max(0.38 / scale, 1), 4) - 1) * Math.min(1, Math.sqrt(roomy() / Math.max(byStrength.length, 1)));
// So many nodes stand at ease on the screen.
const roomy = () => canvas.clientWidth * canvas.clientHeight / 2000;

// Before the first look, so that the network is made of what is seen, as large as it will be.
sift();
settle();
if (byStrength.length) swell = swellAt(framing(byStrength).scale);
settle();
focus = focused();
dress();
const nodeSet = new vis.DataSet();
const told = new Set();
// Nodes that are to be seen for the first time are handed to vis-network, the strongest last, so that they lie on top.
function tell() {
  const news = [...nodes.values()].filter((node) => node.shown && !told.has(node.id)).reverse();
  for (const node of news) told.add(node.id);
  if (news.length) nodeSet.add(news.map(visNode));
}
tell();
const network = new vis.Network(canvas, { nodes: nodeSet, edges: [] }, read("kg-options"));
const redraw = () => network.body.emitter.emit("_requestRedraw");

// It goes through all options of a node whenever it is told of one, which for thousands takes seconds: what changes
// is put where it draws from.
function paint() {
  tell();
  for (const id of told) wear(network.body.nodes[id], nodes.get(id));
  network._updateVisibleIndices();
  redraw();
}
function wear(worn, node) {
  const isOne = node.id === focus?.id;
  const isLit = !focus || focus.nodes.has(node.id);
  Object.assign(worn, { x: node.place?.x ?? 0, y: node.place?.y ?? 0 });
  Object.assign(worn.options, { size: node.size, hidden: !node.shown, borderWidth: isOne ? 3 : 1.5, opacity: isLit ? undefined : 0.13 });
  worn.options.color = { background: node.color, border: tone(isOne ? "ink" : "paper") };
  worn.shape.refreshNeeded = true;
}

// After the zoom has come to rest, and not for small changes, so that most zooming repaints nothing.
function swollen() {
  const wanted = swellAt(network.getScale());
  if (Math.abs(Math.log(wanted / swell)) < 0.25) return;
  swell = wanted;
  settle();
  paint();
}
let resting = null;
network.on("zoom", () => { clearTimeout(resting); resting = setTimeout(swollen, 140); });
network.on("animationFinished", () => swollen());

function fit(ids, { animate = true, most = 1.3 } = {}) {
  const shapes = ids.map((id) => nodes.get(id)).filter((node) => node.place);
  if (!shapes.length) return;
  const isMoving = animate && !calm();
  network.moveTo({ ...framing(shapes, most), animation: isMoving && { duration: 350 } });
  if (!isMoving) swollen();
}
function inView(ids) {
  const { clientWidth: width, clientHeight: height } = canvas;
  return network.getScale() > 0.45 && [...ids].every((id) => {
    const { x, y } = network.canvasToDOM(nodes.get(id).place);
    return x > 30 && y > 70 && x < width - 30 && y < height - 60;
  });
}

// What stands out: a node with its neighbours, all between two, or a way.
function focused() {
  const edge = byClaim.get(state.at);
  const [a, b] = state.path;
  if (nodes.has(a) && nodes.has(b)) {
    const way = shortestPath(a, b);
    const steps = way.slice(1).flatMap((id, i) => between(way[i], id));
    return { id: null, way, nodes: new Set(way.length ? way : [a, b]), edges: new Set(steps.map((step) => step.id)) };
  }
  if (nodes.get(state.at)?.shown) {
    const own = nodes.get(state.at).lines;
    return { id: state.at, nodes: new Set([state.at, ...own.flatMap((line) => [line.from, line.to])]), edges: new Set(own.map((line) => line.id)) };
  }
  if (edge?.shown) return { id: edge.id, nodes: new Set([edge.from, edge.to]), edges: new Set(between(edge.from, edge.to).map((other) => other.id)) };
  return null;
}
