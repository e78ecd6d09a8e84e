// The page of a tip: asks every few seconds whether it has arrived, and shows what the server answers then.
// Without this script the link "I have paid" does the same.
const EVERY = 5000;
const LONGEST = 2 * 60 * 60 * 1000;
const began = Date.now();

async function look() {
  const shown = document.querySelector("[data-tip]");
  if (!shown || shown.dataset.tip === "paid" || Date.now() - began > LONGEST) return;
  if (!document.hidden) {
    try {
      const response = await fetch(location.href, { credentials: "omit", cache: "no-store" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = response.ok && page.querySelector("[data-tip]");
      if (next && next.dataset.tip !== shown.dataset.tip) {
        shown.dataset.tip = next.dataset.tip;
        shown.replaceChildren(...next.childNodes);
      }
    } catch {
      // offline: the next time asks again
    }
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
