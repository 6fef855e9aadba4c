// Labels: drawn in the order of their weight, and only where there is room, as on a map.

const MANY = 400;
// No font's letters are narrower on average, in parts of their height: what has no room for these need not be measured.
const NARROW = 0.33;

// What may lie under a name of weight: in the end a weak node, never a strong one or another name.
const NAME = 0, STRONG = 1, WEAK = 2;

class Room {
  #cells = new Map();
  constructor(size) { this.size = size; }
  *#keys([left, top, right, bottom]) {
    for (let i = Math.floor(left / this.size); i <= right / this.size; i++)
      for (let j = Math.floor(top / this.size); j <= bottom / this.size; j++) yield `${i} ${j}`;
  }
  // Whether no box of another owner is met that weighs less than `over`.
  isFree(boxes, owner, over = Infinity) {
    return boxes.every((box) => [...this.#keys(box)].every((key) => (this.#cells.get(key) ?? []).every(
      ([other, whose, weight]) => whose === owner || weight >= over || box[0] >= other[2] || other[0] >= box[2] || box[1] >= other[3] || other[1] >= box[3])));
  }
  take(boxes, owner, weight = NAME) {
    for (const box of boxes) for (const key of this.#keys(box)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key).push([box, owner, weight]);
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
// What tells namesakes apart stands on a row of its own.
function lines(text) {
  const rows = [];
  for (const word of text.split(/\s+/)) {
    const last = rows.at(-1);
    if (last !== undefined && !word.startsWith("(") && (last + " " + word).length <= 20) rows[rows.length - 1] = last + " " + word;
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

// Where the names of nodes stand, by their boxes.
let placed = [];
const TOUCHING = 2, APART = 3;
const weightOf = (node) => node.size / kinds.get(node.kind).scale / swell;
const isStrong = (node) => weightOf(node) > 22;

function placeNodeLabel(context, node, room, unit, { forced = false, important = false }) {
  const bold = isStrong(node) || forced;
  const far = Math.min(1, Math.max(0.9, network.getScale() / 0.7));
  const size = (11.5 + Math.min(weightOf(node) / 8, 3.5)) * far * unit;
  const rows = lines(node.name);
  const width = Math.max(...rows.map((row) => widthOf(context, row, size, bold, node.described))) + 2 * unit;
  const spots = spotsAround(node, width, rows.length * size * 1.18, node.size + TOUCHING * unit);
  const free = (among, over) => among.find((box) => room.isFree([box], node.id, over));
  const clear = free(spots);
  const afar = () => free(spotsAfar(node, width, rows.length * size * 1.18, unit), WEAK);
  const box = clear ?? (important || forced ? free(spots, WEAK) ?? afar() : undefined) ?? (forced ? spots[0] : undefined);
  if (!box) return;
  room.take([box], node.id);
  placed.push({ id: node.id, box, rows, font: font(size, bold, node.described), height: size * 1.18, isOver: !clear, colour: node.described && !forced ? "quiet" : "ink" });
}
// Names that have to lie over other nodes come last, and theirs comes to the top with a dark border: one sees whose it is.
function drawNodeLabels(context, unit) {
  const ordered = [...placed].sort((one, other) => one.isOver - other.isOver);
  for (const { id, box, isOver } of ordered) if (isOver) {
    lead(context, nodes.get(id).place, box, unit);
    ring(context, id);
  }
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { box, rows, height, colour, ...label } of ordered) {
    context.font = label.font;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2 - ((rows.length - 1) / 2) * height];
    rows.forEach((row, i) => halo(context, row, x, y + i * height, unit, tone(colour)));
  }
}
function lead(context, { x, y }, [left, top, right, bottom], unit) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom));
  context.lineWidth = 1.4 * unit;
  context.strokeStyle = tone("ink");
  context.stroke();
}
function ring(context, id) {
  const worn = network.body.nodes[id];
  const { color, borderWidth } = worn.options;
  Object.assign(worn.options, { color: { ...color, border: tone("ink") }, borderWidth: 2 });
  worn.draw(context);
  Object.assign(worn.options, { color, borderWidth });
}
// The boxes that a name may stand in, the best first: under its node, above it, beside it, a little aside.
function spotsAround({ place: { x, y } }, width, height, gap) {
  const middles = [
    [x, y + gap + height / 2], [x, y - gap - height / 2],
    [x + gap + width / 2, y], [x - gap - width / 2, y],
    ...[0.3, -0.3].flatMap((aside) => [1, -1].map((down) => [x + aside * width, y + down * (gap + height / 2)])),
  ];
  return middles.map(([cx, cy]) => [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2]);
}
// Farther off, all around it; a line leads there.
function spotsAfar({ place: { x, y }, size }, width, height, unit) {
  return [26, 44, 66].flatMap((far) => Array.from({ length: 12 }, (_, i) => {
    const [dx, dy] = [Math.cos(i * Math.PI / 6), Math.sin(i * Math.PI / 6)];
    const [cx, cy] = [x + dx * (size + far * unit + width / 2), y + dy * (size + far * unit + height / 2)];
    return [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
  }));
}
function drawEdgeLabel(context, edge, room, unit, forced) {
  const size = 11 * unit;
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  const loop = edge.from === edge.to;
  const free = Math.hypot(from.place.x - to.place.x, from.place.y - to.place.y) - from.size - to.size - 14 * unit;
  if (!forced && !loop && free < Math.min(edge.words.length, 40) * size * NARROW) return;
  const text = edge.count > 1 ? `${edge.words} ×${edge.count}` : edge.words;
  const shown = text.length > 40 ? text.slice(0, 39) + "…" : text;
  const width = widthOf(context, shown, size, false) + 6 * unit;
  if (!forced && !loop && free < width - 6 * unit) return;
  const at = curve(edge);
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
  const controls = ["#bar", "#chips", "#time", "#legend", "#zoom", "#grip"].map((id) => document.querySelector(id).getBoundingClientRect());
  const strips = [[-400, 0, 0, own.height], [own.width, 0, own.width + 400, own.height], [0, -100, own.width, 0], [0, own.height, own.width, own.height + 100]];
  return [...strips, ...controls.filter((box) => box.width && box.height).map((box) => [box.left - own.left, box.top - own.top, box.right - own.left, box.bottom - own.top])].map(([left, top, right, bottom]) => {
    const [from, to] = [network.DOMtoCanvas({ x: left, y: top }), network.DOMtoCanvas({ x: right, y: bottom })];
    return [from.x, from.y, to.x, to.y];
  });
}

function drawLabels(context) {
  const unit = pixel();
  placed = [];
  const room = new Room(60 * unit);
  const shown = byStrength;
  const lit = (node) => !focus || focus.nodes.has(node.id);
  const few = Math.min(12, roomy() / 25) + shown.length / 80;
  const important = new Set(shown.filter((node, i) => i < few || (isStrong(node) && i < roomy() / 4)));
  for (const node of shown.filter(lit)) {
    const { x, y } = node.place;
    const r = node.size + APART * unit;
    room.take([[x - r, y - r, x + r, y + r]], node.id, important.has(node) ? STRONG : WEAK);
  }
  for (const box of covered()) room.take([box], "controls");
  // Of very many only the strongest are named from afar, the more the nearer one looks.
  const most = MANY / 4 + (network.getScale() / 0.6) ** 2 * shown.length;
  const named = new Set(shown.length > MANY ? shown.slice(0, most) : shown);
  const chosen = (item) => item.id === focus?.id || item.id === hover;
  for (const node of shown) if (chosen(node)) placeNodeLabel(context, node, room, unit, { forced: true });
  for (const node of shown) if (!chosen(node) && lit(node) && (focus || named.has(node))) placeNodeLabel(context, node, room, unit, { important: important.has(node) });
  const drawn = edgesShown.filter((edge) => (!focus || focus.edges.has(edge.id) || edge.id === hover));
  for (const edge of drawn) if (chosen(edge)) drawEdgeLabel(context, edge, room, unit, true);
  drawn.sort((a, b) => b.count - a.count);
  for (const edge of drawn) if (!chosen(edge)) drawEdgeLabel(context, edge, room, unit, false);
  drawNodeLabels(context, unit);
}
