// A form with [data-passkey] is hidden until this runs in a browser with passkeys.
const decode = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt());
const encode = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
let running, timer;

async function run(form, mediation) {
  running?.abort();
  running = new AbortController();
  const { confirm, options, passkey } = form.dataset;
  const { signal } = running;
  const answer = await fetch(options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (answer.status === 401) return location.assign(confirm);
  const publicKey = JSON.parse(await answer.text(), (key, value) =>
    key === "challenge" || (key === "id" && value !== location.hostname) ? decode(value) : value);
  const { id, type, response } = await navigator.credentials[passkey]({ publicKey, mediation, signal });
  const bytes = {};
  for (const name in response) if (response[name] instanceof ArrayBuffer) bytes[name] = encode(response[name]);
  form.elements.credential.value = JSON.stringify({ id, rawId: id, type, response: bytes });
  form.submit();
}

// A challenge lives five minutes.
async function offer(form) {
  const field = document.querySelector("[autocomplete=username]");
  if (!field || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  field.autocomplete = "username webauthn";
  const wait = () => run(form, "conditional").catch(() => {});
  wait();
  timer = setInterval(wait, 270_000);
}

if (window.PublicKeyCredential)
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.onsubmit = (event) => {
      event.preventDefault();
      clearInterval(timer);
      run(form).catch(({ name }) => {
        form.querySelector(`[data-${name === "InvalidStateError" ? "present" : "problem"}]`).hidden = false;
      });
    };
    if ("autofill" in form.dataset) offer(form);
  }
