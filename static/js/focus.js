// Where the focus goes after an answer: a refusal to its first field, [data-then] to what it names, and wherever the
// swap took the focused element away, to the row that was acted on or the nearest one that is left.
import { on, $, $$ } from "./page.js";

const before = new WeakMap();
const ours = ".link, #more, #bulk, .toast, [data-then]";
// A name that is checked while it is typed leaves the focus alone.
const asked = (source) => source.closest?.(ours) && !source.matches("input");
const rowOf = (id) => $(`#links .link__checkbox [value="${CSS.escape(id)}"]`)?.closest(".link")?.id;

function neighbours(source) {
  const rows = $$("#links > .link").map((row) => row.id);
  const form = source.closest("form");
  const acted = form ? new FormData(form).getAll("ids") : [];
  const gone = acted.map(rowOf).concat(source.closest(".link")?.id).filter(Boolean);
  const at = rows.indexOf(gone[0]);
  const others = at < 0 ? [] : [...rows.slice(at), ...rows.slice(0, at).reverse()].filter((id) => !gone.includes(id));
  // Kept now: where the swap removes the source, htmx names another one afterwards.
  const { then } = source.dataset;
  return { then, acted, others: [...gone, ...others], last: source.closest("#more") && (rows.at(-1) ?? "") };
}

const lost = () => {
  const now = document.activeElement;
  return !now || now === document.body || !now.checkVisibility();
};

function land(element) {
  element?.focus();
  return Boolean(element) && document.activeElement === element;
}

function firstFault(source) {
  const form = source.isConnected ? source.closest("form") : null;
  const fault = $("[aria-invalid=true], [data-fault]", form ?? document);
  if (land(fault)) fault.scrollIntoView({ block: "center" });
}

function recover({ acted, others, last }) {
  const added = last ? document.getElementById(last)?.nextElementSibling : $("#links > .link");
  if (last !== null && land(added?.querySelector(".link__short"))) return;
  const rows = [...acted.map(rowOf), ...others].map((id) => id && document.getElementById(id)).filter(Boolean);
  const places = rows.map((row) => $(".link__actions > button, .link__actions button", row));
  [...places, $("#links"), $("#links-q"), $("#main")].some(land);
}

on("htmx:before:request", ({ detail: { ctx } }) => asked(ctx.sourceElement) && before.set(ctx, neighbours(ctx.sourceElement)));

on("htmx:finally:request", ({ detail: { ctx } }) => {
  const seen = before.get(ctx);
  if (!seen || !ctx.response) return;
  const { then } = seen;
  if (ctx.response.status >= 400) firstFault(ctx.sourceElement);
  else if (!(then && land($(then))) && lost()) recover(seen);
  // The rows shown are all gone, but the list goes on.
  if (ctx.request.method === "POST" && !$("#links > .link")) $("#links > #more a")?.click();
});
