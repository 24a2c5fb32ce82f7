// Keeps a claim in the hand of the person who is at work on it: a sign of life now and then, while
// there are signs of life. Tells at once when the claim is no longer theirs.
const EVERY = 60_000; // milliseconds between two signs
let isActive = true;

for (const kind of ["keydown", "pointerdown", "scroll"]) {
  document.addEventListener(kind, () => { isActive = true; }, { passive: true, capture: true });
}

async function beat() {
  const form = document.getElementById("extend-form");
  const shown = document.querySelector("[data-lease][data-mine]");
  if (!form || !shown || !isActive || document.hidden) return;
  isActive = false;
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: new FormData(form), headers: { Accept: "application/json" },
    });
  } catch {
    return;
  }
  if (answer.headers.get("Content-Type") !== "application/json") {
    document.dispatchEvent(new CustomEvent("plumbline:trouble", { detail: answer }));
    return;
  }
  const told = await answer.json();
  const place = shown.querySelector("[data-lease-text]");
  if (place) place.textContent = told.sentence ?? told.error;
  if (!answer.ok) {
    delete shown.dataset.mine;
    document.dispatchEvent(new CustomEvent("plumbline:announce", { detail: told.error }));
  }
}

setInterval(beat, Number(document.body.dataset.beat) || EVERY);
