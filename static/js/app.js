// One module graph on purpose: htmx 4.0.1 starts itself early when it is loaded with defer, and an extension in a
// second deferred file that arrives late misses the first scan of the page.
import htmx from "../vendor/htmx-4.0.1.esm.min.js";
import "../vendor/hx-sse-4.0.1.min.js";
import "./copy.js";
import "./copy-image.js";
import "./dialogs.js";
import "./toasts.js";
import "./theme.js";
import "./errors.js";
import "./focus.js";
import "./unsaved.js";
import "./keyboard.js";
import "./cases.js";
import "./selection.js";
import "./paste.js";
import "./new-link.js";
import "./password.js";
import "./print.js";
import "./feed.js";
import "./countdown.js";
import "./designer.js";
import "./builder.js";
import "./composer.js";
import "./sortable.js";
import "./month.js";
import "./share.js";
import "./tabs.js";
import "./upload.js";
import "./files.js";
import "./playground.js";
import "./assist.js";
import { catchUp } from "./early.js";

// Left alone htmx begins in a timeout, after the keys that somebody has pressed meanwhile. It must begin only once.
htmx.initialize();
htmx.initialize = () => {};
catchUp();
