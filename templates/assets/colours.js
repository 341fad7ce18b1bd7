// Remembers the choice of colours from page to page. The choice itself works without JavaScript.
const KEY = "sitegen-colours";
try {
  const input = document.getElementById(`_${localStorage.getItem(KEY)}`);
  if (input) input.checked = true;
} catch {
  // A browser that keeps nothing shows its own colours.
}
for (const input of document.querySelectorAll(".colours input")) {
  input.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, input.value);
    } catch {
      // As above.
    }
  });
}
