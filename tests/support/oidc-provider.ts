import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface OidcPerson {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there. */
  person: OidcPerson;
  /** True: accepts requests and answers none, until this is false again. */
  isSilent: boolean;
  /** False claims in its tokens; forged tokens are signed by a key that it does not publish. */
  lie: { readonly claims?: Readonly<Record<string, unknown>>; readonly isForged?: boolean; readonly alg?: string };
  readonly stop: () => Promise<void>;
}

interface Grant {
  readonly person: OidcPerson;
  readonly nonce: string | null;
  readonly challenge: string | null;
}

/** An OpenID Connect provider on the loopback interface: the code flow with PKCE, and signed tokens. It contacts nobody. */
export async function startOidcProvider(person: OidcPerson): Promise<OidcProvider> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const another = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const server = createServer((request, reply) => void serve(request, reply));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: "mockdown", clientSecret: "a secret of the provider" };
  const provider: OidcProvider = { issuer, ...client, person, isSilent: false, lie: {}, stop };

  async function serve(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    if (provider.isSilent) return;
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return send(reply, discovery(issuer));
    if (pathname === "/keys")
      return send(reply, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] });
    if (pathname === "/authorize") return authorize(searchParams, reply);
    if (pathname === "/token") return exchange(request, reply);
    reply.writeHead(404).end();
  }

  function authorize(asked: URLSearchParams, reply: ServerResponse): void {
    const code = randomUUID();
    grants.set(code, {
      person: provider.person,
      nonce: asked.get("nonce"),
      challenge: asked.get("code_challenge"),
    });
    const back = new URL(asked.get("redirect_uri") ?? issuer);
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    reply.writeHead(302, { Location: back.href }).end();
  }

  async function exchange(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += chunk;
    const sent = new URLSearchParams(body);
    const grant = grants.get(sent.get("code") ?? "");
    grants.delete(sent.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    const basic = Buffer.from(`${provider.clientId}:${provider.clientSecret}`).toString("base64");
    const isClient =
      sent.get("client_secret") === provider.clientSecret || request.headers.authorization === `Basic ${basic}`;
    if (grant === undefined || challenge !== grant.challenge || !isClient)
      return send(reply, { error: "invalid_grant" }, 400);
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, exp: now + 300 };
    const nonce = grant.nonce === null ? {} : { nonce: grant.nonce };
    const claims = { iss: issuer, aud: provider.clientId, ...times, ...nonce, ...grant.person, ...provider.lie.claims };
    send(reply, { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: sign(claims) });
  }

  function sign(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const { alg = "RS256", isForged } = provider.lie;
    const text = `${part({ alg, kid: "one", typ: "JWT" })}.${part(claims)}`;
    if (alg === "none") return `${text}.`;
    return `${text}.${createSign("RSA-SHA256")
      .update(text)
      .sign(isForged ? another.privateKey : privateKey, "base64url")}`;
  }

  function stop(): Promise<void> {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return provider;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function send(reply: ServerResponse, body: object, status = 200): void {
  reply.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
