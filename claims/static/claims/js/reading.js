// Brings the current claim into view in its own pane, without moving the page.
function show(root) {
  for (const pane of root.querySelectorAll?.("[data-reading]") ?? []) {
    const here = pane.querySelector("[data-current]");
    if (!here || pane.scrollHeight <= pane.clientHeight) continue;
    const offset = here.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += offset - pane.clientHeight / 3;
  }
}
show(document);
document.addEventListener("htmx:afterSettle", (event) => show(event.target));
