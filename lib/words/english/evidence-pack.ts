import { plural } from "./plural";

interface Told {
  readonly origin: string;
  readonly slug: string;
  readonly graph: unknown;
  readonly verdict: unknown;
  readonly pages: readonly { readonly slug: string }[];
  /** In so many statements the claim was made. */
  readonly appearances: number;
  /** All pages on which it was made are in the pack. */
  readonly isWhole: boolean;
}

interface Page {
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly version: number;
  readonly fetchedAt: string;
}

/** The evidence pack of a claim: its link, and the file that one reads first. */
export const evidencePack = {
  link: "Take the evidence with you (ZIP)",
  linkNote: "The record of this claim and of its pages, with a script that checks it without us.",
  page: ({ title, url, publisher, version, fetchedAt }: Page): string =>
    [
      title,
      ...(publisher === null ? [] : [publisher]),
      ...(url === null ? [] : [url]),
      `Version ${version}, read at ${fetchedAt}. The statements that Onrecord marked, in the page’s order:`,
      "",
    ].join("\n"),
  readMe: ({ origin, slug, graph, verdict, pages, appearances, isWhole }: Told): string =>
    [
      "EVIDENCE PACK OF A CLAIM",
      "",
      `${origin}/claims/${slug}`,
      "",
      "What is in it",
      "  verify.mjs             checks all of this: node verify.mjs [KEPT]  (Node.js 18 or later, nothing else)",
      "  claim.json             the claim, its history, its corrections and its earlier verdicts",
      ...(graph === null
        ? ["  (no claim.jsonld: the claim can’t be verified at the moment)"]
        : [
            "  claim.jsonld           the claim for programs: schema.org, with a ClaimReview where a verdict stands",
          ]),
      ...(verdict === null
        ? ["  (no verdict: nobody has published one)"]
        : [
            "  verdict/record.json    the verdict with its evidence, as it was published, and the proof of that",
          ]),
      "  pages/…/record.json    a page on which the claim was made: what was published of it, and the proof of that",
      "  pages/…/annotations.jsonld  its statements in their places: W3C Web Annotations, counted in Unicode code points",
      "  pages/…/statements.txt its statements, to read",
      "  heads.json             the latest signed heads of Onrecord’s record",
      "  SHA256SUMS             the hashes of all files: sha256sum -c SHA256SUMS",
      "",
      "What is not in it",
      "  The pages themselves. Onrecord keeps what it read for checking, and hands out the marked statements only. Each record names",
      "  the page’s address and the moment at which it was read.",
      ...(isWhole
        ? []
        : [
            `  Some pages on which the claim was made. It was made in ${plural(appearances, "statement", "statements")} in all; the claim’s own page lists them.`,
          ]),
      "",
      "What the check can tell",
      "  That what is in the records is what was published, and when. Not that it is true.",
      "  The signatures are compared with the key that is in the pack. Somebody who made all of it anew could have put their own there:",
      `  save what ${origin}/record/heads answers on one day, and give that file to verify.mjs on another. It then says, too, whether`,
      "  the record goes on from what it was.",
      "",
      ...(pages.length === 0
        ? []
        : ["Pages", ...pages.map((page) => `  ${origin}/articles/${page.slug}`), ""]),
    ].join("\n"),
};
