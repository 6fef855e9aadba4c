// Saved files: what is on screen as a picture, and what is seen as data.

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
const fileName = (ending) => `${heading.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60).toLowerCase() || "graph"}.${ending}`;

// Has vis-network draw the picture once into another context.
function drawnInto(context, prepare) {
  const own = network.canvas.getContext;
  const fit = network.canvas.setTransform;
  network.canvas.getContext = () => context;
  network.canvas.setTransform = prepare;
  try { network.renderer._redraw(); } finally {
    network.canvas.getContext = own;
    network.canvas.setTransform = fit;
  }
  network.redraw();
}

// A saved picture has no page around it: its heading and legend are drawn on it.
function drawKey(context) {
  const say = (text, x, y, size, colour, weight = 450) => {
    context.font = `${weight} ${size}px ${tone("text")}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  const limits = [...document.querySelectorAll("#chips span.chip")].map((chip) => chip.firstChild.textContent);
  say(heading.length > 90 ? `${heading.slice(0, 89)}…` : heading, 24, 34, 20, tone("ink"), 650);
  say([many(byStrength.length, "entity", "entities"), ...limits].join(" · ").slice(0, 160), 24, 58, 13, tone("quiet"));
  let x = 24;
  for (const kind of data.kinds.filter((one) => byStrength.some((node) => node.kind === one.kind))) {
    const y = canvas.clientHeight - 28;
    context.save();
    context.translate(x, y - 8);
    context.fillStyle = kind.colour;
    context.fill(context instanceof SvgContext ? OUTLINES[kind.shape] : new Path2D(OUTLINES[kind.shape]));
    context.restore();
    say(kind.label, x + 23, y, 13, tone("ink"));
    x += 47 + widthOf(context, kind.label, 13, false);
  }
}

function picturePng(times = 3) {
  const copy = el("canvas", { width: canvas.clientWidth * times, height: canvas.clientHeight * times });
  const context = copy.getContext("2d");
  drawnInto(context, () => context.setTransform(times, 0, 0, times, 0, 0));
  context.setTransform(times, 0, 0, times, 0, 0);
  drawKey(context);
  context.globalCompositeOperation = "destination-over";
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = tone("paper");
  context.fillRect(0, 0, copy.width, copy.height);
  return new Promise((resolve) => copy.toBlob(resolve, "image/png"));
}
function pictureSvg() {
  const context = new SvgContext(document.querySelector("#canvas canvas"));
  drawnInto(context, () => {});
  drawKey(context);
  return context.document(canvas.clientWidth, canvas.clientHeight, heading, tone("paper"));
}

const SAVERS = {
  png: async () => save(fileName("png"), await picturePng()),
  svg: () => save(fileName("svg"), new Blob([pictureSvg()], { type: "image/svg+xml" })),
  ttl: () => save(fileName("ttl"), new Blob([turtle()], { type: "text/turtle" })),
  link: () => copyLink(),
};
async function copyLink() {
  const status = document.getElementById("status");
  try {
    await navigator.clipboard.writeText(location.href);
    status.textContent = "Address copied";
  } catch {
    status.textContent = "The address is in the browser's address bar";
  }
  document.querySelector("[data-save=link]").textContent = status.textContent;
}
for (const control of document.querySelectorAll("[data-save]"))
  control.addEventListener("click", () => SAVERS[control.dataset.save]());
