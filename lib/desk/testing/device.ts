import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A device that keeps one passkey, for tests: it answers as W3C Web Authentication, 6.1 and 6.5, says, or wrongly where it is told to. */

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

interface Wrong {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly isUnverified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly id?: string;
}

export function newDevice(site: { readonly origin: string; readonly rpId: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;
  let owner = "";

  function authData(flags: number, key: Buffer, wrong: Wrong): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(wrong.counter ?? counter);
    const verified = wrong.isUnverified ? 0 : VERIFIED;
    return Buffer.concat([
      sha256(wrong.rpId ?? site.rpId),
      Buffer.of(PRESENT | verified | flags),
      count,
      key,
    ]);
  }

  const clientData = (type: string, challenge: string, wrong: Wrong): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? challenge,
        origin: wrong.origin ?? site.origin,
        crossOrigin: false,
      }),
    );

  const answer = (response: Record<string, unknown>, wrong: Wrong) => {
    const named = wrong.id ?? text(id);
    return { id: named, rawId: named, type: "public-key" as const, clientExtensionResults: {}, response };
  };

  return {
    id: text(id),
    /** Makes the key for whom the question names. As JSON, as a form's field has it. */
    make(options: { readonly challenge: string; readonly user: { readonly id: string } }, wrong: Wrong = {}) {
      owner = options.user.id;
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(String(x), "base64url"))],
        [-3, new Uint8Array(Buffer.from(String(y), "base64url"))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const key = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData(HAS_KEY, key, wrong))],
      ]);
      return JSON.stringify(
        answer(
          {
            clientDataJSON: text(clientData("webauthn.create", options.challenge, wrong)),
            // The library's type of CBOR names no unknown values; these are texts, maps and bytes.
            attestationObject: text(Buffer.from(isoCBOR.encode(attestation as never))),
            transports: ["internal"],
          },
          wrong,
        ),
      );
    },
    /** Shows the key. As JSON, as a form's field has it. */
    show(options: { readonly challenge: string }, wrong: Wrong = {}) {
      counter += 1;
      const data = authData(0, Buffer.alloc(0), wrong);
      const client = clientData("webauthn.get", options.challenge, wrong);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return JSON.stringify(
        answer(
          {
            clientDataJSON: text(client),
            authenticatorData: text(data),
            signature: text(signature),
            userHandle: wrong.userHandle ?? owner,
          },
          wrong,
        ),
      );
    },
  };
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
