// [data-sortable="address"]: its items change places by their grip: dragged, or Space, arrows, Space (Escape puts it
// back). The new order goes to the address as ids, or with the form around it where there is none, which hears a change;
// screen readers hear it through #announce.
import { on, $, words } from "./page.js";

let lifted = null;

export function say(item) {
  const all = [...item.parentElement.children];
  const told = { name: $(".strong", item)?.textContent.trim() ?? "", at: all.indexOf(item) + 1, all: all.length };
  $("#announce").textContent = words.moved.replace(/\{(\w+)\}/g, (_, key) => told[key]);
}

function lift(item) {
  lifted = { item, order: [...item.parentElement.children] };
  item.classList.add("block--lifted");
  say(item);
}

function drop(keep) {
  const { item, order } = lifted;
  const list = item.parentElement;
  lifted = null;
  item.classList.remove("block--lifted");
  if (!keep) order.forEach((child) => list.append(child));
  else if (order.every((child, at) => child === list.children[at])) return say(item);
  else if (!list.dataset.sortable) list.dispatchEvent(new Event("change", { bubbles: true }));
  else
    htmx.ajax("POST", list.dataset.sortable, {
      source: list,
      swap: "none",
      values: { order: [...list.children].map((child) => child.dataset.id).join(",") },
    });
  say(item);
}

on("keydown", (event) => {
  const grip = event.target.closest?.(".block__grip");
  if (!grip) return;
  const item = grip.closest("li");
  if (event.key === " ") {
    event.preventDefault();
    lifted ? drop(true) : lift(item);
  } else if (lifted && event.key === "Escape") drop(false);
  else if (lifted && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    const up = event.key === "ArrowUp";
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (other) up ? other.before(item) : other.after(item);
    grip.focus();
    say(item);
  } else return;
  if (lifted === null) grip.focus();
});

// Listeners sit on document: moving the item in the page would end a pointer capture on the grip.
on("pointerdown", (event) => {
  const item = event.target.closest?.(".block__grip")?.closest("li");
  if (!item || event.button) return;
  if (lifted) drop(true);
  lift(item);
  const move = ({ clientY }) => {
    const others = [...item.parentElement.children].filter((child) => child !== item);
    const next = others.find((child) => clientY < child.getBoundingClientRect().top + child.offsetHeight / 2);
    if (next !== item.nextElementSibling || !next) next ? next.before(item) : item.parentElement.append(item);
  };
  const done = ({ type }) => {
    document.removeEventListener("pointermove", move);
    for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, done);
    if (lifted) drop(type === "pointerup");
  };
  on("pointermove", move);
  for (const end of ["pointerup", "pointercancel"]) on(end, done);
});
