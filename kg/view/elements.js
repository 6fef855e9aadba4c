// Elements built of text only, so that nothing an article says can be more than text.

function el(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") element.addEventListener("click", value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}
const button = (on, options, ...children) => el("button", { type: "button", on, ...options }, ...children);
// As toLocaleString("en") writes numbers, which has to load what it knows of languages first.
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
const many = (count, one, more) => `${grouped(count)} ${count === 1 ? one : more}`;

const OUTLINES = {
  dot: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z",
  square: "M3 3h10v10H3Z",
  diamond: "M8 1.5L14.5 8L8 14.5L1.5 8Z",
  triangle: "M8 2L14.5 13.5H1.5Z",
  triangleDown: "M8 14L1.5 2.5H14.5Z",
  star: "M8 1l2 4.7 5.1.4-3.9 3.3 1.2 5L8 11.7l-4.4 2.7 1.2-5L.9 6.1 6 5.7Z",
  hexagon: "M4.6 2h6.8L14.9 8l-3.5 6H4.6L1.1 8Z",
};
function drawing(attributes, width = 16) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of Object.entries({ width, height: 16, viewBox: `0 0 ${width} 16`, "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}
const swatch = (kind) => drawing({ d: OUTLINES[kind.shape], fill: kind.colour });
const swatchOf = (iri) => nodes.has(iri) && swatch(kinds.get(nodes.get(iri).kind));

const MONTHS = "January February March April May June July August September October November December".split(" ");
function day(time) {
  return time.split("/").map((part) => {
    const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(part) ?? [];
    if (!year) return part;
    return [date && Number(date), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
  }).join(" – ");
}
function link(url, text) {
  let address = null;
  try { address = new URL(url); } catch { return text; }
  if (!["http:", "https:"].includes(address.protocol)) return text;
  return el("a", { href: address.href, rel: "noopener noreferrer", target: "_blank" }, text);
}
