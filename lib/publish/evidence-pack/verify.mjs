// Checks the evidence pack that this file lies in. It needs Node.js 18 or later and nothing else:
//
//   node verify.mjs [KEPT]
//
// KEPT is what the newsroom's address /record/heads answered on another day, saved as a file, or its public key as PEM. Without one, the
// pack's own key is all that the signatures are compared with. Ends with 0 where everything holds, 1 where something doesn't, 2 where
// something can't be told.

import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
/** @param {string} path */
const read = (path) => readFileSync(join(here, path), "utf8");
/** @param {string} path */
const json = (path) => JSON.parse(read(path));
/** @param {string | Buffer} data */
const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/**
 * JSON as RFC 8785 writes it: keys in order, no spaces.
 * @param {unknown} value
 * @returns {string}
 */
const canonical = (value) => {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)}}`;
};

let fails = 0;
let untold = 0;
/** @param {string} name @param {string} outcome */
const say = (name, outcome) => console.log(`${name}: ${outcome}`);
/** @param {string} name @param {boolean} holds @param {string} good @param {string} bad */
const check = (name, holds, good, bad) => {
  if (!holds) fails += 1;
  say(name, holds ? good : `NOT TRUE. ${bad}`);
};
/** @param {string} name @param {string} why */
const unknown = (name, why) => {
  untold += 1;
  say(name, `can't be told. ${why}`);
};

/** The files are those that were packed. */
function checkFiles() {
  for (const line of read("SHA256SUMS").split("\n").filter(Boolean)) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? [];
    const isThere = path !== undefined && existsSync(join(here, path));
    const holds = isThere && sha256(readFileSync(join(here, path))) === hash;
    if (!holds) check(path ?? line, false, "", isThere ? "The file was changed." : "The file is missing.");
  }
  if (fails === 0) say("SHA256SUMS", "all files are as they were packed");
}

/** @param {string} pem */
const mark = (pem) => sha256(createPublicKey(pem).export({ type: "spki", format: "der" }));

/**
 * What was kept: the marks of the keys that signed, and what they had signed; null where nothing was.
 * @returns {{ keys: Set<string>, heads: { sequence: number, hash: string }[] } | null}
 */
function readKept() {
  const path = process.argv[2];
  if (path === undefined) return null;
  try {
    const text = readFileSync(path, "utf8");
    if (text.trimStart().startsWith("-----")) return { keys: new Set([mark(text)]), heads: [] };
    /** @type {{ heads: { sequence: number, hash: string, publicKey: string }[] }} */
    const { heads } = JSON.parse(text);
    return { keys: new Set(heads.map(({ publicKey }) => mark(publicKey))), heads };
  } catch (error) {
    console.error(`${path} is no key and no saved heads: ${error instanceof Error ? error.message : error}`);
    process.exit(2);
  }
}
const kept = readKept();

/** @param {{ sequence: number, hash: string, at: string, signature: string, publicKey: string }} head */
function isSigned({ sequence, hash, at, signature, publicKey }) {
  if (kept !== null && !kept.keys.has(mark(publicKey))) return false;
  const signed = Buffer.from(canonical({ sequence, hash, at }));
  return verify(null, signed, publicKey, Buffer.from(signature, "base64"));
}

/**
 * What was shown is what the event of publishing recorded, and that event is signed.
 * @param {string} path
 * @param {string} slug what it is a record of
 */
function checkRecord(path, slug) {
  const { content, sha256: hash, event, head } = json(path);
  const about = content.article ?? content.claim;
  check(path, about.slug === slug, `is of ${slug}`, `It is of ${about.slug}, not of ${slug}.`);
  const { sequence, at, actorId, action, subjectId, payloadHash, previous, salt, payload } = event;
  check(
    path,
    sha256(canonical(content)) === hash,
    `the content has the hash ${hash}`,
    "The content has another hash.",
  );
  const own = sha256(previous + canonical({ sequence, at, actorId, action, subjectId, payloadHash }));
  check(path, own === event.hash, `event ${sequence} of ${at} is whole`, "The event was changed.");
  if (salt === null)
    unknown(path, "The details of the event were erased, so it no longer names the content.");
  else {
    const holds = payload?.sha256 === hash && sha256(salt + canonical(payload)) === payloadHash;
    check(path, holds, "the event names this content", "The event names other content.");
  }
  if (head === null)
    unknown(path, "The event was not signed yet when the pack was made. Fetch the pack again.");
  else {
    const holds = head.sequence === sequence && head.hash === event.hash && isSigned(head);
    check(
      path,
      holds,
      `signed on ${head.at} with the key ${mark(head.publicKey)}`,
      "The signature isn't this key's.",
    );
  }
}

