import parser from "robots-parser";
import { afterEach, expect, test, vi } from "vitest";
import { GET } from "./robots.txt/route";

/** Where crawlers may go, as another program reads it. */

const ORIGIN = "https://onrecord.example";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["/", true],
  ["/claims/banks-got-memos", true],
  ["/feeds/latest.atom", true],
  ["/sitemaps/2026-11-24_2", true],
  ["/claims/banks-got-memos/record.json", true],
  ["/api/v1/exports/claim-reviews.json", true],
  ["/api/v1/exports/articles.jsonl", false],
  ["/api/v1/claims", false],
  ["/api/search?uri=x", false],
  ["/desk", false],
  ["/desk/articles/1", false],
  ["/admin", false],
  ["/join/token", false],
])("%s: %s", async (path, isOpen) => {
  vi.stubEnv("ONRECORD_URL", ORIGIN);
  const robots = parser(`${ORIGIN}/robots.txt`, await GET().text());
  expect(robots.isAllowed(`${ORIGIN}${path}`, "Anybot")).toBe(isOpen);
  expect(robots.getSitemaps()).toEqual([`${ORIGIN}/sitemap.xml`]);
});
