// Words selected in an article or in a kept copy: a bar beside them offers what can be done, and
// the forms get the words with their place, in code points of the text.
const bar = document.getElementById("selection-bar");

const codePoints = (text) => [...text].length;

function chosen() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const words = range.toString();
  if (!words.trim()) return null;
  const common = range.commonAncestorContainer;
  const place = (common.nodeType === Node.ELEMENT_NODE ? common : common.parentElement);
  const text = place?.closest("#text");
  const copy = place?.closest("#copy-text");
  if (!text && !copy) return null;
  if (!text) return { words: words.trim(), copy, range };
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const lead = words.length - words.trimStart().length;
  const start = codePoints(before.toString()) + codePoints(words.slice(0, lead));
  const exact = words.trim();
  return { words: exact, start, end: start + codePoints(exact), text, range };
}

function openForm(form) {
  form.closest("details").open = true;
  form.scrollIntoView({ block: "nearest" });
}

function fill(form, { words, start, end }) {
  form.elements.words.value = words;
  form.elements.start.value = start;
  form.elements.end.value = end;
  openForm(form);
  (form.elements.text ?? form.elements.words).focus();
}

// The quote goes to the evidence whose copy was read, else to the form for new evidence.
function pin({ words, copy }) {
  const item = copy?.closest("[data-evidence]");
  const field = item?.querySelector("textarea[data-pin]")
    ?? document.querySelector("#add-evidence textarea[data-pin]");
  if (!field) return false;
  openForm(field.form);
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  return true;
}

// What each button of the bar needs on the page besides selected words.
const NEEDS = {
  enter: "#enter form[data-selection]",
  move: "form[data-move]",
  split: "form[data-move] [value=split]",
  dismiss: "#act-dismiss input[value=not_a_claim]",
  pin: "textarea[data-pin]",
};

// The words of the current claim: what is split off or no claim has to lie there.
const isOnClaim = ({ text, range }) => [...text.querySelectorAll("[data-current]")].some((mark) => range.intersectsNode(mark));

function canDo(kind, selected) {
  if (!document.querySelector(NEEDS[kind])) return false;
  if (kind === "pin") return true;
  if (selected.start === undefined) return false;
  return kind === "enter" || kind === "move" || isOnClaim(selected);
}

function carryOut(kind) {
  const selected = chosen();
  if (!selected || !canDo(kind, selected)) return false;
  bar.hidden = true;
  if (kind === "pin") return pin(selected);
  const place = document.querySelector(NEEDS[kind]);
  const form = place.form ?? place;
  if (kind === "dismiss") {
    openForm(form);
    place.checked = true;
    form.querySelector("[data-confirm]").focus();
    return true;
  }
  fill(form, selected);
  if (kind === "split") place.focus();
  return true;
}

function place() {
  const selected = chosen();
  if (!bar) return;
  if (!selected) { bar.hidden = true; return; }
  for (const button of bar.querySelectorAll("[data-selects]")) {
    button.hidden = !canDo(button.dataset.selects, selected);
  }
  bar.hidden = ![...bar.querySelectorAll("[data-selects]")].some((button) => !button.hidden);
  const box = selected.range.getBoundingClientRect();
  const top = box.bottom + window.scrollY + 6;
  const left = Math.max(8, Math.min(box.left + window.scrollX, window.innerWidth - bar.offsetWidth - 8));
  bar.style.setProperty("top", `${top}px`);
  bar.style.setProperty("left", `${left}px`);
}

document.addEventListener("selectionchange", place);
bar?.addEventListener("pointerdown", (event) => event.preventDefault());
bar?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-selects]");
  if (button) carryOut(button.dataset.selects);
});
document.addEventListener("plumbline:act", (event) => {
  if (event.detail === "pin" && carryOut("pin")) event.preventDefault();
});
