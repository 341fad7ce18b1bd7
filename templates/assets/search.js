// The search page: what is asked stands in its fields and in its address; the index answers.
import * as index from "./search-index.js";
import { close, follow, suggest } from "./search-hints.js";
import { element, find, icon, page, result, say } from "./search-shown.js";

const SUGGESTIONS = 6;
const PAGE = 10;
const ALIKE = 0.6; // of the letters of a word that was typed: the rest may be an ending
const VALUES = 8; // values of a filter that stand open
const PAUSE = 150; // milliseconds after a key before the index is asked
// Titles count most; what all results share (status, caveats) says little about any of them.
const WEIGHTS = {
  title: 3,
  by: 1,
  of: 0.5,
  answers: 0.5,
  date: 0.5,
  publisher: 0.5,
  caveats: 0.2,
  standing: 0.2,
  badge: 0.2,
  reason: 0.2,
  ours: 0.2,
  marks: 0.2,
  what: 0,
  status: 0,
};

const input = find("words");
const filters = find("filters");
const groups = [...filters.querySelectorAll("[data-group]")];

let loading; // the promise of the index, once somebody needs it: the page itself is light
let asked = 0; // the number of the last question: an older answer is not shown
let results = [];
let shown = 0;

// ---- what is asked: the fields of the page, and the address, which carries the same

function chosen() {
  const found = {};
  for (const group of groups) {
    const values = [...group.querySelectorAll("input:checked")].map((box) => box.value);
    if (values.length) found[group.dataset.group] = values;
  }
  return found;
}

const order = () => filters.querySelector("[name=_search_order]:checked").value;
const setOrder = (value) => (filters.querySelector(`[name=_search_order][value="${value}"]`).checked = true);

function toAddress(keep) {
  const parameters = new URLSearchParams();
  if (input.value.trim()) parameters.set("q", input.value.trim());
  for (const [name, values] of Object.entries(chosen())) for (const value of values) parameters.append(name, value);
  if (order()) parameters.set("order", order());
  const address = `${location.pathname}${parameters.size ? "?" : ""}${parameters}`;
  if (address === location.pathname + location.search) return;
  history[keep ? "pushState" : "replaceState"](null, "", address);
}

const toField = () => (input.value = new URLSearchParams(location.search).get("q") ?? "");

function toFilters() {
  const parameters = new URLSearchParams(location.search);
  for (const group of groups) {
    const values = parameters.getAll(group.dataset.group);
    for (const box of group.querySelectorAll("input")) {
      box.checked = values.includes(box.value);
      if (box.checked) box.closest("details.more")?.setAttribute("open", "");
    }
  }
  setOrder(parameters.get("order") === "date" ? "date" : "");
}

// ---- filters

function choice(group, value) {
  const box = element("input", { type: "checkbox", value });
  const number = element("span", { className: "count" });
  if (group !== "status") return element("label", {}, box, element("span", {}, value), number);
  const name = page.querySelector(`[data-status="${CSS.escape(value)}"]`)?.dataset.label ?? value;
  return element("label", { className: `s-${value}` }, box, icon(value), element("span", {}, name), number);
}

function inOrder(group, counts) {
  const values = Object.keys(counts);
  const known = [...page.querySelectorAll("[data-label]")].map((each) => each.dataset.status);
  if (group === "status") return values.sort((a, b) => known.indexOf(a) - known.indexOf(b));
  if (group === "year") return values.sort().reverse();
  return values.sort((a, b) => counts[b] - counts[a] || a.localeCompare(b));
}

function offer(all) {
  for (const group of groups) {
    const counts = all[group.dataset.group] ?? {};
    const choices = inOrder(group.dataset.group, counts).map((value) => choice(group.dataset.group, value));
    group.hidden = !choices.length;
    group.append(...choices.slice(0, VALUES));
    if (choices.length > VALUES) {
      const summary = element("summary", {}, say("others", { n: choices.length - VALUES }));
      group.append(element("details", { className: "more" }, summary, ...choices.slice(VALUES)));
    }
  }
}

function count(found) {
  for (const group of groups) {
    for (const label of group.querySelectorAll("label")) {
      const number = found?.[group.dataset.group]?.[label.firstChild.value] ?? 0;
      label.lastChild.textContent = ` ${number}`;
    }
  }
  const number = Object.values(chosen()).flat().length;
  const summary = filters.querySelector("summary");
  summary.dataset.plain ??= summary.textContent;
  summary.textContent = number ? say("chosen", { n: number }) : summary.dataset.plain;
}

