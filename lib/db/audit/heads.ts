import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { database } from "#lib/db/core/client";
import { canonicalJson } from "#lib/db/core/hash";
import type { RecordFault } from "#lib/domain/record-checks";
import { PUBLISH, WITHDRAW } from "./verify";

/**
 * The end of the chain, signed. A chain that is written anew from some event on, or whose end is cut off, adds up in itself: only
 * somebody who kept an earlier head can tell. So heads are signed with a key of the installation and kept in three places: in
 * the database, in a file beside the data, and at a public address where anybody may fetch a copy.
 */

/** The canonical JSON (RFC 8785) of these three is what is signed; `signature` is Ed25519 (RFC 8032), in base64. */
export const SignedHead = z.object({
  sequence: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  signature: z.string(),
});
export type SignedHead = z.infer<typeof SignedHead>;

export const KEY_FILE = "record-key.pem";
export const HEADS_FILE = "record-heads.jsonl";
/** Public keys that signed before this one: those of backups that were put back without their key. PEM, one below the other. */
export const EARLIER_KEYS_FILE = "record-keys-before.pem";

export interface Signer {
  /** PEM, SPKI. */
  readonly publicKey: string;
  sign(head: Omit<SignedHead, "signature">): SignedHead;
}

/** The key of this installation, made when it is first asked for and kept in the data folder, readable by its account alone. */
export async function signerIn(folder: string): Promise<Signer> {
  const pem = await keyIn(join(folder, KEY_FILE));
  const key = createPrivateKey(pem);
  return {
    publicKey: publicPem(pem),
    sign: ({ sequence, hash, at }) => ({
      sequence,
      hash,
      at,
      signature: sign(null, signedBytes({ sequence, hash, at }), key).toString("base64"),
    }),
  };
}

async function keyIn(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("ed25519");
  try {
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    await writeFile(file, pem, { mode: 0o600, flag: "wx" });
    return pem;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return readFile(file, "utf8");
    throw error;
  }
}

/** The public keys that heads in this folder may be signed with, this installation's first; none where there is no key yet. */
export async function publicKeysIn(folder: string): Promise<string[]> {
  const read = (name: string) => readFile(join(folder, name), "utf8").catch(emptyIfMissing);
  const [own, earlier] = await Promise.all([read(KEY_FILE), read(EARLIER_KEYS_FILE)]);
  const before = earlier.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----\n?/g) ?? [];
  return own === "" ? before : [publicPem(own), ...before];
}

const publicPem = (pem: string): string =>
  createPublicKey(createPrivateKey(pem)).export({ type: "spki", format: "pem" }).toString();

function emptyIfMissing(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
  throw error;
}

function signedBytes({ sequence, hash, at }: Omit<SignedHead, "signature">): Buffer {
  return Buffer.from(canonicalJson({ sequence, hash, at }), "utf8");
}

export function isSigned(head: SignedHead, publicKey: string): boolean {
  const signature = Buffer.from(head.signature, "base64");
  // Base64 can spell one signature in several ways; only one of them is what was written.
  return (
    signature.toString("base64") === head.signature && verify(null, signedBytes(head), publicKey, signature)
  );
}

/**
 * Sign what is due, keep it in the database and add it to the file in `folder`: each publication and withdrawal since the last head, so
 * that one signature proves one page, and the end of the chain where the last head is a day old.
 *
 * Returns  what was signed, in the order of the chain.
 */
export async function keepHeads(folder: string, now: Date): Promise<SignedHead[]> {
  const due = await dueHeads(now);
  if (due.length === 0) return [];
  const signer = await signerIn(folder);
  const heads = due.map(({ sequence, hash }) =>
    signer.sign({ sequence: Number(sequence), hash, at: now.toISOString() }),
  );
  await appendFile(join(folder, HEADS_FILE), heads.map((head) => `${JSON.stringify(head)}\n`).join(""), {
    mode: 0o600,
  });
  await database().recordHead.createMany({
    data: heads.map((head) => ({ ...head, publicKey: signer.publicKey })),
    skipDuplicates: true,
  });
  return heads;
}

const DAY = 86_400_000;
const HEADS_AT_ONCE = 500;

