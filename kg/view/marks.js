// What stands under and on the lines: soft hulls around groups, crosses on what is denied.

const HUES = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#8A8F98"];

// A group's ground is one stroke, broad and round, along the lines inside it; so it holds nobody else.
function drawGroups(context) {
  if (!state.groups) return;
  for (const group of data.groups.keys()) {
    const inside = byStrength.filter((node) => node.group === group);
    if (inside.length < 3) continue;
    context.beginPath();
    for (const node of inside) {
      context.moveTo(node.place.x, node.place.y);
      context.lineTo(node.place.x + 0.1, node.place.y);
      for (const edge of node.lines) {
        const other = nodes.get(edge.to);
        if (edge.from !== node.id || other.group !== group) continue;
        context.moveTo(node.place.x, node.place.y);
        context.lineTo(other.place.x, other.place.y);
      }
    }
    context.save();
    context.lineCap = context.lineJoin = "round";
    context.lineWidth = 84 * Math.sqrt(swell);
    context.globalAlpha = 0.15;
    context.strokeStyle = HUES[group % HUES.length];
    context.stroke();
    context.restore();
  }
}

function drawCrosses(context) {
  context.save();
  context.lineCap = "round";
  context.setLineDash([]);
  for (const edge of edgesShown) {
    if (!edge.denied) continue;
    const at = curve(edge);
    const { x, y } = at(0.72);
    const r = 6 * Math.sqrt(swell);
    context.globalAlpha = !focus || focus.edges.has(edge.id) ? 1 : 0.1;
    for (const [colour, width] of [[tone("paper"), 6], [tone("denied"), 2.4]]) {
      context.beginPath();
      context.moveTo(x - r, y - r);
      context.lineTo(x + r, y + r);
      context.moveTo(x + r, y - r);
      context.lineTo(x - r, y + r);
      context.lineWidth = width * Math.sqrt(swell);
      context.strokeStyle = colour;
      context.stroke();
    }
  }
  context.restore();
}
