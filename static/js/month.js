// table[data-month="address"]: an entry moves to another day by dragging, or Space, arrows, Space (Escape puts it back).
// The address gets its id, its time and the day; screen readers hear the day through #announce.
import { on, $ } from "./page.js";

let lifted = null;

function show(cell) {
  document.querySelectorAll(".month [data-drop]").forEach((other) => delete other.dataset.drop);
  lifted.to = cell ?? lifted.from;
  lifted.to.dataset.drop = "";
  $("#announce").textContent = `${$(".slot__text", lifted.slot).textContent}: ${lifted.to.dataset.label}`;
}

function lift(slot) {
  const cell = slot.closest("td");
  lifted = { slot, from: cell, to: cell };
  slot.classList.add("slot--lifted");
  show(cell);
}

function drop(keep) {
  const { slot, from, to } = lifted;
  slot.classList.remove("slot--lifted");
  delete to.dataset.drop;
  lifted = null;
  slot.focus();
  if (!keep || to === from) return;
  const { id, at } = slot.dataset;
  const address = slot.closest("[data-month]").dataset.month;
  htmx.ajax("POST", address, { source: slot, swap: "none", values: { id, at, day: to.dataset.day } });
}

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function beside(cell, step) {
  const cells = [...cell.closest("table").querySelectorAll("tbody td")];
  return cells[cells.indexOf(cell) + step];
}

const movable = (event) => event.target.closest?.(".month[data-month] .slot[data-movable]");

on("keydown", (event) => {
  const slot = movable(event);
  if (!slot) return;
  if (event.key === " ") lifted ? drop(true) : lift(slot);
  else if (lifted && event.key === "Escape") drop(false);
  else if (lifted && steps[event.key]) show(beside(lifted.to, steps[event.key]) ?? lifted.to);
  else return;
  event.preventDefault();
});

// A press that does not move stays a click on a link.
on("pointerdown", (event) => {
  const slot = movable(event);
  if (!slot || event.button || event.pointerType === "touch") return;
  const move = ({ clientX, clientY }) => {
    if (!lifted && Math.hypot(clientX - event.clientX, clientY - event.clientY) < 6) return;
    if (!lifted) lift(slot);
    const cell = document.elementFromPoint(clientX, clientY)?.closest(".month td");
    if (cell && cell !== lifted.to) show(cell);
  };
  const end = ({ type }) => {
    document.removeEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) document.removeEventListener(name, end);
    if (!lifted) return;
    drop(type === "pointerup");
    const swallow = (click) => click.preventDefault();
    on("click", swallow, true);
    setTimeout(() => document.removeEventListener("click", swallow, true));
  };
  on("pointermove", move);
  for (const name of ["pointerup", "pointercancel"]) on(name, end);
});
on("dragstart", (event) => movable(event) && event.preventDefault());
