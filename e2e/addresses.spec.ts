import { database } from "#lib/db/core/client";
import { disablePerson } from "#lib/desk/people/accounts";
import { isForPrograms } from "#lib/next/api-path";
import { type Address, addresses, type Form, forms, type Things } from "./attacks/addresses";
import { adminHere, cookieOf, inDatabase, newPerson, thingsOf } from "./attacks/newsroom-people";
import { type RawAnswer, sendOn } from "./attacks/send";
import { expect, test } from "./journey";
import { accountOf } from "./newsroom";
import type { Product } from "./product";

/** Every address, asked by every role, by somebody whose account was closed and by a stranger, in every form of request. */

/** Each address is asked for its page; of all other forms one in this many is sent by `npm test`, and each by `npm run attack`. */
const EVERY = process.env.ONRECORD_ATTACK === "all" ? 1 : 7;
const AT_ONCE = 4;
const WHO = ["stranger", "closed", "contributor", "editor", "admin"] as const;
type Who = (typeof WHO)[number];

test.use({ start: "newsroom" });

interface Asked {
  readonly who: Who;
  readonly address: Address;
  readonly form: Form;
}

/** Parts of pages are answered 200 and lead away in their words, or hold nothing but the frame of no page: never the name of who is asked for. */
function isLedAway(form: Form, status: number, text: string): boolean {
  if ([302, 303, 307, 401, 404, 405].includes(status)) return true;
  return status === 200 && form.headers.RSC !== undefined && !text.includes(CLOSED);
}

/** Stands in the frame of every page of the desk that this person is shown. */
const CLOSED = "Carl Closed";

/** What this answer shows or does that it may not; empty where all is well. */
function troublesOf({ who, address, form }: Asked, { status, text }: RawAnswer, known: Known): string[] {
  const [head = ""] = text.split("\r\n\r\n");
  const isInside = address.door === "desk" || address.door === "admin";
  const isStranger = who === "stranger" || who === "closed";
  const mayCome = !isInside || (!isStranger && (address.door === "desk" || who === "admin"));
  const isAsked = form.method === "GET" || form.method === "HEAD";
  return [
    status === 0 || status >= 500 ? "an error of ours" : "",
    /^x-content-type-options: nosniff/im.test(head) ? "" : "none of our headers",
    /ZodError|invalid_type|PrismaClient|\bat \S+\.(?:ts|js|mjs):\d+/.test(text) ? "shows code" : "",
    isStranger && text.includes(known.unpublished) ? "shows what isn’t published" : "",
    // None is set here.
    /propose (?:wordings|searches)|language model/i.test(text) ? "names a language model" : "",
    who !== "admin" && text.includes(known.otherEmail) ? "shows somebody’s address" : "",
    isInside && isStranger && isAsked && !isLedAway(form, status, text) ? "let in" : "",
    address.door === "admin" &&
    !mayCome &&
    form.name === "a page" &&
    !isStranger &&
    status !== 404 &&
    address.path !== "/admin"
      ? "let in"
      : "",
    (address.door === "program" || (address.door === "reads" && !isAsked)) && status < 300 ? "let in" : "",
    form.name === "a form of another site" && !isForPrograms(address.path) && status !== 403
      ? "taken from another site"
      : "",
    form.name === "a method that isn’t taken" && status < 400 ? "a method that isn’t taken" : "",
    /^(?:HTTP\/1\.1 20|content-type: text\/html)/m.test(head) &&
    isInside &&
    !/^cache-control: [^\r]*no-store/im.test(head)
      ? "may be kept"
      : "",
  ].filter(Boolean);
}

interface Known extends Things {
  readonly unpublished: string;
  readonly otherEmail: string;
}

/** Everything but what is counted of requests and sessions, and what the worker marks by the clock. */
const rowsOf = (product: Product) =>
  inDatabase(product, async () => {
    const tables = await database().$queryRaw<{ name: string }[]>`
      SELECT format('%I', tablename) AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename NOT IN ('SecurityEvent', 'RateLimit', 'Session', 'RecordHead', 'RecordCheck', 'SignInStep', 'WebhookDueMark')
      ORDER BY 1`;
    const counts = await database().$queryRawUnsafe<{ name: string; n: number }[]>(
      tables
        .map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`)
        .join(" UNION ALL "),
    );
    return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
  });

test("nobody is shown what isn’t theirs, and nothing is changed, by any address in any form of request", async ({
  browser,
  product,
}) => {
  test.setTimeout(1_200_000);
  const { origin } = product;
  const made = await inDatabase(product, async () => ({
    contributor: await newPerson("Orla Contributor", "CONTRIBUTOR"),
    editor: await newPerson("Otto Editor", "EDITOR"),
    admin: await adminHere(),
    closed: await newPerson(CLOSED, "ADMIN"),
    known: await thingsOf(),
  }));
  const known: Known = { ...made.known, otherEmail: "mara@example.org" };
  expect(known.unpublished.length).toBeGreaterThan(10);
  const cookies: Record<Who, string> = {
    stranger: "",
    closed: await cookieOf(browser, origin, made.closed),
    contributor: await cookieOf(browser, origin, made.contributor),
    editor: await cookieOf(browser, origin, made.editor),
    admin: await cookieOf(browser, origin, accountOf(product.printed, made.admin.name)),
  };
  await inDatabase(product, async () => {
    const { id, revision } = await database().user.findUniqueOrThrow({ where: { email: made.closed.email } });
    await disablePerson(made.admin, { userId: id, revision, reason: "Left." }, { now: new Date() });
  });
  const before = await rowsOf(product);

  const all: Asked[] = addresses(known).flatMap((address) =>
    forms(origin).flatMap((form) => WHO.map((who) => ({ who, address, form }))),
  );
  // Whoever asks to be signed out is; that is tried where cookies are.
  const asked = all.filter(
    ({ address, form }, n) =>
      (n % EVERY === 0 || form.name === "a page") &&
      !(address.path === "/sign-out" && form.method === "POST"),
  );
  const waiting = [...asked];
  const troubles: string[] = [];
  const answered = new Map<string, number>();
  const lane = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { who, address, form } = one;
      const headers = { ...form.headers, ...(cookies[who] === "" ? {} : { Cookie: cookies[who] }) };
      const answer = await sendOn(origin, {
        method: form.method,
        target: address.path,
        headers,
        body: form.body,
      });
      const kind = `${address.door === "everybody" ? "public" : address.door} ${who} ${answer.status}`;
      answered.set(kind, (answered.get(kind) ?? 0) + 1);
      for (const trouble of troublesOf(one, answer, known))
        troubles.push(`${trouble}: ${answer.status} ${who}, ${form.name}, ${address.path}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  console.log(`${asked.length} of ${all.length} requests by ${WHO.length} kinds of people`);
  console.log(
    [...answered]
      .sort()
      .map(([kind, n]) => `${kind}: ${n}`)
      .join("\n"),
  );
  expect(troubles).toEqual([]);
  expect(await rowsOf(product)).toEqual(before);
});
