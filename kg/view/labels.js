// Labels: drawn in the order of their weight, and only where there is room, as on a map.

const MANY = 400;

class Room {
  #cells = new Map();
  constructor(size) { this.size = size; }
  *#keys([left, top, right, bottom]) {
    for (let i = Math.floor(left / this.size); i <= right / this.size; i++)
      for (let j = Math.floor(top / this.size); j <= bottom / this.size; j++) yield `${i} ${j}`;
  }
  // Whether no box of another owner is met; `over` leaves the nodes' own shapes out of account.
  isFree(boxes, owner, over = false) {
    return boxes.every((box) => [...this.#keys(box)].every((key) => (this.#cells.get(key) ?? []).every(
      ([other, whose, isShape]) => whose === owner || (over && isShape) || box[0] >= other[2] || other[0] >= box[2] || box[1] >= other[3] || other[1] >= box[3])));
  }
  take(boxes, owner, isShape = false) {
    for (const box of boxes) for (const key of this.#keys(box)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key).push([box, owner, isShape]);
    }
  }
}

const font = (size, bold, slanted) => `${slanted ? "italic " : ""}${bold ? 650 : 450} ${size}px ${tone("text")}`;
const widths = new Map();
function widthOf(context, text, size, bold, slanted) {
  const key = `${bold} ${slanted} ${text}`;
  if (!widths.has(key)) {
    context.font = font(100, bold, slanted);
    widths.set(key, context.measureText(text).width / 100);
  }
  return widths.get(key) * size;
}
function lines(text) {
  const rows = [];
  for (const word of text.split(/\s+/)) {
    const last = rows.at(-1);
    if (last !== undefined && (last + " " + word).length <= 20) rows[rows.length - 1] = last + " " + word;
    else rows.push(word.length > 28 ? word.slice(0, 27) + "…" : word);
  }
  return rows.length > 3 ? [...rows.slice(0, 2), rows[2].replace(/…?$/, "…")] : rows;
}
function halo(context, text, x, y, unit, colour) {
  context.lineJoin = "round";
  context.lineWidth = 4 * unit;
  context.strokeStyle = tone("paper");
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawNodeLabel(context, node, room, unit, { forced = false, important = false }) {
  const { x, y } = node.place;
  const weight = node.size / kinds.get(node.kind).scale / swell;
  const bold = weight > 22 || forced;
  const far = Math.min(1, Math.max(0.9, network.getScale() / 0.7));
  const size = (11.5 + Math.min(weight / 8, 3.5)) * far * unit;
  const rows = lines(node.name);
  const width = Math.max(...rows.map((row) => widthOf(context, row, size, bold, node.described))) + 4 * unit;
  const height = rows.length * size * 1.18;
  const gap = node.size + 3 * unit;
  const spots = [
    [x, y + gap + height / 2], [x, y - gap - height / 2],
    [x + gap + width / 2, y], [x - gap - width / 2, y],
    ...[0.3, -0.3].flatMap((aside) => [1, -1].map((down) => [x + aside * width, y + down * (gap + height / 2)])),
  ];
  const free = (over) => spots.find(([cx, cy]) => room.isFree([around(cx, cy)], node.id, over));
  const around = (cx, cy) => [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
  const spot = free(false) ?? (important ? free(true) : undefined) ?? (forced ? spots[0] : undefined);
  if (!spot) return;
  room.take([around(...spot)], node.id);
  context.font = font(size, bold, node.described);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const top = spot[1] - ((rows.length - 1) / 2) * size * 1.18;
  rows.forEach((row, i) => halo(context, row, spot[0], top + i * size * 1.18, unit, tone(node.described && !forced ? "quiet" : "ink")));
}

function curve(edge) {
  const drawn = network.body.edges[edge.id]?.edgeType;
  if (drawn?.getPoint) return (t) => drawn.getPoint(t);
  const [a, b] = [nodes.get(edge.from).place, nodes.get(edge.to).place];
  return (t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
}

function drawEdgeLabel(context, edge, room, unit, forced) {
  const size = 11 * unit;
  const text = edge.count > 1 ? `${edge.words} ×${edge.count}` : edge.words;
  const shown = text.length > 40 ? text.slice(0, 39) + "…" : text;
  const width = widthOf(context, shown, size, false) + 6 * unit;
  const at = curve(edge);
  const [a, b] = [nodes.get(edge.from).place, nodes.get(edge.to).place];
  const loop = edge.from === edge.to;
  const free = Math.hypot(a.x - b.x, a.y - b.y) - nodes.get(edge.from).size - nodes.get(edge.to).size;
  if (!forced && !loop && free < width + 8 * unit) return;
  for (const t of loop ? [0.5] : [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const { x, y } = at(t);
    const [before, after] = [at(t - 0.03), at(t + 0.03)];
    let angle = loop ? 0 : Math.atan2(after.y - before.y, after.x - before.x);
    if (Math.abs(angle) > Math.PI / 2) angle -= Math.sign(angle) * Math.PI;
    const steps = Math.max(1, Math.ceil(width / size));
    const boxes = Array.from({ length: steps }, (_, i) => {
      const along = ((i + 0.5) / steps - 0.5) * width;
      const [cx, cy] = [x + along * Math.cos(angle), y + along * Math.sin(angle)];
      return [cx - size * 0.62, cy - size * 0.62, cx + size * 0.62, cy + size * 0.62];
    });
    if (!room.isFree(boxes, edge.id) && !(forced && t === 0.66)) continue;
    room.take(boxes, edge.id);
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.font = font(size, false);
    context.textAlign = "center";
    context.textBaseline = "middle";
    halo(context, shown, 0, 0, unit, edge.denied ? tone("denied") : forced ? tone("ink") : tone("quiet"));
    context.restore();
    return;
  }
}

// What controls lie on, and the strips beyond the edges: no label would be read there.
function covered() {
  const own = canvas.getBoundingClientRect();
  const controls = ["#bar", "#chips", "#time", "#legend", "#zoom"].map((id) => document.querySelector(id).getBoundingClientRect());
  const strips = [[-400, 0, 0, own.height], [own.width, 0, own.width + 400, own.height], [0, -100, own.width, 0], [0, own.height, own.width, own.height + 100]];
  return [...strips, ...controls.filter((box) => box.width && box.height).map((box) => [box.left - own.left, box.top - own.top, box.right - own.left, box.bottom - own.top])].map(([left, top, right, bottom]) => {
    const [from, to] = [network.DOMtoCanvas({ x: left, y: top }), network.DOMtoCanvas({ x: right, y: bottom })];
    return [from.x, from.y, to.x, to.y];
  });
}

function drawLabels(context) {
  const unit = 1 / Math.min(Math.max(network.getScale(), 0.05), 1.05);
  const room = new Room(60 * unit);
  const shown = byStrength;
  const lit = (node) => !focus || focus.nodes.has(node.id);
  for (const node of shown.filter(lit)) {
    const { x, y } = node.place;
    const r = node.size * 0.9;
    room.take([[x - r, y - r, x + r, y + r]], node.id, true);
  }
  for (const box of covered()) room.take([box], "controls");
  // Of very many only the strongest are named from afar, the more the nearer one looks.
  const most = MANY / 4 + (network.getScale() / 0.6) ** 2 * shown.length;
  const named = new Set(shown.length > MANY ? shown.slice(0, most) : shown);
  const important = new Set(shown.slice(0, 12 + shown.length / 80));
  const chosen = (item) => item.id === focus?.id || item.id === hover;
  for (const node of shown) if (chosen(node)) drawNodeLabel(context, node, room, unit, { forced: true });
  for (const node of shown) if (!chosen(node) && lit(node) && (focus || named.has(node))) drawNodeLabel(context, node, room, unit, { important: important.has(node) });
  const drawn = [...edges.values()].filter((edge) => edge.shown && (!focus || focus.edges.has(edge.id) || edge.id === hover));
  for (const edge of drawn) if (chosen(edge)) drawEdgeLabel(context, edge, room, unit, true);
  drawn.sort((a, b) => b.count - a.count);
  for (const edge of drawn) if (!chosen(edge)) drawEdgeLabel(context, edge, room, unit, false);
}
