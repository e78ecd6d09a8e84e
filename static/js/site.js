// Front page, sign-in and documentation: nothing here needs htmx.
import "./copy.js";
import "./password.js";
