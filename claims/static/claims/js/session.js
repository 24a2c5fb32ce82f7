// A login that ran out or a form that is too old: say so, keep what was typed, and mend the forms
// with a fresh token once the same person is logged in again in another tab.
const ASK = 5000; // milliseconds between two looks while the login is missing
const person = Number(document.body.dataset.person);
let asking = null;

const notice = (kind) => document.getElementById(`trouble-${kind}`);

function tell(status) {
  const kind = status === 401 || status === 403 ? "login" : status === 0 ? "offline" : "failed";
  for (const other of document.querySelectorAll("[data-trouble]")) other.hidden = other.id !== `trouble-${kind}`;
  const shown = notice(kind);
  if (!shown) return;
  shown.focus();
  document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: shown.innerText }));
  if (kind === "login") look();
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
  if (!notice("login")?.hidden) asking = setTimeout(look, ASK);
}

function mend(token) {
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
