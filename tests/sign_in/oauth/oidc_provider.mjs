// Runs the certified OpenID provider of npm (oidc-provider) on this machine, with its own pages to sign in and agree.
// Argument: the path of its module. Environment: CONFIG, JSON with port, client, keys and person.
const { default: Provider } = await import(process.argv[2]);
const { port, client, keys, person } = JSON.parse(process.env.CONFIG);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ ...client, grant_types: ["authorization_code"], response_types: ["code"] }],
  jwks: { keys },
  cookies: { keys: ["of the tests"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
  pkce: { required: () => true },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
});

provider.listen(port, "127.0.0.1", () => console.log("listening"));