// ---- results

// Show the next results, and return the first of them.
async function show() {
  const question = asked;
  const more = await Promise.all(results.slice(shown, shown + PAGE).map((each) => each.data()));
  if (question !== asked) return null;
  const made = more.map(result);
  if (!shown) find("found").replaceChildren();
  find("found").append(...made);
  shown += made.length;
  const rest = Math.min(PAGE, results.length - shown);
  find("more").hidden = rest <= 0;
  find("more").textContent = rest > 0 ? say("more", { n: rest }) : "";
  return made[0];
}

// ---- asking

// Lay the index and its filters ready; only then can filters be chosen.
function load() {
  loading ??= (async () => {
    await index.open({ termSimilarity: 3, metaWeights: WEIGHTS });
    const all = await index.filters();
    offer(all);
    toFilters();
    count(all);
    filters.open = matchMedia("(min-width: 62rem)").matches;
    reveal(filters);
  })();
  return loading;
}

async function ask({ keep = false, hints = false } = {}) {
  asked += 1;
  const question = asked;
  await load();
  if (question !== asked) return;
  toAddress(keep);
  const words = input.value.trim();
  const picked = chosen();
  const any = Object.fromEntries(Object.entries(picked).map(([name, values]) => [name, { any: values }]));
  const found = await index.search(words || null, any, Boolean(order()));
  const counts = words ? found.counts : await index.filters();
  if (question !== asked) return;
  count(counts);
  shown = 0;
  const isIdle = !words && !Object.keys(picked).length && !order();
  results = isIdle ? [] : found.results;
  find("without").hidden = !isIdle;
  find("results").hidden = isIdle;
  await show();
  if (question !== asked) return;
  find("said").textContent = isIdle ? "" : announce(words);
  if (hints && words) suggest(await Promise.all(results.slice(0, SUGGESTIONS).map((each) => each.data())));
  else close();
}

// Where no word begins as one that was typed does, Pagefind goes back to the letters that some word shares with it.
function near(words) {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const text = plain(find("found").textContent);
  const missing = (word) => !text.includes(plain(word).slice(0, Math.max(3, Math.ceil(word.length * ALIKE))));
  return words.split(/[^\p{L}\p{N}]+/u).filter((word) => word && missing(word));
}

function announce(words) {
  if (!results.length) return say("nothing");
  const strange = near(words);
  const counted = say("count", { n: results.length, shown });
  return strange.length ? `${say("near", { words: strange.join(", ") })} ${counted}` : counted;
}

let waiting;

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(() => run(ask({ hints: true })), PAUSE);
}

// Enter without a suggestion: the words are settled, and the way back leads to what was asked before.
function settle() {
  clearTimeout(waiting);
  close();
  run(ask({ keep: true }));
}

// What would not work any more goes; whoever stood in it is led to the reason.
function fail(error) {
  console.error(error);
  const hadFocus = page.contains(document.activeElement);
  page.removeAttribute("role");
  for (const name of ["field", "filters", "answer"]) {
    find(name).hidden = true;
    find(name).classList.remove("waiting");
  }
  find("without").hidden = false;
  find("why").textContent = say("failed");
  find("why").tabIndex = -1;
  if (hadFocus) find("why").focus();
}

async function run(work) {
  try {
    await work;
  } catch (error) {
    fail(error);
  }
}

async function more() {
  const first = await show();
  find("said").textContent = say("shown", { n: shown });
  first?.querySelector("a").focus();
}

function clear() {
  for (const box of filters.querySelectorAll("input:checked")) box.checked = false;
  setOrder("");
  run(ask({ keep: true }));
}

function reveal(part) {
  part.hidden = false;
  part.classList.remove("waiting");
}

function start() {
  toField();
  input.addEventListener("focus", () => run(load()), { once: true });
  input.addEventListener("input", later);
  follow(settle);
  filters.addEventListener("change", () => run(ask({ keep: true })));
  find("clear").addEventListener("click", clear);
  find("more").addEventListener("click", () => run(more()));
  addEventListener("popstate", () => {
    toField();
    toFilters();
    run(ask());
  });
  page.setAttribute("role", "search");
  reveal(find("field"));
  reveal(find("answer"));
  if (!location.search) return;
  find("without").hidden = true; // results are on their way
  run(ask());
}

start();
