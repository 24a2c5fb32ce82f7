// Says in the live region what changed: the text of [data-announce] in any part that HTMX
// swaps in, and whatever another script sends as a "plumbline:announce" event.
const announcer = document.getElementById("announcer");

function announce(text) {
  if (!announcer || !text) return;
  announcer.textContent = "";
  // Two identical sentences in a row are read only if the region was empty in between.
  requestAnimationFrame(() => { announcer.textContent = text; });
}

document.addEventListener("plumbline:announce", (event) => announce(event.detail));
document.addEventListener("htmx:afterSettle", (event) => {
  const said = event.target.matches?.("[data-announce]")
    ? event.target
    : event.target.querySelector?.("[data-announce]");
  if (said) announce(said.dataset.announce || said.textContent.trim());
});

// The summary of a refused form takes the focus, so that it is read and its links are next.
function focusSummary(root) {
  root.querySelector?.("[data-autofocus]")?.focus();
}
focusSummary(document);
document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.target));
