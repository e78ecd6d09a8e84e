// The page of a link that is not open yet: counts down, shows the time on the visitor's clock, and asks again when it
// has come. Without this script the page says when, and has a link that asks again.
const left = document.querySelector("[data-opens-in]");
const time = document.querySelector("[data-local-time]");
const end = performance.now() + Number(left.dataset.opensIn) * 1000;

function tick() {
  const seconds = Math.ceil((end - performance.now()) / 1000);
  if (seconds <= 0) {
    location.reload();
    return;
  }
  const days = Math.floor(seconds / 86400);
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
  left.textContent = days ? `${left.dataset.days.replace("0", days)} ${clock}` : clock;
  left.hidden = false;
  setTimeout(tick, 1000 - (Date.now() % 1000));
}

const local = new Date(time.dateTime);
if (!Number.isNaN(local.getTime())) {
  time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "long",
  }).format(local);
}
tick();
