// Copies a quote with its status, its day and every caveat: the text stands in the button. Without JavaScript there is
// no button.
for (const button of document.querySelectorAll("[data-copy], [data-copy-of]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = button.dataset.copy ?? document.getElementById(button.dataset.copyOf).innerText.trim();
    const said = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = button.dataset.done;
    } catch {
      said.textContent = button.dataset.failed;
    }
  });
}
