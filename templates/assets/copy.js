// Copies a quote with its status, its day and every caveat, or how to cite a brief: the text that the browser opens
// below the words "Copy …". Without JavaScript it is there to be copied by hand.
for (const details of document.querySelectorAll("details.copy")) {
  details.querySelector("summary").addEventListener("click", async () => {
    if (details.open) return;
    const said = details.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(details.querySelector(".copied").textContent);
      said.textContent = details.dataset.done;
    } catch {
      said.textContent = details.dataset.failed;
    }
  });
}
