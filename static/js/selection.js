// Rows picked for a bulk action: input[name=ids][form=bulk]. The bar itself is shown by CSS (:has), this counts.
// [data-select-every] means all that the search finds, on this page or not; it holds while every row here is picked.
import { on, $, $$ } from "./page.js";

const boxes = () => $$("input[name=ids][form=bulk]");
let last = null;

function count() {
  const all = boxes();
  const picked = all.filter((box) => box.checked).length;
  const every = $("[data-select-every]");
  if (every && picked < all.length) every.checked = false;
  const meant = every?.checked ? Number(every.dataset.selectEvery) : picked;
  for (const place of $$("[data-selection-count]"))
    if (picked) place.textContent = place.dataset.selectionCount.replace("{n}", meant.toLocaleString(document.documentElement.lang));
  for (const box of $$("[data-select-all]")) {
    box.checked = picked > 0 && picked === all.length;
    box.indeterminate = picked > 0 && picked < all.length;
  }
}

function pickRange(from, to) {
  const all = boxes();
  const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  if (start >= 0) all.slice(start, end + 1).forEach((box) => (box.checked = to.checked));
}

const clear = () => boxes().forEach((box) => (box.checked = false));

on("click", (event) => {
  const box = event.target;
  if (box.closest?.("[data-select-none]")) {
    clear();
    return count();
  }
  if (!box.matches?.("input[name=ids][form=bulk]")) return;
  if (event.shiftKey && last?.isConnected) pickRange(last, box);
  last = box;
  count();
});

on("change", ({ target }) => {
  if (target.matches?.("[data-select-all]")) boxes().forEach((box) => (box.checked = target.checked));
  if (target.matches?.("[data-select-every]") && target.checked) boxes().forEach((box) => (box.checked = true));
  if (target.matches?.("[data-select-all], [data-select-every], input[name=ids][form=bulk]")) count();
});

// Rows come and go with every swap; what the browser restored on Back counts too.
on("htmx:after:settle", count);
on("links:picked-none", () => (clear(), count()));
addEventListener("pageshow", count);
