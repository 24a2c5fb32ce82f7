// Shows a refused answer (409, 422, 403) in place when it is a page of the same kind, and leaves
// the form alone, with what was typed, when it is not: a lost login, a proxy's error page.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target } = event.detail;
  if (xhr.status < 400) return;
  const isOurs = target.id && xhr.responseText.includes(`id="${target.id}"`);
  event.detail.shouldSwap = isOurs;
  event.detail.isError = !isOurs;
  if (!isOurs) tell(xhr.status);
});

document.addEventListener("htmx:sendError", () => tell(0));
document.addEventListener("htmx:timeout", () => tell(0));

function tell(status) {
  const kind = status === 401 || status === 403 ? "login" : status === 0 ? "offline" : "failed";
  const notice = document.getElementById(`trouble-${kind}`);
  if (!notice) return;
  for (const other of document.querySelectorAll("[data-trouble]")) other.hidden = other !== notice;
  notice.focus();
  document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: notice.innerText.trim() }));
}

document.addEventListener("htmx:afterSwap", () => {
  for (const notice of document.querySelectorAll("[data-trouble]")) notice.hidden = true;
});
