// Shows a refused answer (409, 422, 403) in place when it is a page of the same kind, and leaves
// the form alone, with what was typed, when it is not: a lost login, a proxy's error page.
const trouble = (answer) => document.dispatchEvent(
  new CustomEvent("plumbline:trouble", { detail: answer }),
);

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (xhr.status < 400) return;
  const isOurs = Boolean(target.id) && xhr.responseText.includes(`id="${target.id}"`);
  event.detail.shouldSwap = isOurs;
  event.detail.isError = !isOurs;
  if (!isOurs) trouble(xhr);
});
document.addEventListener("htmx:sendError", () => trouble(0));
document.addEventListener("htmx:timeout", () => trouble(0));
