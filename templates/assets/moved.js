// An old address leads on to the same place of the page, which a refresh by the browser alone would forget.
const link = document.querySelector("[data-moved]");
if (link && location.hash) {
  location.replace(link.href + location.hash);
}
