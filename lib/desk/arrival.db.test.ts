import { expect, test } from "vitest";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, disconnect } from "#lib/db/core/client";
import { suggestionViews } from "#lib/db/statements/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { ingest } from "#lib/ingest";
import { lookForDoubts } from "#lib/ingest/doubts";
import { createClaim } from "./claims";
import { openReview } from "./reviews";
import { acceptSuggestion } from "./statements";
import { at, NOW, person } from "./testing/newsroom";

/**
 * Pages that say the same, the same for another time, the opposite, or something else, in several orders of arrival: what is joined to one claim, and what the
 * night lists as likely the same, doesn't hang on which came first.
 */

/** What each page says; those of one name say the same. */
const PAGES = [
  ["bridge", "The Eldmouth council will close the northern bridge to lorries on 2 August 2024."],
  ["bridge", "The Eldmouth council will close the northern bridge to lorries on 2 August 2024."],
  ["bridge", "On 2 August 2024 the Eldmouth council will close the northern bridge to lorries."],
  ["bridge", "Lorries will be banned from Eldmouth’s northern bridge by the council from 2 August 2024."],
  ["bridge later", "The Eldmouth council will close the northern bridge to lorries on 9 September 2024."],
  ["bridge later", "On 9 September 2024 the Eldmouth council will close the northern bridge to lorries."],
  ["bridge denied", "The Eldmouth council will not close the northern bridge to lorries on 2 August 2024."],
  ["ferries", "The port of Westhaven sold two ferries to Samuel Okoro for 14 million dollars."],
  ["ferries", "The port of Westhaven sold two ferries to Samuel Okoro for $14 million."],
  ["ferries", "Samuel Okoro bought two ferries from the port of Westhaven for 14 million dollars."],
  ["ferries", "Westhaven’s port sold two ferries to Samuel Okoro for 14 million dollars."],
  ["ferries, dearer", "The port of Westhaven sold two ferries to Samuel Okoro for 19 million dollars."],
  ["union", "Tomas Varga resigned as head of the Saltmarsh ferry union on 3 May 2024."],
  ["union", "Tomas Varga stepped down as head of the Saltmarsh ferry union on 3 May 2024."],
  ["union", "On 3 May 2024 Tomas Varga resigned as head of the Saltmarsh ferry union."],
] as const;

/** Of the 15 pairs that say the same so many aren’t found, in any order: “bought” for “sold” and “stepped down” for “resigned”. */
const MISSED = 5;
/** Of the 105 pairs of pages so many may be joined, or listed as likely the same, in one order and not in another. */
const TOLERANCE = 0;

/** The same numbers in an order that the seed makes: a linear congruence, Fisher and Yates. */
function shuffled(count: number, seed: number): number[] {
  const list = Array.from({ length: count }, (_, i) => i);
  let state = seed;
  for (let i = count - 1; i > 0; i -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = Math.floor((state / 2_147_483_648) * (i + 1));
    [list[i], list[other]] = [list[other] ?? 0, list[i] ?? 0];
  }
  return list;
}

const PAIRS = PAGES.flatMap((_, a) => PAGES.slice(a + 1).map((_other, i) => [a, a + 1 + i] as const));

/** Which pairs of pages are of one claim, and which of them once what the night lists is joined, too. */
async function arrived(order: readonly number[]) {
  const db = await freshDatabase();
  try {
    const writer = await person("Mara");
    const claims = new Map<number, string>();
    for (const n of order) {
      const [, said] = PAGES[n] ?? ["", ""];
      const { versionId } = await ingest(
        {
          bytes: new TextEncoder().encode(`July 25, 2024\n\nReport number ${n} from the harbour\n\n${said}`),
          format: "text",
          mediaType: null,
          url: `https://harbour.example/${n}`,
          publisher: "harbour.example",
          isSample: false,
          requestedBy: SYSTEM,
        },
        at,
      );
      const one = (await suggestionViews(versionId, null)).find(({ exact }) => exact === said);
      const { reviewId } = await openReview(writer, { versionId }, at);
      const { statementId } = await acceptSuggestion(writer, { reviewId, suggestionId: one?.id }, at);
      const { claimId } = await database().statement.findUniqueOrThrow({ where: { id: statementId } });
      const asked = { wording: said, statementId, statementRevision: 1 };
      claims.set(n, claimId ?? (await createClaim(writer, asked, at)).claimId);
    }
    await lookForDoubts({ now: () => NOW });
    const missed = await database().doubt.findMany({ where: { kind: "MISSED", state: "OPEN" } });
    const root = new Map([...claims.values()].map((id) => [id, id]));
    for (const { claimId, otherClaimId } of missed) {
      const [kept, gone] = [root.get(claimId), root.get(otherClaimId)];
      for (const [id, of] of root) if (of === gone && kept !== undefined) root.set(id, kept);
    }
    const isOne = (of: (n: number) => string | undefined) => PAIRS.map(([a, b]) => of(a) === of(b));
    return {
      joined: isOne((n) => claims.get(n)),
      listed: isOne((n) => root.get(claims.get(n) ?? "")),
      isWrong: (await database().doubt.count({ where: { kind: "WRONGLY_JOINED", state: "OPEN" } })) > 0,
    };
  } finally {
    await disconnect();
    await db.close();
  }
}

test("whatever came first, the same pages are of one claim, and none that say different things", async () => {
  const orders = [
    PAGES.map((_, i) => i),
    PAGES.map((_, i) => PAGES.length - 1 - i),
    ...[1, 2, 3].map((seed) => shuffled(PAGES.length, seed)),
  ];
  const found = [];
  for (const order of orders) found.push(await arrived(order));
  const apart = (a: readonly boolean[], b: readonly boolean[]) => a.filter((one, i) => one !== b[i]).length;
  const isSame = PAIRS.map(([a, b]) => PAGES[a]?.[0] === PAGES[b]?.[0]);
  const wrongly = (pairs: readonly boolean[]) =>
    PAIRS.filter((_, i) => pairs[i] === true && isSame[i] === false).map(([a, b]) => [
      PAGES[a]?.[1],
      PAGES[b]?.[1],
    ]);
  for (const { joined, listed, isWrong } of found) {
    expect(wrongly(joined)).toEqual([]);
    expect(wrongly(listed)).toEqual([]);
    expect(isWrong).toBe(false);
    expect(apart(listed, isSame)).toBeLessThanOrEqual(MISSED);
  }
  for (const [i, one] of found.entries())
    for (const other of found.slice(i + 1)) {
      expect(apart(one.listed, other.listed)).toBeLessThanOrEqual(TOLERANCE);
      expect(apart(one.joined, other.joined)).toBeLessThanOrEqual(TOLERANCE);
    }
}, 300_000);
