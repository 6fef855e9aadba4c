// The graph, its picture, and what is looked at.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("kg-data");
const tones = new Map();
function tone(name) {
  if (!tones.has(name)) tones.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return tones.get(name);
}
const heading = document.title;

// Node and edge objects by id; Maps, since an id may be called like a property of every object.
const nodes = new Map(read("kg-nodes").map((node) => [node.id, { ...node, name: String(node.label), edges: [] }]));
const edges = new Map(read("kg-edges").map((edge) => [edge.id, { ...edge, words: edge.label }]));
for (const edge of edges.values()) {
  nodes.get(edge.from).edges.push(edge);
  if (edge.to !== edge.from) nodes.get(edge.to).edges.push(edge);
}
const entities = new Map(Object.entries(data.entities));
const names = new Map(Object.entries(data.names));
const kinds = new Map(data.kinds.map((kind) => [kind.kind, kind]));
const hiddenKinds = new Set();
const byStrength = [...nodes.values()].sort((a, b) => b.edges.length - a.edges.length);
let focus = null;
let hover = null;

// The picture. Labels are drawn below, by `drawLabels`, and so not given to vis-network.

const visNode = (node) => ({
  id: node.id, x: node.x, y: node.y, size: node.size, shape: node.shape,
  color: { background: node.color, border: tone("paper"), hover: { background: node.color, border: tone("ink") } },
});
const visEdge = (edge) => ({
  id: edge.id, from: edge.from, to: edge.to, arrows: edge.arrows, dashes: edge.dashes,
  width: edge.width, smooth: edge.smooth, color: edgeColour(edge, 1),
});
function edgeColour(edge, opacity) {
  const colour = tone(edge.denied ? "denied" : "edge");
  return { color: colour, hover: tone("ink"), highlight: colour, opacity };
}
const canvas = document.getElementById("canvas");
const nodeSet = new vis.DataSet([...nodes.values()].map(visNode));
const edgeSet = new vis.DataSet([...edges.values()].map(visEdge));
const network = new vis.Network(canvas, { nodes: nodeSet, edges: edgeSet }, read("kg-options"));

function bounds(ids) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const id of ids) {
    const { x, y } = network.getPosition(id);
    const { size } = nodes.get(id);
    box.left = Math.min(box.left, x - size - 55);
    box.right = Math.max(box.right, x + size + 55);
    box.top = Math.min(box.top, y - size - 12);
    box.bottom = Math.max(box.bottom, y + size + 40);
  }
  return box;
}

function fit(ids, { animate = true, most = 1.3 } = {}) {
  if (!ids.length) return;
  const box = bounds(ids);
  const { clientWidth: width, clientHeight: height } = canvas;
  const above = 76;
  const below = document.getElementById("legend").offsetHeight + 32;
  const scale = Math.max(0.03, Math.min(most, (width - 48) / (box.right - box.left), (height - above - below) / (box.bottom - box.top)));
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + (below - above) / 2 / scale };
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.moveTo({ position, scale, animation: animate && !calm && { duration: 350 } });
}
const isShown = (edge) => ![edge.from, edge.to].some((id) => hiddenKinds.has(nodes.get(id).kind));
const visible = () => [...nodes.values()].filter((node) => !hiddenKinds.has(node.kind)).map((node) => node.id);

// What is looked at

function paint() {
  nodeSet.update([...nodes.values()].map((node) => ({
    ...visNode(node), hidden: hiddenKinds.has(node.kind), opacity: !focus || focus.nodes.has(node.id) ? 1 : 0.13,
    borderWidth: node.id === focus?.id ? 3 : 2,
    ...(node.id === focus?.id && { color: { background: node.color, border: tone("ink"), hover: { background: node.color, border: tone("ink") } } }),
  })));
  edgeSet.update([...edges.values()].map((edge) => ({
    id: edge.id, hidden: !isShown(edge), color: edgeColour(edge, !focus || focus.edges.has(edge.id) ? 1 : 0.1),
    width: edge.width + (edge.id === focus?.id ? 1.5 : 0),
  })));
}

function between(a, b) {
  return nodes.get(a).edges.filter((edge) => (edge.from === a && edge.to === b) || (edge.from === b && edge.to === a));
}

function choose(id, { move = true } = {}) {
  if (nodes.has(id)) {
    const own = nodes.get(id).edges;
    focus = { id, nodes: new Set([id, ...own.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(own.map((edge) => edge.id)) };
    show(nodes.get(id).name, nodePanel(nodes.get(id)));
  } else {
    const edge = edges.get(id);
    focus = { id, nodes: new Set([edge.from, edge.to]), edges: new Set(between(edge.from, edge.to).map((other) => other.id)) };
    show(`${entityName(edge.from)} ${edge.words} ${entityName(edge.to)}`, edgePanel(edge));
  }
  for (const node of focus.nodes) hiddenKinds.delete(nodes.get(node).kind);
  drawLegend();
  paint();
  if (move && !inView(focus.nodes)) fit([...focus.nodes], { most: Math.max(network.getScale(), 0.9) });
}

function inView(ids) {
  const { clientWidth: width, clientHeight: height } = canvas;
  return network.getScale() > 0.45 && [...ids].every((id) => {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    return x > 30 && y > 30 && x < width - 30 && y < height - 30;
  });
}

function clear() {
  focus = null;
  show(heading, overview());
  paint();
}
