// The index: buckets, each an index of Pagefind, asked as one. What is found does not depend on how many there are.
import { ROOT } from "./search-shown.js";

const HOME = new URL("pagefind/", ROOT);
const PROGRAM = new URL("program/", HOME);
const ROOTS = 3; // letters that a word has in common at least with one that is found instead of it
const LAST = "\u{10ffff}";

let buckets = [];
let probe; // an index of next to nothing: it tells to which stems words are reduced

async function fetched(path, options) {
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}

// Read numbers, texts and lists in CBOR, https://www.rfc-editor.org/rfc/rfc8949: Pagefind keeps its words in it.
function read(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts = new TextDecoder();
  let at = 0;
  function argument(short) {
    if (short < 24) return short;
    const start = at;
    at += 2 ** (short - 24);
    if (short === 24) return view.getUint8(start);
    if (short === 25) return view.getUint16(start);
    return short === 26 ? view.getUint32(start) : Number(view.getBigUint64(start));
  }
  function item() {
    const first = view.getUint8(at);
    at += 1;
    const [type, value] = [first >> 5, argument(first & 31)];
    if (type === 0) return value;
    if (type === 1) return -1 - value;
    if (type === 4) return Array.from({ length: value }, item);
    if (type !== 3) throw new Error(`type ${type} in the search index`);
    at += value;
    return texts.decode(bytes.subarray(at - value, at));
  }
  return item();
}

// Take the files of an archive apart: a line that names them with their sizes, then their contents.
function unpacked(bytes) {
  let at = bytes.indexOf(10) + 1;
  const sizes = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at)));
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, bytes.subarray(at, (at += size))]),
  );
}

const bucketOf = (Instance) =>
  class extends Instance {
    words = new Map(); // by word, the numbers of the pages that have it
    packs = new Map();
    fault = null;

    static async open(head, ranking) {
      const answer = await fetched(head);
      const bucket = new this({ basePath: new URL(".", head).pathname, ranking });
      bucket.files = unpacked(bucket.decompress(new Uint8Array(await answer.arrayBuffer())));
      return bucket;
    }

    async start(options) {
      await super.init(document.documentElement.lang.toLowerCase(), options);
      const [, pages, chunks] = read(this.searchMeta);
      [this.pages, this.chunks] = [pages.length, chunks];
    }

    // Pagefind asks for files one by one. Those of the head are here, and the program is shared.
    async throttledFetch(url) {
      const name = url.slice(this.basePath.length).split("?")[0];
      if (Object.hasOwn(this.files, name)) return new Response(this.files[name]);
      try {
        return await fetched(name.startsWith("wasm.") ? new URL(name, PROGRAM) : url);
      } catch (error) {
        this.fault = error; // Pagefind would go on without what is missing
        throw error;
      }
    }

    decompress(data, file = "") {
      const found = super.decompress(data, file);
      if (file.endsWith(".pf_index")) {
        for (const [word, pages] of read(found)[0]) {
          let page = 0;
          this.words.set(word, pages.map(([further]) => (page += further)));
        }
      }
      return found;
    }

    // Load all words that begin as the stem does, and those that the stem begins with.
    async prepare(stem) {
      const roots = Array.from({ length: stem.length }, (_, at) => stem.slice(0, at + 1)).slice(ROOTS - 1);
      const due = this.chunks.filter(
        ([from, to]) =>
          (from <= stem + LAST && stem <= to) || roots.some((root) => from <= root && root <= to),
      );
      await Promise.all(due.map(([, , chunk]) => super.loadChunk(chunk)));
    }

    // What is due has been loaded; Pagefind alone would load the whole index where there are filters and no words.
    async loadChunk() {}

    // Say how much of a stem the words of this bucket have, all of it or the root of some, and on how many pages.
    near(stem) {
      let [reach, found] = [0, []];
      for (const [word, pages] of this.words) {
        const isRoot = word.length >= ROOTS && stem.startsWith(word);
        const shared = word.startsWith(stem) ? Infinity : isRoot ? word.length : 0;
        if (shared > reach) [reach, found] = [shared, []];
        if (shared && shared === reach) found.push(...pages);
      }
      return { reach, pages: new Set(found).size };
    }

    async record(id, words) {
      const [pack, at] = id.split(".");
      if (!this.packs.has(pack)) this.packs.set(pack, this.pack(pack));
      const found = (await this.packs.get(pack))[at];
      return { ...found, locations: words };
    }

    async pack(name) {
      const answer = await fetched(`${this.basePath}fragment/${name}.pf_fragment`);
      return JSON.parse(new TextDecoder().decode(this.decompress(new Uint8Array(await answer.arrayBuffer()))));
    }
  };

