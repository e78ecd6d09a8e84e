// A suggestion is taken over into its field, as if it had been typed there, or dismissed; both lead back to the field.
import { on, $ } from "./page.js";

const fieldOf = (id) => document.getElementById(id);

function close(id) {
  fieldOf(`assist-${id}`).replaceChildren();
  fieldOf(id)?.focus();
}

on("click", ({ target }) => {
  const take = target.closest("[data-take]");
  const field = take && fieldOf(take.dataset.take);
  if (field) {
    field.value = fieldOf(`said-${take.dataset.take}`).textContent;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    close(take.dataset.take);
  }
  const dismiss = target.closest("[data-dismiss]");
  if (dismiss && fieldOf(`assist-${dismiss.dataset.dismiss}`)) close(dismiss.dataset.dismiss);
});
