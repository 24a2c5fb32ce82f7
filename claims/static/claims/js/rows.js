// A list under the hands: J and K go from row to row, Enter opens, V chooses for the bulk bar;
// filters apply as they are changed.
const rows = () => [...document.querySelectorAll("[data-row]")];
const linkOf = (row) => row.querySelector("h2 a, .card__title a, th a, a");
const boxOf = (row) => row.querySelector('input[type="checkbox"][name="claim"]');

function step(by) {
  const all = rows();
  if (!all.length) return false;
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, here < 0 && by < 0 ? all.length - 1 : here + by))];
  linkOf(next)?.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("plumbline:act", (event) => {
  const by = { next: 1, previous: -1 }[event.detail];
  if (by && step(by)) event.preventDefault();
  if (event.detail === "choose") {
    const box = rows().find((row) => row.contains(document.activeElement));
    if (box && boxOf(box)) { boxOf(box).click(); event.preventDefault(); }
  }
});

function count() {
  const chosen = document.querySelectorAll('input[name="claim"]:checked').length;
  const shown = document.querySelector("[data-chosen]");
  const bar = document.querySelector(".bulkbar");
  if (!shown || !bar) return;
  shown.textContent = String(chosen);
  shown.hidden = chosen === 0;
  if (chosen > 0) bar.open = true;
  for (const button of bar.querySelectorAll("button[name=verb]")) button.disabled = chosen === 0;
}

// A dismissal without its reason does not leave the page: what is chosen and typed stays.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".bulkbar button[name=verb]");
  const reason = button?.form.elements.reason;
  if (reason) reason.required = button.value === "dismiss";
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.(".bulkbar input[name=note]")) return;
  event.preventDefault();
  event.target.form.querySelector('button[name=verb][value="dismiss"]').click();
});

for (const part of document.querySelectorAll("[data-choose-all], [data-choose-all-label]")) part.hidden = false;
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-choose-all]")) {
    for (const row of rows()) if (boxOf(row)) boxOf(row).checked = event.target.checked;
  }
  count();
  const filters = event.target.closest?.("form[data-autosubmit]");
  if (filters && event.target.matches("select, input[type=checkbox]")) filters.requestSubmit();
});
count();