/** The documents for programs say what the records say. */
function checkClaim() {
  if (!existsSync(join(here, "claim.jsonld"))) return;
  const [review] = json("claim.jsonld")["@graph"];
  if (review["@type"] !== "ClaimReview") return;
  const { claim, verdict } = json("verdict/record.json").content;
  const holds = review.claimReviewed === claim.wording && review.reviewBody === verdict.explanation;
  check("claim.jsonld", holds, "says what the record says", "It says something else than the record.");
}

/** @param {string} folder */
function checkStatements(folder) {
  /** @type {{ exact: string }[]} */
  const statements = json(`${folder}/record.json`).content.statements;
  const text = read(`${folder}/statements.txt`);
  let at = 0;
  const holds = statements.every(({ exact }) => {
    at = text.indexOf(exact, at);
    return at >= 0;
  });
  check(`${folder}/statements.txt`, holds, "has the record's statements", "It has others than the record.");
  const path = `${folder}/annotations.jsonld`;
  if (!existsSync(join(here, path))) return;
  /** @type {{ target: { selector: { exact: string }[] } }[]} */
  const items = json(path).first.items;
  const marked = items.map(({ target }) => target.selector[0]?.exact);
  const isSame = canonical(statements.map(({ exact }) => exact)) === canonical(marked);
  check(path, isSame, "marks the record's statements", "It marks others than the record.");
}

function checkHeads() {
  const { heads } = json("heads.json");
  if (heads.length === 0) return unknown("heads.json", "Nothing was signed yet when the pack was made.");
  check(
    "heads.json",
    heads.every(isSigned),
    `${heads.length} signatures hold`,
    "A signature isn't this key's.",
  );
  if (kept === null || kept.heads.length === 0) return;
  /** @type {Map<number, string>} */
  const now = new Map(
    heads.map((/** @type {{ sequence: number, hash: string }} */ head) => [head.sequence, head.hash]),
  );
  const both = kept.heads.filter(({ sequence }) => now.has(sequence));
  if (both.length === 0) return unknown("heads.json", "It has none of the heads that you kept.");
  const isSame = both.every(({ sequence, hash }) => now.get(sequence) === hash);
  check("heads.json", isSame, `${both.length} are those that you kept`, "What you kept says otherwise.");
}

/** @param {string} path */
const inFolder = (path) => (existsSync(join(here, path)) ? readdirSync(join(here, path)) : []);

/** @param {string} name @param {() => void} task */
function attempt(name, task) {
  try {
    task();
  } catch (error) {
    check(name, false, "", `It can't be read: ${error instanceof Error ? error.message : error}`);
  }
}

attempt("SHA256SUMS", checkFiles);
for (const file of inFolder("verdict"))
  attempt(`verdict/${file}`, () => checkRecord(`verdict/${file}`, json("claim.json").slug));
for (const slug of inFolder("pages")) {
  attempt(`pages/${slug}/record.json`, () => checkRecord(`pages/${slug}/record.json`, slug));
  attempt(`pages/${slug}`, () => checkStatements(`pages/${slug}`));
}
attempt("claim.jsonld", checkClaim);
attempt("heads.json", checkHeads);
if (kept === null)
  say("Note", "nothing that you kept was given; compare the key above with a copy of your own.");
console.log(
  fails > 0 ? "Not what was published." : untold > 0 ? "Not all of it can be told." : "As it was published.",
);
process.exitCode = fails > 0 ? 1 : untold > 0 ? 2 : 0;
