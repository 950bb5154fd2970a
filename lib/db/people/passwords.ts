import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default) with the first set of figures of OWASP's Password Storage Cheat Sheet: 19 MiB, 2, 1. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password from every keyboard: composed and decomposed letters are one (NIST SP 800-63B, 3.1.1.2). */
const asTyped = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(asTyped(password), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Does `password` belong to `stored`, an encoded argon2 hash? With null, for somebody who isn't there, it does the same work
 * against a hash that nothing matches, so that an answer's time tells nobody which addresses have accounts.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString("base64"));
  const matches = await verify(stored ?? (await decoy), asTyped(password));
  return stored !== null && matches;
}
