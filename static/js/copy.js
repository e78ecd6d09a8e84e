// [data-copy="text"] copies it and shows a tick for two seconds.
import { on } from "./page.js";

// navigator.clipboard exists on https and localhost only; a self-hoster on http://192.168.… still wants to copy.
function copyTheOldWay(text, button) {
  const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "visually-hidden" });
  (button.closest("dialog") ?? document.body).append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  button.focus();
  return done;
}

async function copy(button) {
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text, button);
  }
}

on("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || !(await copy(button))) return;
  button.dataset.copied = "";
  button.dispatchEvent(new CustomEvent("copy:done", { bubbles: true }));
  setTimeout(() => delete button.dataset.copied, 2000);
});
