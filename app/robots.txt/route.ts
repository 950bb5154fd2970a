import { answerDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";

export const dynamic = "force-dynamic";

/** Readers' pages are for everybody; the newsroom's are for nobody's index. Source: RFC 9309. */
export function GET(): Response {
  const closed = ["/desk", "/admin", "/api", "/sign-in", "/sign-out", "/join"];
  const lines = ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), ""];
  const text = [...lines, `Sitemap: ${publicOrigin().origin}/sitemap.xml`, ""].join("\n");
  return answerDocument(text, "text/plain; charset=utf-8");
}
