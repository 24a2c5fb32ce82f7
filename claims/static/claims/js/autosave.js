// Saves a form[data-draft] to the server while it is being written. What could not be saved stays
// in the form and in this browser, and is sent when the way is free again.
const REST = 1200; // milliseconds without a key press before the draft is sent
const AGAIN = 5000; // milliseconds before another try
let timer = null;
let isSending = false;
let isWaiting = false;
let pressed = null; // the button that was pressed while a save was under way
let isShutOut = false; // the login is known to be missing: nothing is sent until it is back

const draft = () => document.querySelector("form[data-draft]");

// state: "saved", "kept" (in this browser alone) or "refused".
function say(form, state, text) {
  const place = form.querySelector("[data-saved]");
  if (!place) return;
  place.dataset.saved = state;
  place.textContent = text;
}

function later(after = REST) {
  clearTimeout(timer);
  timer = setTimeout(save, after);
}

async function save() {
  const form = draft();
  if (!form) return;
  if (isShutOut) { say(form, "kept", form.dataset.sayKept); return; }
  if (isSending) { isWaiting = true; return; }
  isSending = true;
  try {
    await send(form);
  } finally {
    isSending = false;
    if (pressed) pressAgain(form);
    else if (isWaiting) later();
    [pressed, isWaiting] = [null, false];
  }
}

// A press, and not requestSubmit: only that tells htmx which button it was.
function pressAgain(form) {
  if (pressed.isConnected) pressed.click();
  else form.requestSubmit();
}

async function send(form) {
  const words = form.dataset;
  const body = new FormData(form);
  body.set("then", "autosave");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
  } catch {
    say(form, "kept", words.sayOffline);
    return later(AGAIN);
  }
  if (answer.ok) return took(form, await answer.json());
  if (answer.status === 401 || answer.headers.get("Content-Type") !== "application/json") {
    say(form, "kept", words.sayKept);
    document.dispatchEvent(new CustomEvent("plumbline:trouble", { detail: answer }));
    if (answer.status >= 500) later(AGAIN);
    return;
  }
  const { error } = await answer.json();
  say(form, "refused", error);
  document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: error }));
}

function took(form, saved) {
  form.elements.version.value = saved.version;
  say(form, "saved", saved.sentence);
  const list = document.getElementById("checklist");
  if (list) list.innerHTML = saved.checklist;
  if (!isWaiting) form.dispatchEvent(new CustomEvent("plumbline:saved", { bubbles: true }));
}

document.addEventListener("input", (event) => { if (event.target.form?.matches("form[data-draft]")) later(); });
document.addEventListener("change", (event) => { if (event.target.form?.matches("form[data-draft]")) later(); });
// A press on a button while a save is under way waits for it: the two would refuse each other.
// Listened to on the window, so that this comes before whatever else sends the form.
window.addEventListener("submit", (event) => {
  clearTimeout(timer);
  if (!isSending || !event.target.matches("form[data-draft]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  pressed = event.submitter;
}, { capture: true });
document.addEventListener("plumbline:shut-out", () => { isShutOut = true; });
document.addEventListener("plumbline:back", () => {
  isShutOut = false;
  if (draft()) later(0);
});
