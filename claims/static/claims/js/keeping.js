// No typed word is lost: what stands in a form[data-keeps] is kept in this browser until it was
// sent, and offered again afterwards. Secrets and files are not kept.
const WAIT = 300; // milliseconds of rest before the form is kept
const RECENT = 60_000; // milliseconds in which a page that thanks for a form may follow it
const OLDEST = 30 * 24 * 3600 * 1000; // milliseconds after which a kept form is thrown away
// The desk writes English days as the server does: day, month, year.
const LANGUAGE = document.documentElement.lang.replace(/^en$/, "en-GB");
const prefix = `plumbline:${document.body.dataset.person}:`;
const timers = new WeakMap();

const nameOf = (form) => prefix + form.dataset.keeps;
const isKept = (field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type);

function valuesOf(form) {
  const values = {};
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.checked) (values[field.name] ??= []).push(field.value);
    } else values[field.name] = [field.value];
  }
  return values;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function read(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}

function keep(form) {
  const values = valuesOf(form);
  if (same(values, form.initial ?? {})) return;
  localStorage.setItem(nameOf(form), JSON.stringify({ values, at: Date.now() }));
}

function forget(form) {
  clearTimeout(timers.get(form));
  localStorage.removeItem(nameOf(form));
  form.initial = valuesOf(form);
}

function restore(form, values) {
  for (const field of form.elements) {
    if (!isKept(field) || !(field.name in values || field.type === "checkbox")) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = (values[field.name] ?? []).includes(field.value);
    } else field.value = values[field.name][0] ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// What is kept differs from what the page shows: the person decides which one stays.
function offer(form, kept) {
  const pattern = document.getElementById("kept-pattern");
  if (!pattern || form.querySelector("[data-kept]")) return;
  const notice = pattern.content.firstElementChild.cloneNode(true);
  notice.querySelector("time").textContent = new Date(kept.at).toLocaleString(LANGUAGE, { dateStyle: "medium", timeStyle: "short" });
  notice.querySelector("[data-put-back]").addEventListener("click", () => {
    restore(form, kept.values);
    notice.remove();
  });
  notice.querySelector("[data-discard]").addEventListener("click", () => {
    forget(form);
    notice.remove();
  });
  form.prepend(notice);
  const details = form.closest("details");
  if (details) details.open = true;
}

function watch(form) {
  if (form.watched) return;
  form.watched = true;
  form.initial = valuesOf(form);
  const kept = read(nameOf(form));
  if (kept && Date.now() - kept.at > OLDEST) localStorage.removeItem(nameOf(form));
  else if (kept && !same(kept.values, form.initial) && !form.querySelector("[role=alert]")) offer(form, kept);
}

function watchAll(root) {
  if (root.matches?.("form[data-keeps]")) watch(root);
  for (const form of root.querySelectorAll?.("form[data-keeps]") ?? []) watch(form);
}

// A form that was sent with a whole new page is forgotten only when that page says it was done.
function settleSent() {
  const isDone = document.querySelector('.notice[data-tone="positive"]');
  for (const name of Object.keys(localStorage).filter((key) => key.startsWith(prefix))) {
    const kept = read(name);
    if (isDone && kept?.sentAt && Date.now() - kept.sentAt < RECENT) localStorage.removeItem(name);
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("form[data-keeps]")) return;
  form.wasSent = false;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), WAIT));
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-keeps]")) return;
  clearTimeout(timers.get(form));
  keep(form);
  const kept = read(nameOf(form));
  if (kept) localStorage.setItem(nameOf(form), JSON.stringify({ ...kept, sentAt: Date.now() }));
  form.wasSent = true;
}, { capture: true });
document.addEventListener("htmx:afterRequest", (event) => {
  // The answer may have taken the form's place already: what was asked tells which it was.
  const form = event.detail.requestConfig.elt.closest("form[data-keeps]");
  // A refused form counts as a success to htmx, since its page is shown: what it held is kept.
  if (form && event.detail.xhr.status < 400) forget(form);
});
document.addEventListener("plumbline:sent", (event) => {
  if (event.detail && event.target.matches("form[data-keeps]")) forget(event.target);
});
document.addEventListener("plumbline:saved", (event) => forget(event.target));
window.addEventListener("pagehide", () => {
  // What was just sent is kept as such: the page that follows says whether it was done.
  for (const form of document.querySelectorAll("form[data-keeps]")) if (form.watched && !form.wasSent) keep(form);
});

settleSent();
watchAll(document);
document.addEventListener("htmx:afterSettle", (event) => watchAll(event.target));
