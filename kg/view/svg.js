// A drawing context that writes SVG, so that the saved picture is drawn by the same strokes as the one on screen.

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const short = (number) => Math.round(number * 100) / 100;

// Programs that know no rgba() read a colour and its opacity apart.
function inked(colour, kind, alpha) {
  const [, ...parts] = /^rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)$/.exec(colour) ?? [];
  if (!parts.length) return `${kind}="${escaped(colour)}" ${kind}-opacity="${short(alpha)}"`;
  const sign = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  return `${kind}="#${sign}" ${kind}-opacity="${short(alpha * Number(parts[3]))}"`;
}

class SvgContext {
  #parts = [];
  #path = "";
  #matrix = new DOMMatrix();
  #kept = [];
  #dashes = [];
  fillStyle = "#000"; strokeStyle = "#000"; lineWidth = 1; lineCap = "butt"; lineJoin = "miter";
  globalAlpha = 1; font = "10px sans-serif"; textAlign = "start"; textBaseline = "alphabetic";

  constructor(canvas) { this.canvas = canvas; }
  save() {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    this.#kept.push([this.#matrix, this.#dashes, { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline }]);
  }
  restore() {
    if (!this.#kept.length) return;
    const [matrix, dashes, style] = this.#kept.pop();
    [this.#matrix, this.#dashes] = [matrix, dashes];
    Object.assign(this, style);
  }
  translate(x, y) { this.#matrix = this.#matrix.translate(x, y); }
  scale(x, y) { this.#matrix = this.#matrix.scale(x, y); }
  rotate(angle) { this.#matrix = this.#matrix.rotate(angle * 180 / Math.PI); }
  setTransform() {}
  clearRect() {}
  setLineDash(dashes) { this.#dashes = [...dashes]; }
  getLineDash() { return this.#dashes; }
  measureText(text) {
    const ruler = this.canvas.getContext("2d");
    ruler.save();
    ruler.font = this.font;
    const measured = ruler.measureText(text);
    ruler.restore();
    return measured;
  }

  beginPath() { this.#path = ""; }
  closePath() { if (this.#path) this.#path += "Z"; }
  #go(sign, ...numbers) { this.#path += `${this.#path || sign === "M" ? sign : "M"}${numbers.map(short).join(" ")}`; }
  moveTo(x, y) { this.#go("M", x, y); }
  lineTo(x, y) { this.#go("L", x, y); }
  quadraticCurveTo(...points) { this.#go("Q", ...points); }
  bezierCurveTo(...points) { this.#go("C", ...points); }
  rect(x, y, width, height) { this.#path += `M${[x, y].map(short).join(" ")}h${short(width)}v${short(height)}h${short(-width)}Z`; }
  arc(x, y, r, start, end, isBack = false) {
    const turn = isBack ? start - end : end - start;
    const at = (angle) => [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    this.#go(this.#path ? "L" : "M", ...at(start));
    const sweep = isBack ? -1 : 1;
    const angle = Math.abs(turn) >= 2 * Math.PI - 1e-6 ? 2 * Math.PI : ((turn % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
    for (const part of [0.5, 1]) this.#go("A", r, r, 0, 0, isBack ? 0 : 1, ...at(start + sweep * angle * part));
  }

  #transform() {
    const { a, b, c, d, e, f } = this.#matrix;
    return `transform="matrix(${[a, b, c, d, e, f].map((number) => Math.round(number * 1e4) / 1e4).join(" ")})"`;
  }
  #stroking() {
    return `${inked(this.strokeStyle, "stroke", this.globalAlpha)} stroke-width="${short(this.lineWidth)}" stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"`;
  }
  stroke() {
    const dashes = this.#dashes.length ? ` stroke-dasharray="${this.#dashes.join(" ")}"` : "";
    if (this.#path && this.lineWidth) this.#parts.push(`<path d="${this.#path}" fill="none" ${this.#stroking()}${dashes} ${this.#transform()}/>`);
  }
  fill(outline = this.#path) { if (outline) this.#parts.push(`<path d="${outline}" ${inked(this.fillStyle, "fill", this.globalAlpha)} ${this.#transform()}/>`); }
  fillRect(x, y, width, height) { this.beginPath(); this.rect(x, y, width, height); this.fill(); }
  #text(text, x, y, paint) {
    const anchor = { center: "middle", right: "end", end: "end" }[this.textAlign] ?? "start";
    const line = this.textBaseline === "middle" ? "central" : "auto";
    const [, slant, weight, size] = /^(italic )?(?:(\d+) )?([\d.]+)px/.exec(this.font) ?? [, "", "400", "12"];
    this.#parts.push(`<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" dominant-baseline="${line}" font-size="${size}" font-weight="${weight ?? 400}"${slant ? ' font-style="italic"' : ""} ${paint} ${this.#transform()}>${escaped(text)}</text>`);
  }
  fillText(text, x, y) { this.#text(text, x, y, inked(this.fillStyle, "fill", this.globalAlpha)); }
  strokeText(text, x, y) { this.#text(text, x, y, `fill="none" ${this.#stroking()}`); }

  document(width, height, title, ground) {
    return [`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(tone("text"))}">`,
      `<title>${escaped(title)}</title>`, `<rect width="100%" height="100%" fill="${ground}"/>`, ...this.#parts, "</svg>", ""].join("\n");
  }
}
