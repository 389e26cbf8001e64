import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
}
interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string;
}

/** Flags in a device's data: somebody was present, the device has verified its user, a new key is attached. */
const [present, verified, attached] = [0x01, 0x04, 0x40];

/**
 * A device that creates one passkey and signs with it, as a browser would allow on a page of `origin` (WebAuthn, level
 * 2).
 */
export function makeAuthenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let uses = 0;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const deviceData = (host: string, flags: number, more = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++uses);
    return Buffer.concat([hash(host), Buffer.from([flags]), counter, more]);
  };
  const credential = (response: Readonly<Record<string, unknown>>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });

  return {
    /** The JSON that a browser sends for the new passkey. */
    make({ challenge, rp }: CreationOptions, isVerified = true): string {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const point = [x, y].map((each) => Buffer.from(each, "base64url"));
      // A map in CBOR: an elliptic curve key for ES256 on P-256, and its point.
      const key = [hex("a5010203262001215820"), point[0] ?? hex(""), hex("225820"), point[1] ?? hex("")];
      const attachment = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, ...key]);
      const data = deviceData(rp.id ?? "", present | attached | (isVerified ? verified : 0), attachment);
      // A map in CBOR: fmt "none", attStmt empty, authData.
      const parts = [hex("a3"), text("fmt"), text("none"), text("attStmt"), hex("a0"), text("authData")];
      const attestationObject = Buffer.concat([...parts, Buffer.from([0x58, data.length]), data]);
      return credential({
        clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      });
    },
    /** The JSON that a browser sends when the passkey has signed. */
    use({ challenge, rpId }: RequestOptions, isVerified = true): string {
      const client = clientData("webauthn.get", challenge);
      const data = deviceData(rpId ?? "", present | (isVerified ? verified : 0));
      const signature = sign("sha256", Buffer.concat([data, hash(client)]), privateKey);
      return credential({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}

function hash(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest();
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, "hex");
}

/** A short text in CBOR. */
function text(word: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
}
