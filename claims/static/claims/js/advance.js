// Decide and go on: the next claim of the list is fetched ahead, so that after a decision it is on
// the screen as soon as the decision is confirmed. Without this script the server redirects there.
const FRESH = 30_000; // milliseconds for which a page that was fetched ahead is shown
const QUIET = 250; // milliseconds after which the next page is fetched

let ahead = null; // { url, html, at }
let isSending = false; // a decision is on its way: a second press is the same one

const address = (url) => { const { pathname, search } = new URL(url, location.href); return pathname + search; };

async function fetchAhead() {
  const link = document.querySelector("[data-prefetch]");
  if (!link || (ahead && ahead.url === address(link.href))) return;
  ahead = null;
  const url = address(link.href);
  try {
    const answer = await fetch(url, { headers: { "Plumbline-Purpose": "prefetch" } });
    if (answer.ok && !answer.redirected) ahead = { url, html: await answer.text(), at: Date.now() };
    link.dataset.prefetch = "done";
  } catch { /* The way on is still there, only slower. */ }
}

function soon() {
  setTimeout(() => ("requestIdleCallback" in window ? requestIdleCallback(fetchAhead) : fetchAhead()), QUIET);
}

const isAtHand = (url) => ahead && ahead.url === address(url) && Date.now() - ahead.at < FRESH;

// The bar stays when a claim's page is changed: its count of the inbox follows.
function recount(waiting) {
  const link = document.querySelector('[data-goto="inbox"]');
  if (!link || waiting === undefined) return;
  const mark = link.querySelector(".count") ?? document.createElement("span");
  mark.className = "count";
  mark.textContent = waiting;
  if (waiting === "0") mark.remove();
  else link.append(" ", mark);
}

// Put a claim's page in the place of the present one; `notices` is what just happened.
function show(html, url, { notices = "", push = true } = {}) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.getElementById("workspace");
  const here = document.getElementById("workspace");
  if (!fresh || !here) return false;
  if (notices) {
    const told = new DOMParser().parseFromString(notices, "text/html").getElementById("notices");
    if (told) fresh.querySelector("#notices")?.replaceWith(told);
  }
  const node = document.adoptNode(fresh);
  here.replaceWith(node);
  recount(node.querySelector("#notices")?.dataset.inbox);
  document.title = page.title;
  if (push) history.pushState({ htmx: true }, "", url);
  window.htmx?.process(node);
  node.dispatchEvent(new CustomEvent("htmx:afterSettle", { bubbles: true, detail: { elt: node } }));
  window.scrollTo(0, 0);
  (node.querySelector("[data-autofocus]") ?? node.querySelector("#claim-title"))?.focus();
  const told = node.querySelector("#notices .notice, #notices .toast__text")?.innerText ?? "";
  const claim = node.querySelector("#claim-title")?.textContent ?? "";
  document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: `${told} ${claim}`.trim() }));
  return true;
}

async function send(form, submitter) {
  if (isSending) return;
  isSending = true;
  try {
    await decide(form, submitter);
  } finally {
    isSending = false;
  }
}

async function decide(form, submitter) {
  const link = document.querySelector("[data-prefetch]");
  const has = link && isAtHand(link.href) ? address(link.href) : "";
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: new FormData(form, submitter), headers: { "Plumbline-Has": has },
    });
  } catch {
    document.dispatchEvent(new CustomEvent("plumbline:trouble", { detail: 0 }));
    return;
  }
  form.dispatchEvent(new CustomEvent("plumbline:sent", { bubbles: true, detail: answer.ok }));
  const html = await answer.text();
  if (answer.ok) await goOn(answer.headers.get("Plumbline-Next"), html);
  else if (!show(html, answer.url, { push: false })) {
    document.dispatchEvent(new CustomEvent("plumbline:trouble", { detail: answer }));
  }
}

async function goOn(onward, notices) {
  const page = ahead;
  ahead = null;
  if (notices && page) {
    show(page.html, onward, { notices });
    return;
  }
  if (new URL(onward, location.href).pathname.startsWith(document.body.dataset.claims)) {
    const answer = await fetch(onward);
    if (answer.ok && show(await answer.text(), onward)) return;
  }
  location.assign(onward);
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const moves = form.dataset.movesOn;
  if (moves === undefined || (moves && submitter?.value !== moves)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  send(form, submitter);
}, { capture: true });

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-prefetch]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !isAtHand(link.href)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const page = ahead;
  ahead = null;
  show(page.html, link.href);
}, { capture: true });

soon();
document.addEventListener("htmx:afterSettle", soon);
