/** Every address of the product, and who is let in. */

/**
 * Whom an address answers: everybody, whoever is signed in, admins alone; `program`: whoever shows a token, and no cookie counts; `reads`: anybody's
 * program that only reads, and no cookie counts.
 */
export type Door = "everybody" | "desk" | "admin" | "program" | "reads";

export interface Address {
  readonly path: string;
  readonly door: Door;
}

/** Things of the newsroom that stand in addresses. */
export interface Things {
  readonly versionId: string;
  readonly reviewId: string;
  readonly claimId: string;
  readonly importId: string;
  readonly articleSlug: string;
  readonly claimSlug: string;
}

const NOBODYS = "00000000-0000-4000-8000-000000000000";

/** `/admin` leads on to its first page, whoever asks: that page is asked, too. */
export function addresses(things: Things): Address[] {
  const { versionId, reviewId, claimId, importId, articleSlug, claimSlug } = things;
  const of = (door: Door, paths: readonly string[]): Address[] => paths.map((path) => ({ path, door }));
  return [
    ...of("everybody", [
      "/",
      "/claims",
      `/claims/${claimSlug}`,
      `/claims/${claimSlug}/record.json`,
      `/claims/${claimSlug}/evidence.zip`,
      "/claims/no-such-claim",
      `/articles/${articleSlug}`,
      `/articles/${articleSlug}/record.json`,
      `/articles/${articleSlug}/picture.png`,
      `/claims/${claimSlug}/picture.png`,
      "/articles/no-such-page",
      `/embed/articles/${articleSlug}`,
      `/embed/articles/${articleSlug}/statements/1`,
      `/embed/claims/${claimSlug}`,
      "/embed/articles/no-such-page",
      `/oembed?url=${encodeURIComponent(`https://elsewhere.example/articles/${articleSlug}`)}`,
      "/articles",
      "/articles?publisher=nobody",
      "/search?q=dam",
      "/search?in=statements&label=REPORTED&q=dam",
      "/search?publisher=nobody&date=2026-11",
      "/promises",
      "/promises?state=overdue&publisher=nobody",
      "/promises/nobody-promises-this",
      "/topics",
      `/topics?after=${NOBODYS}`,
      "/topics/nobody-tagged-this",
      `/publishers/${NOBODYS}`,
      `/publishers/${NOBODYS}/pages?list=corrected`,
      `/authors/${NOBODYS}`,
      `/authors/${NOBODYS}/statements?label=REPORTED`,
      `/authors/${NOBODYS}/pages`,
      `/speakers/${NOBODYS}`,
      `/speakers/${NOBODYS}/statements?promises=overdue`,
      `/speakers/${NOBODYS}/claims`,
      "/colours",
      "/about",
      "/about/api",
      "/report?about=/claims",
      "/report?kind=claim",
      `/report/${"0".repeat(32)}`,
      "/corrections",
      "/method",
      "/method/words",
      "/feeds/claims.atom",
      "/feeds/claims.json",
      "/feeds/corrections.rss",
      "/feeds/search.atom?q=dam",
      "/feeds/search.json?label=UNSOURCED_SPECULATION",
      `/feeds/record.atom?publisher=${NOBODYS}`,
      `/feeds/record.json?author=${NOBODYS}`,
      "/feeds/latest.atom",
      "/feeds/pages.rss",
      `/feeds/statements.json?speaker=${NOBODYS}`,
      `/feeds/again.atom?publisher=${NOBODYS}`,
      "/feeds/template.atom?key=nobody-promises-this",
      "/feeds/topic.atom?topic=nobody-tagged-this",
      "/feeds/due.ics",
      "/feeds/promises.atom?state=open",
      "/feeds/promises.ics",
      "/record/heads",
      "/sitemap.xml",
      "/sitemaps/lists",
      "/robots.txt",
      "/healthz",
      "/readyz",
      "/.well-known/security.txt",
      "/sign-in",
      "/sign-in/second-step",
      "/sign-in/organisation",
      "/sign-in/passkey",
      "/sign-out",
      "/join/no-such-link",
      "/refused",
      "/api/auth/session",
      "/api/auth/providers",
      "/api/auth/csrf",
      "/no-such-page",
    ]),
    ...of("desk", [
      "/desk",
      "/desk?view=others",
      "/desk/account",
      "/desk/import",
      `/desk/import/${importId}`,
      `/desk/import/${importId}/progress`,
      `/desk/import/progress?ids=${importId}`,
      "/desk/import/give",
      "/desk/inbox",
      "/desk/live?on=queue&since=0",
      `/desk/live?on=claim:${claimId}&since=0`,
      `/desk/inbox?after=2026-11-29T00:00:00.000Z_${NOBODYS}`,
      `/desk/threads/${NOBODYS}`,
      "/desk/reports",
      "/desk/guideline",
      "/desk/guideline/1",
      "/desk/guideline/1/changes",
      "/desk/scale",
      "/desk/scale/1",
      "/desk/reports?kind=CLAIM",
      "/desk/promises",
      `/desk/promises/${NOBODYS}`,
      "/desk/readings",
      "/desk/readings/agreement?field=TIME",
      `/desk/readings/${NOBODYS}`,
      `/desk/readings/${NOBODYS}/pass`,
      "/desk/suggestions",
      "/desk/suggestions?rule=source/narration&version=1&field=SOURCE",
      `/desk/suggestions/${NOBODYS}/elsewhere`,
      "/desk/places",
      "/desk/assigning",
      "/desk/assigning/preview?appliesTo=ANY",
      `/desk/assigning/${NOBODYS}`,
      "/desk/feeds",
      `/desk/feeds/${NOBODYS}`,
      "/desk/feeds/subscriptions",
      `/desk/articles/${versionId}`,
      `/desk/articles/${versionId}/sources`,
      `/desk/articles/${versionId}/changes`,
      `/desk/articles/${versionId}/marks`,
      `/desk/articles/${versionId}/marks?file=${NOBODYS}&k0=NONE&otherwise=LEAVE_OUT`,
      `/desk/articles/${versionId}/proposals`,
      `/desk/articles/${NOBODYS}`,
      `/desk/reviews/${reviewId}`,
      `/desk/claims/${claimId}`,
      `/desk/claims/${claimId}/fact-checks`,
      "/desk/claims",
      "/desk/claims/doubts",
      "/desk/claims/doubts?view=missed",
      "/desk/claims/doubts?view=dismissed",
      "/desk/claims/evidence",
      "/desk/claims/evidence?search=a&site=bank.example&stance=REFUTES&kind=UNSAID",
      `/desk/claims/evidence?claim=${claimId}`,
      "/desk/claims/evidence?view=gone",
      "/desk/claims/evidence?view=changed",
      "/desk/claims/evidence?view=silent",
      "/desk/claims/evidence?view=refused",
      `/desk/claims/${claimId}/proposals`,
      "/desk/claims/choices?search=a",
      "/desk/publishers",
      "/desk/publishers/choices?search=a",
      `/desk/publishers/${NOBODYS}`,
      "/desk/speakers",
      `/desk/speakers/${NOBODYS}`,
      "/desk/speakers/choices?search=a",
      "/desk/topics",
      `/desk/topics/${NOBODYS}`,
      "/desk/topics/choices?search=a",
      "/desk/no-such-page",
    ]),
    ...of("admin", [
      "/admin",
      "/admin/people",
      "/admin/jobs",
      "/admin/security",
      "/admin/tokens",
      "/admin/guideline",
      "/admin/scale",
      "/admin/language-model",
      "/admin/webhooks",
      `/admin/webhooks/${NOBODYS}`,
      "/admin/no-such-page",
    ]),
    ...of("program", [`/api/v1/imports/${importId}`]),
    ...of("reads", [
      "/api/v1",
      "/api/v1/articles",
      `/api/v1/articles/${articleSlug}`,
      `/api/v1/articles/${articleSlug}/statements/1`,
      `/api/v1/articles/${articleSlug}/annotations`,
      "/api/search?uri=https://example.org/",
      `/api/annotations/${articleSlug}.1`,
      `/api/annotations/${articleSlug}.1.jsonld`,
      "/api/v1/articles/no-such-page",
      "/api/v1/claims",
      `/api/v1/claims/${claimSlug}`,
      "/api/v1/statements?label=UNSOURCED_SPECULATION",
      "/api/v1/predictions?state=overdue",
      "/api/v1/corrections",
      `/api/v1/publishers/${NOBODYS}`,
      `/api/v1/publishers/${NOBODYS}/statements?label=REPORTED`,
      `/api/v1/authors/${NOBODYS}`,
      `/api/v1/authors/${NOBODYS}/statements?promises=overdue`,
      `/api/v1/speakers/${NOBODYS}`,
      `/api/v1/speakers/${NOBODYS}/statements?promises=overdue`,
      "/api/v1/search?q=dam",
      "/api/v1/search?in=statements&speaker=nobody",
      "/api/v1/openapi.json",
      "/api/v1/claims:search?query=dam",
      "/api/v1/exports/statements.jsonl",
      "/api/v1/exports/claims.csv",
      "/api/v1/exports/claim-reviews.json",
      "/api/v1/no-such-thing",
    ]),
  ];
}

/** How an address is asked. */
export interface Form {
  readonly name: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const FIELDS = "application/x-www-form-urlencoded";
const NO_ACTION = "0".repeat(42);

export function forms(origin: string): Form[] {
  const own = { Origin: origin };
  const form = (
    name: string,
    method: string,
    headers: Readonly<Record<string, string>> = {},
    body = "",
  ): Form => ({
    name,
    method,
    headers,
    body,
  });
  return [
    form("a page", "GET"),
    form("its head", "HEAD"),
    form("a part of a page", "GET", { RSC: "1" }),
    form("a prefetch", "GET", { RSC: "1", "Next-Router-Prefetch": "1", Purpose: "prefetch" }),
    form("a form", "POST", { ...own, "Content-Type": FIELDS }, "email=a%40example.org&role=ADMIN"),
    form(
      "a form of another site",
      "POST",
      { Origin: "https://elsewhere.example", "Content-Type": FIELDS },
      "role=ADMIN",
    ),
    form(
      "an action",
      "POST",
      { ...own, "Next-Action": NO_ACTION, "Content-Type": "text/plain" },
      '[{"role":"ADMIN"}]',
    ),
    form("a method that isn’t taken", "DELETE", own),
  ];
}
