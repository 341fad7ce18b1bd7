// The suggestions below the field: WAI-ARIA Authoring Practices, editable combobox with list autocomplete.
import { ROOT, element, find, standing, title } from "./search-shown.js";

const input = find("words");
const list = find("hits");
let active = -1; // the suggestion that the arrow keys stand on

export function close() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  choose(-1);
}

function choose(number) {
  active = number;
  for (const [at, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(at === number));
  if (number < 0) input.removeAttribute("aria-activedescendant");
  else {
    input.setAttribute("aria-activedescendant", list.children[number].id);
    list.children[number].scrollIntoView({ block: "nearest" });
  }
}

// A suggestion names what was found, with its status and no words of a quote: those stand in the results, where there
// is room for their caveats.
function option({ meta, url: address }, number) {
  const made = element("li", { id: `_search_hit_${number}`, className: `s-${meta.status}` });
  made.setAttribute("role", "option");
  made.dataset.address = new URL(address, ROOT).href;
  made.append(element("span", { className: "title" }, title(meta)));
  if (meta.by) made.append(element("span", { className: "by" }, meta.by));
  for (const line of standing(meta, meta.standing)) {
    made.append(element("span", { className: line.className }, ...line.childNodes));
  }
  return made;
}

function open() {
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
}

export function suggest(found) {
  list.replaceChildren(...found.map(option));
  choose(-1);
  if (found.length && document.activeElement === input) open();
  else close();
}

function onKey(event, settle) {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const last = list.children.length - 1;
  if (list.hidden) {
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
      event.preventDefault();
      open();
      choose(event.key === "ArrowDown" ? 0 : last);
    } else if (event.key === "Enter") settle();
    return;
  }
  // Home, End and the side arrows belong to the text; they leave the list.
  if (event.key === "ArrowDown") choose(active < last ? active + 1 : 0);
  else if (event.key === "ArrowUp") choose(active > 0 ? active - 1 : last);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter") {
    if (active >= 0) location.assign(list.children[active].dataset.address);
    else settle();
  } else {
    if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) choose(-1);
    return;
  }
  event.preventDefault();
}

// Follow the keyboard and the pointer; `settle` is called for Enter without a suggestion.
export function follow(settle) {
  input.addEventListener("keydown", (event) => onKey(event, settle));
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) location.assign(chosen.dataset.address);
  });
}
