// Brings the current claim into view in its own pane, without moving the page, and goes from claim
// to claim in the order of the text.
function show(root) {
  for (const pane of root.querySelectorAll?.("[data-reading]") ?? []) {
    const here = pane.querySelector("[data-current]");
    if (!here || pane.scrollHeight <= pane.clientHeight) continue;
    const offset = here.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += offset - pane.clientHeight / 3;
  }
}

function step(by) {
  const lit = [...document.querySelectorAll("#text a.lit")];
  const order = [...new Set(lit.map((link) => link.dataset.claim))];
  const current = lit.find((link) => "current" in link.dataset)?.dataset.claim;
  const next = order[order.indexOf(current) + by];
  if (!next || (current === undefined && by < 0)) return false;
  lit.find((link) => link.dataset.claim === next).click();
  return true;
}

show(document);
document.addEventListener("htmx:afterSettle", (event) => show(event.target));
document.addEventListener("plumbline:act", (event) => {
  const by = { next_here: 1, previous_here: -1 }[event.detail];
  if (by && step(by)) event.preventDefault();
});
