// A login that ran out or a form that is too old: say so, keep what was typed, and mend the forms
// with a fresh token once the same person is logged in again in another tab.
//
// "plumbline:trouble" says what came back instead of an answer: a response, an XMLHttpRequest, or 0
// for no connection. "plumbline:shut-out" asks everybody to send nothing until "plumbline:back".
const ASK = 5000; // milliseconds between two looks while the login is missing
const person = Number(document.body.dataset.person);
let asking = null;
let mendedAt = -Infinity;

const notice = (kind) => document.getElementById(`trouble-${kind}`);

// The desk marks what a fresh login or a fresh token mends; any other refusal stays one.
function kindOf(answer) {
  if (answer === 0 || answer.status === 0) return "offline";
  const mark = "Plumbline-Trouble";
  const said = answer.headers ? answer.headers.get(mark) : answer.getResponseHeader(mark);
  return said === "login" || said === "token" ? "login" : "failed";
}

function tell(answer) {
  const kind = kindOf(answer);
  for (const other of document.querySelectorAll("[data-trouble]")) other.hidden = other.id !== `trouble-${kind}`;
  const shown = notice(kind);
  if (kind === "login") {
    document.dispatchEvent(new CustomEvent("plumbline:shut-out"));
    // A browser that keeps no token is refused again at once: look no faster than now and then.
    lookIn(performance.now() - mendedAt < ASK ? ASK : 0);
  }
  if (!shown) return;
  // The hand stays where it writes; the live region says what happened.
  if (!document.activeElement?.matches("textarea, input, select")) shown.focus();
  document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: shown.innerText }));
}

function lookIn(milliseconds) {
  clearTimeout(asking);
  asking = setTimeout(look, milliseconds);
}

async function look() {
  clearTimeout(asking);
  try {
    const answer = await fetch(document.body.dataset.session, { cache: "no-store" });
    if (answer.ok) {
      const { person: who, token } = await answer.json();
      if (who === person) return mend(token);
    }
  } catch { /* Still off line: look again below. */ }
  if (!notice("login")?.hidden) lookIn(ASK);
}

function mend(token) {
  mendedAt = performance.now();
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token;
  for (const shown of document.querySelectorAll("[data-trouble]")) shown.hidden = true;
  document.dispatchEvent(new CustomEvent("plumbline:back"));
}

document.addEventListener("plumbline:trouble", (event) => tell(event.detail));
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && notice("login") && !notice("login").hidden) look();
});
window.addEventListener("online", () => {
  if (notice("offline")) notice("offline").hidden = true;
  document.dispatchEvent(new CustomEvent("plumbline:back"));
});
window.addEventListener("offline", () => tell(0));
