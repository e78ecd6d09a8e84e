// Front page, sign-in, a page without an account and documentation: nothing here needs htmx.
import "./copy.js";
import "./password.js";
import "./photo.js";
import "./wait.js";
