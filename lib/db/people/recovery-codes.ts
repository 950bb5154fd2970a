import { randomInt } from "node:crypto";
import type { Tx } from "#lib/db/core/client";
import { hashPassword, passwordMatches } from "./passwords";

/** Codes that let their owner in once each, where the phone is lost. */

const HOW_MANY = 10;
/** Crockford's base 32: no letter that is read as a digit or as another letter. 16 characters are 80 bits, 60 of them hashed. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;
const START = 4;

/** A code as it was made, however it was typed: without marks between, `O` for 0 and `I` or `L` for 1. */
function asMade(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
}

function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

/** Ten new codes in place of all that there were. They are returned here and never again. */
export async function keepNewCodes(tx: Tx, userId: string, now: Date): Promise<readonly string[]> {
  const codes = new Map<string, string>();
  while (codes.size < HOW_MANY) {
    const code = newCode();
    codes.set(code.slice(0, START), code);
  }
  const rows = await Promise.all(
    [...codes].map(async ([start, code]) => ({
      userId,
      start,
      hash: await hashPassword(code),
      createdAt: now,
    })),
  );
  await removeCodes(tx, userId);
  await tx.recoveryCode.createMany({ data: rows });
  return [...codes.values()].map((code) => code.replace(/.{4}(?=.)/g, "$&-"));
}

/** How many of this person's codes still work. */
export function codesLeft(tx: Tx, userId: string): Promise<number> {
  return tx.recoveryCode.count({ where: { userId, usedAt: null } });
}

/** Take one of this person's codes; false where it is none, or was used. A wrong one costs a hash too. */
export async function takeRecoveryCode(tx: Tx, userId: string, typed: string, now: Date): Promise<boolean> {
  const code = asMade(typed);
  const unused = { userId, start: code.slice(0, START), usedAt: null };
  const row = await tx.recoveryCode.findFirst({ where: unused });
  if (!(await passwordMatches(row?.hash ?? null, code))) return false;
  const { count } = await tx.recoveryCode.updateMany({ where: unused, data: { usedAt: now } });
  return count === 1;
}

export async function removeCodes(tx: Tx, userId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
}
