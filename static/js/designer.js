// The QR designer: swatches and colour pickers write into the field of their colour, a fix of the scan check into
// the fields that it changes.
import { on, $$ } from "./page.js";

const unhide = () => $$("[data-scripted][hidden]").forEach((part) => (part.hidden = false));

function write(field, value) {
  if (field.type === "checkbox") field.checked = value === true || value === "on";
  else if (field.type === "radio") field.checked = field.value === String(value);
  else field.value = value;
}

const HEX = /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** `#aabbcc` for a colour as people write it: without #, or with three digits. */
function sixDigits(text) {
  const digits = text.replace("#", "");
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`.toLowerCase();
}

/** Lets every colour well show what its field says, or what an empty field means. */
function fillWells() {
  for (const well of $$('input[type="color"][data-for]')) {
    const field = document.getElementById(well.dataset.for);
    const written = field?.value.trim() || (field?.name === "corner_colour" ? field.form.elements.dark.value.trim() : well.dataset.usual);
    if (HEX.test(written)) well.value = sixDigits(written);
  }
}

function paint(id, value) {
  const field = document.getElementById(id);
  if (!field) return;
  field.value = value;
  colour(field);
}

/** A colour was written into its field. */
function colour(field) {
  const clear = field.form.elements.transparent;
  if (field.name === "background" && clear && HEX.test(field.value.trim())) clear.checked = false;
  fillWells();
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
  else if (document.querySelector(`[data-designer] input[type="color"][data-for="${target.id}"]`)) colour(target);
});

on("htmx:after:swap", unhide);
unhide();
fillWells();
