// Where the nodes stand: as laid out when the page was made, around the one in the middle, or where they were dragged.

function places() {
  return new Map([...laidOut(), ...moved]);
}
function laidOut() {
  if (nodes.has(state.around)) return rings(state.around);
  const all = [...nodes.values()].filter((node) => state.more || !node.more);
  return all.map((node) => [node.id, state.more && node.far ? { x: node.far[0], y: node.far[1] } : { x: node.x, y: node.y }]);
}
// Where the reader dragged them, until another part of the graph is looked at.
const moved = new Map();

// The neighbours on rings, each beyond the one it is reached by; every ring is as wide as its names need.
function rings(centre) {
  const children = new Map([[centre, []]]);
  const order = [centre];
  for (const id of order) {
    const others = nodes.get(id).lines.map((edge) => edge.from === id ? edge.to : edge.from);
    for (const other of others) if (!children.has(other)) {
      children.set(other, []);
      children.get(id).push(other);
      order.push(other);
    }
  }
  const leaves = new Map();
  for (const id of [...order].reverse()) leaves.set(id, Math.max(1, children.get(id).reduce((sum, child) => sum + leaves.get(child), 0)));
  const step = Math.max(210, leaves.get(centre) * 17);
  const placed = new Map();
  const put = (id, from, to, depth) => {
    const angle = (from + to) / 2;
    const far = depth * step * (placed.size % 2 && leaves.get(centre) > 14 ? 1.22 : 1);
    placed.set(id, { x: Math.round(1.35 * far * Math.cos(angle)), y: Math.round(far * Math.sin(angle)) });
    let start = from;
    for (const child of children.get(id)) {
      const end = start + (to - from) * leaves.get(child) / leaves.get(id);
      put(child, start, end, depth + 1);
      start = end;
    }
  };
  put(centre, -Math.PI / 2, 1.5 * Math.PI, 0);
  return placed;
}
