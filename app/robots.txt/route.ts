import { answerDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";

export const dynamic = "force-dynamic";

/**
 * Readers' pages and feeds are for everybody, and so is the file of verdicts that is made for crawlers; the newsroom's pages and the rest of the API are
 * for nobody's index. Of two lines that fit an address the longer one counts. Source: RFC 9309, 2.2.2.
 */
export function GET(): Response {
  const closed = ["/desk", "/admin", "/api", "/sign-in", "/sign-out", "/join"];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "Allow: /api/v1/exports/claim-reviews.json",
    "",
  ];
  const text = [...lines, `Sitemap: ${publicOrigin().origin}/sitemap.xml`, ""].join("\n");
  return answerDocument(text, "text/plain; charset=utf-8");
}
