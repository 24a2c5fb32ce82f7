// A box that completes names is called by what was chosen in it, which is nothing at first: let the
// label of its field name it, and what was chosen follow.
// Django makes these boxes when jQuery is ready, and is asked in the same way, later.
window.django?.jQuery?.(() => {
  for (const label of document.querySelectorAll("label[for]")) {
    const chosen = document.getElementById(`select2-${label.htmlFor}-container`);
    if (!chosen) continue;
    label.id ||= `${label.htmlFor}-label`;
    chosen.setAttribute("aria-labelledby", label.id);
    chosen.closest("[role=combobox]")?.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
  }
});
