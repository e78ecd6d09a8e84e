// The signature of CoinPayments' requests and notifications, as its documentation tells it: a base64 HMAC-SHA256 of a
// byte order mark, the method, the whole address, the client id, the time and the body. Reads a JSON list of cases from
// its input, and prints a JSON list of their signatures.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const cases = JSON.parse(readFileSync(0, "utf8"));
const signatures = cases.map(({ method, url, client, timestamp, body, secret }) =>
  createHmac("sha256", secret).update(`\ufeff${method}${url}${client}${timestamp}${body}`, "utf8").digest("base64"),
);
console.log(JSON.stringify(signatures));
