// The builder of bio pages: changes are saved one after another, each with the version that the last response gave; the
// frame then shows the new page. With two tabs, the later one gets a message (templates/pages/_edited_elsewhere.html).
import { on, $, $$ } from "./page.js";

const frame = () => $("[data-preview-frame]");
let wanted = false;
let showing = false;

// Set when the request leaves, not when it was queued: the one before it may have made a new version.
on("htmx:before:request", ({ detail: { ctx } }) => {
  const version = $("#page-version");
  if (version && ctx.request.body?.set && !ctx.request.action.includes("/revisions/")) ctx.request.body.set("version", version.value);
});

/** Shows the draft in the frame: its body and its stylesheet are exchanged, so that it keeps its scroll. */
async function show() {
  const builder = $("[data-builder]");
  if (!builder || !frame()) return;
  if (showing) return void (wanted = true);
  showing = true;
  try {
    const answer = await fetch(builder.dataset.preview, { headers: { "X-Requested-With": "preview" } });
    // the frame's own parser: its policy allows the page's stylesheet, ours does not
    if (answer.ok) put(new (frame().contentWindow.DOMParser)().parseFromString(await answer.text(), "text/html"));
  } finally {
    showing = false;
    if (wanted) [wanted] = [false, show()];
  }
}

const faces = (root) => $$("style", root).map((style) => style.textContent.match(/@font-face\{[^}]*\}/g)?.join("") ?? "").join("");
let face;

function put(fresh) {
  const shown = frame().contentDocument;
  const { scrollX, scrollY } = frame().contentWindow;
  face ??= faces(shown);
  // fonts of an exchanged stylesheet are not loaded everywhere: other letters need the page itself once more
  if (face !== (face = faces(fresh))) return frame().contentWindow.location.reload();
  const sheet = new (frame().contentWindow.CSSStyleSheet)();
  sheet.replaceSync($$("style", fresh).map((style) => style.textContent).join("\n"));
  for (const attribute of fresh.documentElement.attributes) shown.documentElement.setAttribute(attribute.name, attribute.value);
  $$("style", shown).forEach((style) => style.remove());
  shown.adoptedStyleSheets = [sheet];
  shown.body.className = fresh.body.className;
  shown.body.replaceChildren(...shown.adoptNode(fresh.body).childNodes);
  frame().contentWindow.scrollTo(scrollX, scrollY);
}

on("page:saved", show);

on("click", ({ target }) => {
  const as = target.closest("[data-preview-as]");
  if (as) {
    $(".phone").dataset.as = as.dataset.previewAs;
    $$("[data-preview-as]").forEach((button) => button.setAttribute("aria-pressed", String(button === as)));
  }
  const mine = target.closest("[data-keep-mine]");
  if (mine) {
    $("#page-version").value = mine.dataset.keepMine;
    $("#elsewhere").replaceChildren();
    $$(".builder form[hx-trigger*='change']:focus-within, form[data-typed]").forEach((form) => htmx.trigger(form, "change"));
  }
  if (target.closest("[data-preview-close]")) $("#preview").classList.remove("preview--open");
});

on("click", (event) => {
  if (!event.target.closest("[data-preview-open]") || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  $("#preview").classList.add("preview--open");
  $("[data-preview-close]").focus();
});

on("keydown", ({ key }) => key === "Escape" && $("#preview")?.classList.remove("preview--open"));

// Which forms were typed into since they were last saved, for "Save mine all the same".
on("input", ({ target }) => target.form?.closest(".builder") && (target.form.dataset.typed = ""));
on("htmx:after:request", ({ detail: { ctx } }) => ctx.response?.status === 200 && delete ctx.sourceElement.dataset?.typed);

// A search among items that are all in the page already; [data-words] are other names of an item.
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
on("input", ({ target }) => {
  if (!target.matches("[data-filter]")) return;
  const asked = plain(target.value).split(/\s+/).filter(Boolean);
  const items = $$(`${target.dataset.filter} > li:not(.kinds__empty)`);
  for (const item of items) {
    const words = plain(`${item.textContent} ${item.dataset.words ?? ""}`).split(/[^\p{L}\p{N}]+/u);
    item.hidden = !asked.every((word) => words.some((one) => one.startsWith(word)));
  }
  $(`${target.dataset.filter} > .kinds__empty`).hidden = items.some((item) => !item.hidden);
});

// Where a new block goes: before the one whose "+" was pressed, else to the end. The search begins anew.
on("click", ({ target }) => {
  const opener = target.closest("[data-open][data-at]");
  const dialog = opener && document.getElementById(opener.dataset.open);
  if (!dialog) return;
  $$("[name=at]", dialog).forEach((field) => (field.value = opener.dataset.at));
  const search = $("[data-filter]", dialog);
  search.value = "";
  search.dispatchEvent(new Event("input", { bubbles: true }));
});

// Scrolls to a block that was just added and focuses its first field.
on("htmx:finally:request", () => {
  const added = $("[data-added]");
  if (!added) return;
  added.removeAttribute("data-added");
  added.scrollIntoView({ block: "start" });
  $(".block__form :is(input:not([type=hidden]), textarea, select):not(dialog *)", added)?.focus({ preventScroll: true });
});

// A file that is sent by itself must not also save the surrounding form, which would overwrite the result.
on("input", (event) => event.target.matches("input[type=file][hx-post]") && event.stopPropagation(), true);

// The completed form of a typed text (`@toko` becomes a URL) is put into the field once nobody types there any more.
function settle(note, field) {
  if (!field || field.value.trim() !== note.dataset.from) return;
  field.value = note.dataset.fills;
  note.dataset.from = note.dataset.fills;
}
const fieldOf = (note) => document.getElementById(note.closest(".field__slot")?.id.slice(2));
on("htmx:finally:request", () =>
  $$("[data-fills]").forEach((note) => {
    const field = fieldOf(note);
    if (field !== document.activeElement || !field.value) settle(note, field);
  }),
);
on("focusout", ({ target }) => {
  const note = target.id && $("[data-fills]", document.getElementById(`e-${target.id}`) ?? document.createElement("p"));
  if (note) settle(note, target);
});
