// The lines between nodes: thousands are drawn in a few strokes, a batch for each look, and found under the pointer.

const DASHES = { actual: [], planned: [8, 5], required: [8, 4, 2, 4], possible: [2, 4], conditional: [2, 4] };
const BATCH = 120;
const near = (a, b, t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

// What is one pixel on the screen, seen from no nearer than life-size: lines and names stay readable from afar.
const pixel = () => 1 / Math.min(Math.max(network.getScale(), 0.05), 1.05);

// Where a line runs, bent at `mid`; from a node to itself it is a loop at its upper right.
function course(edge) {
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
  const [a, b] = [from.place, to.place];
  if (from === to) {
    const r = 13 * Math.sqrt(swell);
    return { loop: { x: a.x + 0.72 * (from.size + r * 0.7), y: a.y - 0.72 * (from.size + r * 0.7), r } };
  }
  const mid = { x: (a.x + b.x) / 2 - (b.y - a.y) * edge.bend, y: (a.y + b.y) / 2 + (b.x - a.x) * edge.bend };
  return { a, b, mid, tip: to.size };
}
function curve(edge) {
  const { a, b, mid, loop } = course(edge);
  if (loop) return (t) => ({ x: loop.x + loop.r * Math.cos(2 * Math.PI * (t - 0.625)), y: loop.y + loop.r * Math.sin(2 * Math.PI * (t - 0.625)) });
  return (t) => near(near(a, mid, t), near(mid, b, t), t);
}
// How far along a line its arrow begins, so that its tip touches the border of the node.
function until(at, b, distance) {
  let left = 0.5;
  for (let i = 0; i < 5; i++) {
    const { x, y } = at(1 - left);
    left = Math.min(0.9, left * distance / Math.max(Math.hypot(b.x - x, b.y - y), 1e-6));
  }
  return 1 - left;
}

function look(edge, unit, faint) {
  const isOne = edge.id === focus?.id || edge.id === hover;
  const width = (Math.min(1.3 + 0.55 * Math.log2(Math.max(edge.count, 1)), 4) * (edge.isSaid ? 0.6 : 1) + (isOne ? 1.2 : 0)) * unit;
  const isLit = !focus || focus.edges.has(edge.id);
  const colour = tone(edge.denied ? "denied" : edge.id === hover ? "ink" : "edge");
  return { width, colour, alpha: isLit ? (focus || isOne ? 1 : faint) : 0.1, dashes: DASHES[edge.modality].map((part) => part * unit), isLit };
}
// Of very many lines each is fainter from afar, so that the busiest stand out.
function faintness(count) {
  const closeness = Math.min(1, network.getScale() / 0.6);
  return Math.max(Math.min(1, Math.sqrt(900 / Math.max(count, 1))), closeness ** 2);
}

function drawLines(context) {
  const unit = pixel();
  // Of thousands, those that are not lit would only be a grey ground.
  const drawn = edgesShown.filter(inSight()).filter((edge) => !isHeavy || !focus || focus.edges.has(edge.id));
  const faint = faintness(drawn.length);
  const batches = new Map();
  for (const edge of drawn) {
    const style = look(edge, unit, faint);
    const key = `${style.isLit} ${style.alpha} ${style.colour} ${Math.round(style.width / unit * 4)} ${style.dashes.join()}`;
    if (!batches.has(key)) batches.set(key, { style, edges: [] });
    batches.get(key).edges.push(edge);
  }
  const hasHeads = faint > 0.45 && drawn.length < 1.5 * roomy();
  context.save();
  context.lineCap = "butt";
  for (const { style, edges: some } of [...batches.values()].sort((one, other) => one.style.isLit - other.style.isLit)) {
    Object.assign(context, { globalAlpha: style.alpha, strokeStyle: style.colour, fillStyle: style.colour, lineWidth: style.width });
    for (let i = 0; i < some.length; i += BATCH) drawBatch(context, some.slice(i, i + BATCH), style, unit, hasHeads || (focus && style.isLit));
  }
  context.restore();
}
function drawBatch(context, some, { width, dashes }, unit, hasHeads) {
  const heads = [];
  context.setLineDash(dashes);
  context.beginPath();
  for (const edge of some) {
    const { a, b, mid, tip, loop } = course(edge);
    if (loop) {
      context.moveTo(loop.x + loop.r, loop.y);
      context.arc(loop.x, loop.y, loop.r, 0, 2 * Math.PI);
      continue;
    }
    context.moveTo(a.x, a.y);
    if (!edge.arrows || !hasHeads) {
      context.quadraticCurveTo(mid.x, mid.y, b.x, b.y);
      continue;
    }
    const at = (t) => near(near(a, mid, t), near(mid, b, t), t);
    const long = 5 * unit + 2 * width;
    const start = until(at, b, tip + unit + long);
    const base = at(start);
    const first = near(a, mid, start);
    context.quadraticCurveTo(first.x, first.y, base.x, base.y);
    heads.push([base, at(until(at, b, tip + unit)), 1.9 * unit + 0.75 * width]);
  }
  context.stroke();
  if (!heads.length) return;
  context.setLineDash([]);
  context.beginPath();
  for (const [base, point, half] of heads) {
    const far = Math.hypot(point.x - base.x, point.y - base.y) || 1;
    const [dx, dy] = [(point.x - base.x) / far * half, (point.y - base.y) / far * half];
    context.moveTo(point.x, point.y);
    context.lineTo(base.x - dy, base.y + dx);
    context.lineTo(base.x + dy, base.y - dx);
    context.closePath();
  }
  context.fill();
}

// Whether something of a line may lie in the window, with room for bends and loops.
function inSight() {
  const room = 120;
  const from = network.DOMtoCanvas({ x: -room, y: -room });
  const to = network.DOMtoCanvas({ x: canvas.clientWidth + room, y: canvas.clientHeight + room });
  return (edge) => {
    const [a, b] = [nodes.get(edge.from).place, nodes.get(edge.to).place];
    return Math.max(a.x, b.x) > from.x && Math.min(a.x, b.x) < to.x && Math.max(a.y, b.y) > from.y && Math.min(a.y, b.y) < to.y;
  };
}

// The line under a point of the picture, the nearest of those no more than a few pixels away.
function lineAt(point) {
  let [found, least] = [null, 8 / network.getScale()];
  for (const edge of edgesShown) {
    const { a, b, mid, loop } = course(edge);
    if (loop ? Math.hypot(point.x - loop.x, point.y - loop.y) > loop.r + least : isBeside(point, [a, b, mid], least)) continue;
    const at = curve(edge);
    for (let i = 0; i < STEPS_ALONG; i++) {
      const far = toSegment(point, at(i / STEPS_ALONG), at((i + 1) / STEPS_ALONG));
      if (far < least) [found, least] = [edge.id, far];
    }
  }
  return found;
}
const STEPS_ALONG = 16;
const isBeside = (point, corners, room) => ["x", "y"].some((axis) =>
  corners.every((corner) => corner[axis] < point[axis] - room) || corners.every((corner) => corner[axis] > point[axis] + room));
function toSegment(point, a, b) {
  const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const t = long ? Math.max(0, Math.min(1, ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / long)) : 0;
  const foot = near(a, b, t);
  return Math.hypot(point.x - foot.x, point.y - foot.y);
}
