// A real provider of identities for the tests: `node tests/providers/oidc.mjs PORT KID SECRET REDIRECT NOW`.
// PORT 0 takes a free one; the port is told on the first line of the output. NOW is the time of the test's clock.
// Whoever signs in with the login `an` is the person `an` below; passwords are not looked at.

import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";

const [port, kid, secret, redirect, now] = process.argv.slice(2);
const clock = Date.now;
const ahead = Number(now) - clock();
Date.now = () => clock() + ahead;

const PEOPLE = {
  an: { name: "Phạm Thị An", email: "pham.thi.an@example.vn", email_verified: true, personal_id: "025199000111" },
  binh: { name: "Lê Văn Bình", email: "nguyen.van.mau@example.vn", email_verified: true, personal_id: "025199000222" },
  chi: { name: "Đỗ Chi", email: "do.chi@example.vn", email_verified: false },
};

// Nobody reads the output after the port: what the provider has to say goes elsewhere.
console.info = console.error;

const { default: Provider } = await import("oidc-provider");
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const server = createServer();
server.listen(Number(port), "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "motcua", client_secret: secret, redirect_uris: [redirect], grant_types: ["authorization_code"] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key for the tests"] },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], personal: ["personal_id"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  });
  server.on("request", provider.callback());
  console.log(server.address().port);
});
