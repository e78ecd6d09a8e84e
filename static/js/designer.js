// The QR designer: swatches and colour pickers write into the field of the colour, a mend writes what it changes.
import { on, $$ } from "./page.js";

const unhide = () => $$("[data-scripted][hidden]").forEach((part) => (part.hidden = false));

function write(field, value) {
  if (field.type === "checkbox") field.checked = value === true || value === "on";
  else if (field.type === "radio") field.checked = field.value === String(value);
  else field.value = value;
}

function paint(id, value) {
  const field = document.getElementById(id);
  if (!field) return;
  field.value = value;
  const clear = field.form.elements.transparent;
  if (field.name === "background" && clear) clear.checked = false;
  for (const picker of $$(`input[type="color"][data-for="${id}"]`)) if (/^#[0-9a-f]{6}$/i.test(value)) picker.value = value;
}

on("click", ({ target }) => {
  const swatch = target.closest("[data-colour]");
  const mend = target.closest("[data-mend]");
  const form = document.querySelector("[data-designer]");
  if (!form || !(swatch || mend)) return;
  if (swatch) paint(swatch.dataset.for, swatch.dataset.colour);
  for (const [name, value] of Object.entries(mend ? JSON.parse(mend.dataset.mend) : {})) {
    for (const field of $$(`[name="${name}"]`, form)) write(field, value);
    paint(`f-${name}`, value);
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
});

on("input", ({ target }) => {
  if (target.matches('input[type="color"][data-for]')) paint(target.dataset.for, target.value);
});

on("htmx:after:swap", unhide);
unhide();
