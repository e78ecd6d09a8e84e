// Functions that every other module uses. One listener per event on document, so swapped-in HTML needs no wiring.

/** Listens on document. */
export const on = (type, handler, options) => document.addEventListener(type, handler, options);

/** The first element that matches, or null. */
export const $ = (selector, root = document) => root.querySelector(selector);

/** Every element that matches, as an array. */
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/** The sentences a script may show, in the language of the page: written by the server, see layouts/app.html. */
export const words = JSON.parse($("meta[name='kliqs-words']")?.content ?? "{}");

/** True where a person types, so that a shortcut must not fire. */
export const typing = (element) =>
  Boolean(element?.isContentEditable || element?.closest?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));