// Lay the program and the heads of all buckets ready.
export async function open(ranking) {
  const [{ PagefindInstance }, answer] = await Promise.all([
    import(new URL("pagefind.js", PROGRAM)),
    fetched(new URL("list/buckets.json", HOME), { cache: "no-cache" }),
  ]);
  const Bucket = bucketOf(PagefindInstance);
  const heads = (await answer.json()).map((head) => new URL(`buckets/${head}`, HOME));
  const start = async () => {
    const made = await Bucket.open(new URL("probe.pf_head", PROGRAM));
    await made.start({ load_wasm: true });
    await made.enterPlaygroundMode();
    return made;
  };
  [probe, ...buckets] = await Promise.all([start(), ...heads.map((head) => Bucket.open(head, ranking))]);
  await Promise.all(buckets.map((bucket) => bucket.start({ load_wasm: false })));
}

function added(all) {
  const sums = {};
  for (const counts of all) {
    for (const [filter, values] of Object.entries(counts)) {
      const sum = (sums[filter] ??= {});
      for (const [value, count] of Object.entries(values)) sum[value] = (sum[value] ?? 0) + count;
    }
  }
  return sums;
}

export const filters = async () => added(await Promise.all(buckets.map((bucket) => bucket.filters())));

// How much it says of a page that it has a word, as Pagefind reckons (Okapi BM25).
const rarity = (having, all) => Math.log(1 + (all - having + 0.5) / (having + 0.5));

// Load what a word that was typed needs, and say of each of its stems how near each bucket comes to it.
async function near(word) {
  const stems = (await probe.search(word)).search_keywords ?? [];
  await Promise.all(buckets.flatMap((bucket) => stems.map((stem) => bucket.prepare(stem))));
  return stems.map((stem) => {
    const found = buckets.map((bucket) => bucket.near(stem));
    const most = Math.max(0, ...found.map(({ reach }) => reach));
    const pages = found.reduce((sum, each) => sum + (each.reach === most ? each.pages : 0), 0);
    return { found, most, pages };
  });
}

// Say what to ask which buckets, and how much the answers of each count. A word that is nowhere is left out. Pagefind,
// where it does not find a word, goes without it or back to its root, which no bucket may do where another has it; and
// it takes a word for rare that is rare in its bucket.
async function plan(words) {
  const isExact = /^".+"$/.test(words);
  const typed = isExact ? [words] : words.split(/\s+/);
  const all = await Promise.all(typed.map(async (word) => ({ word, stems: await near(word) })));
  const known = all.filter(({ stems }) => stems.length && stems.every(({ most }) => most));
  const stems = known.flatMap((each) => each.stems);
  const total = buckets.reduce((sum, { pages }) => sum + pages, 0);
  const worth = (of) => stems.reduce((sum, stem) => sum + of(stem), 0);
  const asked = buckets.flatMap((bucket, at) => {
    if (!stems.length || stems.some(({ found, most }) => found[at].reach !== most)) return [];
    const here = worth(({ found }) => rarity(found[at].pages, bucket.pages));
    return [{ bucket, weight: isExact ? 1 : worth(({ pages }) => rarity(pages, total)) / here }];
  });
  return { text: known.map(({ word }) => word).join(" "), asked };
}

// Return what was found, best or newest first, and how often each value of a filter is among it. Words may be null.
export async function search(words, filters, newest) {
  const all = { text: null, asked: buckets.map((bucket) => ({ bucket, weight: 1 })) };
  const { text, asked } = words ? await plan(words) : all;
  const found = await Promise.all(asked.map(({ bucket }) => bucket.search(text, { filters })));
  for (const { fault } of buckets) if (fault) throw fault;
  const results = found.flatMap(({ results }, at) =>
    results.map(({ id, score, words }) => {
      const day = id.slice(id.lastIndexOf(".") + 1);
      const { bucket, weight } = asked[at];
      return { id, score: score * weight, day, data: () => bucket.record(id, words) };
    }),
  );
  const byDay = (a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);
  const byName = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  results.sort((a, b) => (newest ? 0 : b.score - a.score) || byDay(a, b) || byName(a, b));
  return { results, counts: added(found.map(({ totalFilters }) => totalFilters)) };
}
