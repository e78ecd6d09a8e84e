// What stands in a <k-upload>: the picture it has, what came of sending one, and why one was refused.
import { $, $$, words } from "./page.js";

/** Shows what works only with scripts. */
export const offer = (upload) => $$("[data-replace]", upload).forEach((button) => (button.hidden = false));

/** Says why a picture was not taken, by the field; nothing takes it away. `html` is the server's own answer. */
export function blame(upload, text = "", html = "") {
  const place = $("[data-fault]", upload);
  if (html) place.innerHTML = html;
  else place.textContent = text;
  place.hidden = !text;
}

/** Takes the picture away; the form around saves that. */
export function empty(upload) {
  $$("[data-now] > :not([data-picture])", upload).forEach((part) => part.remove());
  $("[data-picture]", upload).value = "";
  $("input[type=file]", upload).focus();
  told(upload, upload.dataset.removed);
}

/** Shows what the server made of a picture, or says what it said against it. */
export function answered(upload, { status, text }) {
  if (status === 200) return show(upload, text);
  const explained = [400, 403, 404, 422, 503].includes(status);
  blame(upload, status === 413 ? upload.dataset.heavy : status ? words.broken : words.offline, explained ? text : "");
}

function show(upload, html) {
  const place = upload.dataset.target ? $(upload.dataset.target) : $("[data-now]", upload);
  place.innerHTML = html;
  window.htmx?.process(place);
  offer(place);
  const now = document.activeElement;
  if (now === document.body || upload.contains(now)) $("[data-replace]", place)?.focus();
  told(upload, upload.dataset.saved);
}

function told(upload, text) {
  $("[data-said]", upload).textContent = text;
  const place = upload.dataset.target ? $(upload.dataset.target) : upload;
  $("[data-picture]", place)?.dispatchEvent(new Event("change", { bubbles: true }));
}
