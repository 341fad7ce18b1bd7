// How the search shows what was found: never without its status and all of its caveats. All of it is built as text:
// nothing that the index holds is ever read as HTML. The words around it come from the page.
const EXTRACT = 80; // words of a line of a result; up to so many, nothing is cut
const LEAD = 20; // words before the first match in an extract

export const ROOT = new URL("..", import.meta.url);
export const find = (id) => document.getElementById(`_search_${id}`);
export const page = document.getElementById("_search");

const spoken = JSON.parse(page.dataset.spoken);
const plural = new Intl.PluralRules(document.documentElement.lang || "en");

export function say(name, slots = {}) {
  const text = spoken[name] ?? spoken[`${name}.${plural.select(slots.n)}`] ?? spoken[`${name}.other`];
  return text.replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
}

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const paragraph = (className, ...children) => element("p", { className }, ...children);
const lines = (text) => (text ? text.split("\n") : []);

export function icon(status) {
  return page.querySelector(`[data-status="${CSS.escape(status)}"] > svg`)?.cloneNode(true) ?? "";
}

// The lines of what was found, as nodes, with the words that match marked; words are counted as Pagefind counts them.
function passages({ content, locations, meta: { ours = "" } }) {
  const matches = new Set(locations);
  const words = content.split(/\s+/);
  const last = ours && content.endsWith(ours) ? words.length - ours.split(/\s+/).length : words.length;
  const lines = [extract(words.slice(0, last), 0, matches), extract(words.slice(last), last, matches)];
  return lines.filter((nodes) => nodes.some(Boolean));
}

function extract(words, first, matches) {
  const found = words.findIndex((_, at) => matches.has(first + at));
  const start = Math.max(0, Math.min(found - LEAD, words.length - EXTRACT));
  const end = Math.min(words.length, start + EXTRACT);
  const pieces = words
    .slice(start, end)
    .flatMap((word, at) => [at ? " " : "", matches.has(first + start + at) ? element("mark", {}, word) : word]);
  const [before, after] = spoken.cut.split("{words}");
  return [start > 0 ? before : "", ...pieces, end < words.length ? after : ""];
}

export const title = (meta) => meta.title ?? meta.of;

// Where the badge of a brief prints a claim, it stands with its caveats alone; "standing" is the status and its day.
export function standing(meta, text) {
  const marks = lines(meta.marks);
  const made = [paragraph("status", icon(meta.status), element("span", {}, text))];
  if (!marks.length) return made;
  return [paragraph("status proposed", icon("proposed"), element("span", {}, marks.join(" · "))), ...made];
}

function caveats(meta, level) {
  if (!meta.caveats) return [];
  const items = lines(meta.caveats).map((line) => element("li", {}, line));
  return [element("div", { className: "caveats" }, element(level, {}, say("caveats")), element("ul", {}, ...items))];
}

export function result(found) {
  const { meta } = found;
  const link = element("a", { href: new URL(found.url, ROOT).href }, title(meta));
  const [words, ...ours] = found.content ? passages(found).map((nodes) => paragraph("", ...nodes)) : [];
  return element(
    "li",
    { className: `result s-${meta.status}` },
    element("h3", {}, link),
    ...standing(meta, meta.badge ?? meta.standing),
    ...(meta.reason ? [paragraph("reason", meta.reason)] : []),
    ...caveats(meta, "h4"),
    ...(words ? [meta.what === "quote" ? element("blockquote", {}, words) : words] : []),
    ...ours,
    ...(meta.by ? [paragraph("by", meta.by)] : []),
    ...lines(meta.answers).map((line) => paragraph("answer", line)),
    paragraph("about", [meta.date, meta.publisher].filter(Boolean).join(" · ")),
  );
}
