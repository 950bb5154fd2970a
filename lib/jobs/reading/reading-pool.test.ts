import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { LARGE_PAGE } from "#lib/domain/imports";
import { readPage } from "#lib/ingest";
import { readFactChecks } from "#lib/ingest/fact-checks";
import * as words from "#lib/words";
import { startReadingPool } from "./reading-pool";

const page = (content: string, format: "text" | "html" = "text") => ({
  format,
  content,
  url: null,
  publisher: null,
});
const SMALL = page(
  "The quay\n\nBy Ana Sorel\nMarch 12, 2025\n\nThe council agreed on Monday to widen the quay, the mayor said.",
);

const pool = startReadingPool({ processes: 2 });
afterAll(() => pool.close());

test("a page is read in another process as it is in this one", async () => {
  expect(await pool.read(SMALL, "RULES")).toEqual(readPage(SMALL, "RULES"));
}, 60_000);

test("so is what other fact-checkers say of a claim", async () => {
  const review = { "@type": "ClaimReview", claimReviewed: "The quay was widened.", reviewRating: "True" };
  const checks = { content: JSON.stringify(review), url: null, wording: "The council widened the quay." };
  const found = await pool.readFactChecks(checks);
  expect(found).toEqual(readFactChecks(checks));
  expect(found.total).toBe(1);
}, 60_000);

test("what is wrong with a page is said as it is here", async () => {
  const deep = page("<div>".repeat(1100), "html");
  await expect(pool.read(deep, "RULES")).rejects.toMatchObject({
    code: "too_large",
    message: words.pages.tooDeep,
  });
}, 60_000);

describe("a page in trouble costs its process alone", () => {
  const program = "lib/jobs/reading/testing/trouble.ts";

  test("one that never ends is refused, and the pages beside and behind it are read", async () => {
    const other = startReadingPool({ processes: 2, time: 10_000, program });
    try {
      await other.read(SMALL, "RULES"); // the process is there
      const endless = other.read(page("for ever"), "RULES");
      endless.catch(() => {});
      await expect(other.read(SMALL, "RULES")).resolves.toBeDefined();
      await expect(endless).rejects.toMatchObject({ code: "too_large", message: words.pages.tooSlow });
      await expect(other.read(SMALL, "RULES")).resolves.toBeDefined();
    } finally {
      await other.close();
    }
  }, 60_000);

  test("a large one takes none of the processes that small ones have", async () => {
    const other = startReadingPool({ processes: 1, time: 10_000, program });
    try {
      await other.read(SMALL, "RULES"); // the one process is there
      const endless = other.read(page(`for ever${" ".repeat(LARGE_PAGE)}`), "RULES");
      let isOver = false;
      const over = expect(endless)
        .rejects.toMatchObject({ code: "too_large" })
        .then(() => {
          isOver = true;
        });
      await expect(other.read(SMALL, "RULES")).resolves.toBeDefined();
      expect(isOver).toBe(false);
      await over;
    } finally {
      await other.close();
    }
  }, 60_000);

  test("one that fills the memory is refused, and the next one is read", async () => {
    const other = startReadingPool({ processes: 1, memory: 150, time: 50_000, program });
    try {
      await expect(other.read(page("too much"), "RULES")).rejects.toMatchObject({
        code: "too_large",
        message: words.pages.tooMuch,
      });
      await expect(other.read(SMALL, "RULES")).resolves.toBeDefined();
    } finally {
      await other.close();
    }
  }, 60_000);

  test("one whose process was ended by somebody else is read by the next process", async () => {
    const other = startReadingPool({ processes: 1, program });
    const folder = mkdtempSync(join(tmpdir(), "onrecord-ended-"));
    const marker = join(folder, "ended");
    try {
      await expect(other.read({ ...SMALL, publisher: marker }, "RULES")).resolves.toBeDefined();
      expect(existsSync(marker)).toBe(true);
    } finally {
      await other.close();
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
