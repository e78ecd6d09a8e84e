// A toast disappears after data-ms; it waits while the pointer or the focus is on it.
import { on, $, words } from "./page.js";

const tray = $("#toasts");

function countDown(toast) {
  let left = Number(toast.dataset.ms || 6000);
  const clock = setInterval(() => {
    if (toast.isConnected && toast.matches(":hover, :focus-within")) return;
    left -= 250;
    if (left > 0 && toast.isConnected) return;
    clearInterval(clock);
    toast.remove();
  }, 250);
}

if (tray) {
  const arrived = (records) => records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof HTMLElement);
  new MutationObserver((records) => arrived(records).forEach(countDown)).observe(tray, { childList: true });
  [...tray.children].forEach(countDown);
}

// Later, so that the form of an undo button is still in the page when it is submitted.
on("click", (event) => {
  const toast = event.target.closest("[data-dismiss]")?.closest(".toast");
  if (toast) setTimeout(() => toast.remove(), 0);
});

/** Says that something failed; with retry (a function) it offers to try again. */
export function complain(text, retry) {
  if (!tray || !text) return;
  const toast = Object.assign(document.createElement("div"), { className: "toast toast--bad" });
  toast.dataset.ms = 12000;
  toast.append(Object.assign(document.createElement("span"), { textContent: text }));
  if (retry) {
    const button = Object.assign(document.createElement("button"), { className: "btn", type: "button", textContent: words.retry });
    button.dataset.dismiss = "";
    button.addEventListener("click", retry);
    toast.append(button);
  }
  tray.append(toast);
}
