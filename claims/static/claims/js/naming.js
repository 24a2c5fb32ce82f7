// Completes the names of colleagues after an @ in a [data-names] text area: the keys of the ARIA
// combobox pattern. Without this script a name is typed whole and means the same.
const MOST = 6; // people shown at once
const TYPED = /(?<![\p{L}\p{N}_@])@([\p{L}\p{N}_.-]{0,60})$/u;
const fold = (text) => text.toLocaleLowerCase();

let people = null; // a promise of [{ name, as }], asked for when the first @ is typed
let open = null; // { area, place, list, start, found, current }

function everybody() {
  people ??= fetch(document.body.dataset.people, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
    .then((said) => said.people)
    .catch(() => { people = null; return []; });
  return people;
}

const typedIn = (area) =>
  area.selectionStart === area.selectionEnd && TYPED.exec(area.value.slice(0, area.selectionStart));

const isMeant = (person, typed) =>
  [person.as, ...person.name.split(" ")].some((word) => fold(word).startsWith(typed));

function close() {
  if (!open) return;
  open.place.remove();
  for (const name of ["aria-controls", "aria-activedescendant"]) open.area.removeAttribute(name);
  open = null;
}

function option(person, number) {
  const one = document.createElement("li");
  one.id = `naming-${number}`;
  one.className = "naming__one";
  one.setAttribute("role", "option");
  const name = document.createElement("bdi");
  name.textContent = person.name;
  const as = document.createElement("bdi");
  as.className = "naming__as";
  as.textContent = `@${person.as}`;
  one.append(name, as);
  return one;
}

function move(to) {
  const { area, list, found } = open;
  open.current = (to + found.length) % found.length;
  [...list.children].forEach((one, number) => one.setAttribute("aria-selected", number === open.current));
  area.setAttribute("aria-activedescendant", `naming-${open.current}`);
}

function show(area, start, found) {
  close();
  if (!found.length) return;
  const place = document.createElement("div");
  place.className = "naming";
  const list = document.createElement("ul");
  list.id = "naming";
  list.className = "naming__list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.body.dataset.sayPeople);
  list.append(...found.map(option));
  place.append(list);
  area.after(place);
  area.setAttribute("aria-controls", list.id);
  open = { area, place, list, start, found, current: 0 };
  move(0);
  list.scrollIntoView({ block: "nearest" });
}

async function complete(area) {
  if (!typedIn(area)) return close();
  const known = await everybody();
  const typed = typedIn(area); // More may have been typed since.
  if (!typed || document.activeElement !== area) return close();
  const wanted = fold(typed[1]);
  show(area, typed.index, known.filter((person) => isMeant(person, wanted)).slice(0, MOST));
}

function choose(number) {
  const { area, start, found } = open;
  const end = area.selectionStart;
  const blank = /^\s/.test(area.value.slice(end)) ? "" : " ";
  close();
  area.setRangeText(`@${found[number].as}${blank}`, start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

const KEYS = {
  ArrowDown: () => move(open.current + 1),
  ArrowUp: () => move(open.current - 1),
  Enter: () => choose(open.current),
  Tab: () => choose(open.current),
  Escape: close,
};

document.addEventListener("input", (event) => {
  if (event.target.matches?.("[data-names]")) complete(event.target);
});
document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (!open || event.target !== open.area || event.isComposing || !act || !isPlain) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}, { capture: true });
// Arrows to the side, Home and clicks leave the word behind.
document.addEventListener("selectionchange", () => {
  if (open && typedIn(open.area)?.index !== open.start) close();
});
document.addEventListener("mousedown", (event) => {
  const one = event.target.closest?.(".naming__one");
  if (!one || !open) return;
  event.preventDefault(); // The text area keeps the focus.
  choose([...open.list.children].indexOf(one));
});
document.addEventListener("focusout", (event) => {
  if (open && event.target === open.area) close();
});