async function dueHeads(now: Date): Promise<{ sequence: bigint; hash: string }[]> {
  const select = { sequence: true, hash: true } as const;
  const [head, last] = await Promise.all([
    database().recordHead.findFirst({ orderBy: { sequence: "desc" } }),
    database().auditEvent.findFirst({ orderBy: { sequence: "desc" }, select }),
  ]);
  const shown = await database().auditEvent.findMany({
    where: { sequence: { gt: head?.sequence ?? 0n }, action: { in: [PUBLISH, WITHDRAW] } },
    orderBy: { sequence: "asc" },
    take: HEADS_AT_ONCE,
    select,
  });
  const isDayOld = head === null || now.getTime() - head.at.getTime() >= DAY;
  const isBehind = last !== null && last.sequence !== (shown.at(-1) ?? head)?.sequence;
  return isDayOld && isBehind && shown.length < HEADS_AT_ONCE ? [...shown, last] : shown;
}

/** Every head of the file in `folder` and of the database is signed, and the chain still holds the event that it names. */
export async function verifyHeads(folder: string): Promise<RecordFault[]> {
  const keys = await publicKeysIn(folder);
  const isKnown = (head: SignedHead) => keys.some((key) => isSigned(head, key));
  const faults: RecordFault[] = [];
  faults.push(...(await verifyStoredHeads(keys)));
  const check = async (heads: readonly { line: number; head: SignedHead | null }[]) => {
    for (const { line, head } of heads) {
      if (head === null || !isKnown(head)) faults.push({ kind: "SIGNATURE", line });
    }
    const signed = heads.flatMap(({ head }) => head ?? []);
    faults.push(...(await lostHeads(signed)), ...(await unstoredHeads(signed)));
  };
  let batch: { line: number; head: SignedHead | null }[] = [];
  for await (const one of headsIn(join(folder, HEADS_FILE))) {
    batch.push(one);
    if (batch.length < HEADS_AT_ONCE) continue;
    await check(batch);
    batch = [];
  }
  await check(batch);
  // The file and the database have the same heads: what both miss is told once.
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** Heads as the database keeps them, and as readers get them. */
async function verifyStoredHeads(keys: readonly string[]): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  let after = -1n;
  for (;;) {
    const rows = await database().recordHead.findMany({
      where: { sequence: { gt: after } },
      orderBy: { sequence: "asc" },
      take: HEADS_AT_ONCE,
    });
    const last = rows.at(-1);
    if (last === undefined) return faults;
    const heads = rows.map((row) => ({ ...row, sequence: Number(row.sequence), at: row.at.toISOString() }));
    for (const head of heads) {
      const isOurs = keys.includes(head.publicKey) && isSigned(head, head.publicKey);
      if (!isOurs) faults.push({ kind: "STORED_HEAD", sequence: head.sequence });
    }
    faults.push(...(await lostHeads(heads)));
    after = last.sequence;
  }
}

/** Heads of the file that the database doesn't have any more. */
async function unstoredHeads(heads: readonly SignedHead[]): Promise<RecordFault[]> {
  const sequence = { in: heads.map((head) => BigInt(head.sequence)) };
  const rows = await database().recordHead.findMany({ where: { sequence }, select: { sequence: true } });
  const stored = new Set(rows.map((row) => Number(row.sequence)));
  return heads
    .filter((head) => !stored.has(head.sequence))
    .map((head) => ({ kind: "STORED_HEAD", sequence: head.sequence }));
}

async function lostHeads(
  heads: readonly Pick<SignedHead, "sequence" | "hash">[],
): Promise<{ kind: "HEAD"; sequence: number }[]> {
  const events = await database().auditEvent.findMany({
    where: { sequence: { in: heads.map(({ sequence }) => BigInt(sequence)) } },
    select: { sequence: true, hash: true },
  });
  const hashes = new Map(events.map(({ sequence, hash }) => [Number(sequence), hash]));
  return heads
    .filter(({ sequence, hash }) => hashes.get(sequence) !== hash)
    .map(({ sequence }) => ({ kind: "HEAD", sequence }));
}

/** The lines of the file, counted from 1; null for one that isn't a head. No file is no line. */
async function* headsIn(file: string): AsyncGenerator<{ line: number; head: SignedHead | null }> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file, "utf8") })) {
      line += 1;
      if (text.trim() !== "") yield { line, head: headIn(text) };
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function headIn(text: string): SignedHead | null {
  try {
    return SignedHead.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
