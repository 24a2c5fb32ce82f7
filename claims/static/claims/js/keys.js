// Single keys for the acts of the page: <body data-keymap> names them, elements with data-act
// carry them out. Keys rest while a field has the focus; Escape leaves the field.
const PAUSE = 1200; // milliseconds in which the second key of a pair has to follow
const GOES_TO = { go_queue: "queue", go_board: "board", go_inbox: "inbox", go_articles: "articles", go_reports: "reports" };
// One key, several acts: the first that is on the page is meant.
const SHARED = {
  take: ["take", "release", "take_over"],
  mark_duplicate: ["same", "mark_duplicate"],
  tell_apart: ["not_same"],
};
const FOCUSES = { rationale: "#verdict-rationale_field textarea", comment: "#comments textarea", history: "#history", search: "#bar-search" };
const STANCES = { for: "supports", against: "contradicts", context: "context" };

const keymap = JSON.parse(document.body.dataset.keymap || "null");
const actOf = new Map(Object.entries(keymap ?? {}).map(([act, key]) => [key.toUpperCase(), act]));
const starts = new Set([...actOf.keys()].filter((key) => key.includes(" ")).map((key) => key[0]));
let first = "";
let firstAt = 0;

const isField = (element) => element.matches?.(
  "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])",
);

const isThere = (element) => element && element.checkVisibility() && !element.disabled;

// Of several buttons for one act, the one beside the focus counts, else the first.
function find(act) {
  const beside = document.activeElement?.closest("[data-twin]");
  for (const name of SHARED[act] ?? [act]) {
    const selector = `[data-act="${name}"]`;
    const element = [...beside?.querySelectorAll(selector) ?? [], ...document.querySelectorAll(selector)].find(isThere);
    if (element) return element;
  }
  return null;
}

function open(summary) {
  const details = summary.parentElement;
  details.open = true;
  const field = details.querySelector("input:not([type=hidden]), textarea, select, [data-confirm]");
  field?.focus();
  details.scrollIntoView({ block: "nearest" });
}

function press(element) {
  if (element.matches("summary")) open(element);
  else element.click();
}

function focus(selector) {
  const element = document.querySelector(selector);
  if (!isThere(element)) return false;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  return true;
}

function takeStance(act) {
  const opener = find("evidence");
  const radio = document.querySelector(`#add-evidence input[name=stance][value=${STANCES[act]}]`);
  if (!opener || !radio) return false;
  open(opener);
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  radio.focus();
  return true;
}

function carryOut(act) {
  if (act in GOES_TO) {
    const link = document.querySelector(`[data-goto="${GOES_TO[act]}"]`);
    link?.click();
    return Boolean(link);
  }
  if (act in STANCES) return takeStance(act);
  if (act in FOCUSES) return focus(FOCUSES[act]);
  if (act === "sheet") {
    document.getElementById("key-sheet")?.showModal();
    return true;
  }
  const handled = !document.dispatchEvent(
    new CustomEvent("plumbline:act", { detail: act, cancelable: true }),
  );
  if (handled) return true;
  const element = find(act);
  if (element) press(element);
  return Boolean(element);
}

// A digit chooses among the reasons of an open panel, else a rating.
function choose(digit) {
  const panel = document.querySelector("details.act[open] form");
  const reasons = panel ? [...panel.querySelectorAll("input[data-digits]")] : [];
  const radios = reasons.length ? reasons : [...document.querySelectorAll("#draft input[name=rating]")];
  const radio = radios[digit - 1];
  if (!isThere(radio)) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  radio.focus();
  if (!reasons.length) return true;
  const note = panel.querySelector("textarea");
  const needsNote = note?.required || radio.value === "other";
  if (needsNote) note.focus();
  else panel.requestSubmit();
  return true;
}

function pressed(event) {
  const sign = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const pair = first && Date.now() - firstAt < PAUSE ? `${first} ${sign}` : "";
  first = "";
  if (pair && actOf.has(pair)) return carryOut(actOf.get(pair));
  if (starts.has(sign)) {
    [first, firstAt] = [sign, Date.now()];
    return true;
  }
  if (/^[1-9]$/.test(sign)) return choose(Number(sign));
  return actOf.has(sign) ? carryOut(actOf.get(sign)) : false;
}

function submitDraft(event) {
  const form = event.target.closest?.("form") ?? document.getElementById("draft");
  const button = form?.querySelector('[data-act="submit"]') ?? form?.querySelector("[type=submit]");
  if (!isThere(button)) return false;
  // A press, and not requestSubmit: only that tells htmx which button it was.
  button.click();
  return true;
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    if (submitDraft(event)) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && isField(event.target)) {
    event.target.blur();
    document.getElementById("claim-head")?.focus();
    return;
  }
  if (isField(event.target) || event.target.closest?.("dialog[open]")) return;
  if (pressed(event)) event.preventDefault();
}

// The caps on the buttons show the person's own keys.
function draw(root) {
  for (const element of root.querySelectorAll?.("[data-act]") ?? []) {
    const name = Object.keys(SHARED).find((act) => SHARED[act].includes(element.dataset.act)) ?? element.dataset.act;
    const cap = element.querySelector(".key");
    const key = keymap[name];
    if (!cap || !key || cap.textContent === key) continue;
    cap.textContent = key;
    element.setAttribute("aria-keyshortcuts", key.replace("Ctrl", "Control"));
  }
}

if (keymap) {
  document.addEventListener("keydown", onKey);
  draw(document);
  document.addEventListener("htmx:afterSettle", (event) => draw(event.target));
}
