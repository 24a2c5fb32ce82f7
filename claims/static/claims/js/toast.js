// A [data-toast] can be closed, and goes by itself once its time to undo is over;
// it stays while the pointer or the focus rests on it.
const AFTER = 500; // milliseconds past the last second, so that a late press is not cut off

function watch(toast) {
  if (toast.dataset.watched) return;
  toast.dataset.watched = "yes";
  const dismiss = toast.querySelector("[data-dismiss]");
  if (dismiss) {
    dismiss.hidden = false;
    dismiss.addEventListener("click", () => toast.remove());
  }
  const seconds = Number(toast.dataset.seconds);
  if (!seconds) return;
  const leave = () => {
    if (toast.matches(":hover, :focus-within")) setTimeout(leave, AFTER);
    else toast.remove();
  };
  setTimeout(leave, seconds * 1000 + AFTER);
}

function watchAll(root) {
  if (root.matches?.("[data-toast]")) watch(root);
  for (const toast of root.querySelectorAll?.("[data-toast]") ?? []) watch(toast);
}
watchAll(document);
document.addEventListener("htmx:afterSettle", (event) => watchAll(event.target));
document.addEventListener("htmx:oobAfterSwap", (event) => watchAll(event.target));
