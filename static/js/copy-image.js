// [data-copy-image="address of a PNG"] copies the picture; hidden where the browser cannot.
import { on, $$, words } from "./page.js";
import { complain } from "./toasts.js";

const offer = () => {
  if (window.ClipboardItem && navigator.clipboard?.write) $$("[data-copy-image]").forEach((button) => (button.hidden = false));
};

// The picture is promised rather than awaited: Safari lets only the click itself write to the clipboard.
const picture = (address) => fetch(address).then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(answer.status))));

on("click", async ({ target }) => {
  const button = target.closest("[data-copy-image]");
  if (!button) return;
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture(button.dataset.copyImage) })]);
  } catch {
    return complain(words.uncopied);
  }
  button.dataset.copied = "";
  setTimeout(() => delete button.dataset.copied, 2000);
});

on("htmx:after:swap", offer);
offer();
