import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** Secrets that have to be read again, and that whoever reads the database alone must not: sealed with a key kept elsewhere. */

const FORM = "1";
const CIPHER = "aes-256-gcm";
const TAG_BYTES = 16;

/** Of a random secret that is kept elsewhere: this installation's own, where no other is given. */
function sealingKey(secret: string | undefined): Buffer {
  const text = secret ?? process.env.ONRECORD_SEALING_KEY;
  if (!text) throw new AppError("unavailable", words.secondFactor.errors.noKey);
  return Buffer.from(hkdfSync("sha256", text, "", "onrecord sealed", 32));
}

/** `owner` is bound in: a sealed text that is moved to another row can't be opened there. */
export function seal(plain: string, owner: string, secret?: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, sealingKey(secret), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [FORM, ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

/** Throws   AppError `unavailable` where the key is missing or another one, or the text was changed or moved. */
export function unseal(sealed: string, owner: string, secret?: string): string {
  const [form, ...parts] = sealed.split(".");
  const [nonce, body, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  const key = sealingKey(secret);
  try {
    if (form !== FORM || !nonce || !body || !tag) throw new RangeError("not sealed in a form that is known");
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(tag);
    return decipher.update(body, undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new AppError("unavailable", words.secondFactor.errors.otherKey, { cause });
  }
}
