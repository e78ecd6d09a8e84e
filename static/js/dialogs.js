// dialog[data-modal] from the server opens when it arrives and is removed when it closes; [data-open="id"] opens one
// that is in the page already. Either way focus goes back to what opened it, or to the page where that is gone, unless an
// answer has already put it somewhere (focus.js).
import { on, $, $$ } from "./page.js";

let opener = null;

function show(dialog) {
  opener ??= document.activeElement;
  dialog.showModal();
}

const showArrived = () => $$("dialog[data-modal]:not([open])").forEach(show);

function goBack() {
  const { activeElement: now, body } = document;
  if (opener && (!now || now === body)) (opener.isConnected ? opener : $("#main"))?.focus();
  opener = null;
}

on("htmx:before:request", ({ detail }) => {
  const asked = detail.ctx?.sourceElement;
  if (asked && !asked.closest("dialog")) opener = asked;
});
on("htmx:after:swap", showArrived);
on("dialog:close", () => $$("dialog[open]").forEach((dialog) => dialog.close()));

on("click", (event) => {
  const button = event.target.closest("[data-open]");
  const dialog = button && document.getElementById(button.dataset.open);
  if (dialog) {
    event.preventDefault();
    opener = button;
    show(dialog);
  }
  const close = event.target.closest("[data-close]");
  if (close?.closest("dialog")) {
    event.preventDefault();
    close.closest("dialog").close();
  }
});

// A press on the backdrop is a press on the dialog itself.
on("pointerdown", (event) => event.target instanceof HTMLDialogElement && event.target.matches("[open]") && event.target.close());
on(
  "close",
  ({ target }) => {
    if (!(target instanceof HTMLDialogElement)) return;
    goBack();
    if (target.matches("[data-modal]")) target.remove();
  },
  true,
);
showArrived();
