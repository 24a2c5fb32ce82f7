// Saves a form[data-draft] to the server while it is being written. What could not be saved stays
// in the form and in this browser, and is sent when the way is free again.
const REST = 1200; // milliseconds without a key press before the draft is sent
const AGAIN = 5000; // milliseconds before another try
let timer = null;
let isSending = false;
let isWaiting = false;

const draft = () => document.querySelector("form[data-draft]");
const say = (form, text) => { const place = form.querySelector("[data-saved]"); if (place) place.textContent = text; };

function later(after = REST) {
  clearTimeout(timer);
  timer = setTimeout(save, after);
}

async function save() {
  const form = draft();
  if (!form) return;
  if (isSending) { isWaiting = true; return; }
  isSending = true;
  try {
    await send(form);
  } finally {
    isSending = false;
    if (isWaiting) { isWaiting = false; later(); }
  }
}

async function send(form) {
  const words = form.dataset;
  const body = new FormData(form);
  body.set("then", "autosave");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  } catch {
    say(form, words.sayOffline);
    return later(AGAIN);
  }
  if (answer.ok) return took(form, await answer.json());
  if (answer.status === 401 || answer.headers.get("Content-Type") !== "application/json") {
    say(form, words.sayKept);
    document.dispatchEvent(new CustomEvent("plumbline:trouble", { detail: answer.status }));
    return;
  }
  const { error } = await answer.json();
  say(form, error);
  document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: error }));
}

function took(form, saved) {
  form.elements.version.value = saved.version;
  say(form, saved.sentence);
  const list = document.getElementById("checklist");
  if (list) list.innerHTML = saved.checklist;
  if (!isWaiting) form.dispatchEvent(new CustomEvent("plumbline:saved", { bubbles: true }));
}

document.addEventListener("input", (event) => { if (event.target.form?.matches("form[data-draft]")) later(); });
document.addEventListener("change", (event) => { if (event.target.form?.matches("form[data-draft]")) later(); });
document.addEventListener("submit", () => clearTimeout(timer), { capture: true });
document.addEventListener("plumbline:back", () => { if (draft()) later(0); });
