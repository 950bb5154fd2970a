import { z } from "zod";
import { publishedClaims } from "#lib/db/readers/published";
import { searchPublished } from "#lib/db/readers/search";
import { TimeCursor } from "#lib/domain/cursors";
import type { ListedClaim } from "#lib/domain/published";
import { askedOf, EVERYTHING } from "#lib/domain/search-filter";
import { claimTitle, verdictWord } from "#lib/publish/claim-view";
import * as words from "#lib/words";
import { operation } from "./operation";
import type { Where } from "./present";
import { ProblemError } from "./problems";

/**
 * Claims with a verdict under the field names of Google's Fact Check Tools, for programs that read those.
 *
 * Source   Fact Check Tools API, version 1alpha1: `claims.search`, which answers with `FactCheckedClaim`.
 */

const Instant = z.iso.datetime();

const ClaimReview = z.object({
  publisher: z.object({ name: z.string(), site: z.string().describe("The host, without www.") }),
  url: z.url(),
  title: z.string(),
  reviewDate: Instant.describe("When the verdict was published."),
  textualRating: z.string().describe("The verdict, in words."),
  languageCode: z.string(),
});

const FactCheckedClaim = z
  .object({
    text: z.string(),
    claimant: z
      .string()
      .optional()
      .describe("Who said it first, as far as is known. Left out where nobody is named."),
    claimDate: Instant.optional().describe(
      "The day on which it was said first. Left out where no day is known.",
    ),
    claimReview: z.array(ClaimReview).length(1),
  })
  .meta({
    id: "FactCheckedClaim",
    description: "A claim with its verdict. Source: Google Fact Check Tools.",
  });
export type FactCheckedClaim = z.infer<typeof FactCheckedClaim>;

const FactCheckedClaims = z
  .object({
    claims: z.array(FactCheckedClaim),
    nextPageToken: z.string().optional().describe("Left out at the end of the list."),
  })
  .meta({ id: "FactCheckedClaims", description: "Source: Google Fact Check Tools." });

const TOKEN = "pageToken";

/** A part of the list may hold fewer claims than others, or none: those without a verdict are left out. What can't be proven is told to no program. */
export const claimReviewSearch = operation({
  id: "claimReviewSearch",
  path: "/claims:search",
  pagedBy: TOKEN,
  query: { query: z.string().optional(), languageCode: z.string().max(35).optional() },
  answer: FactCheckedClaims,
  ask: async ({ query: { query, languageCode }, key, next, where }) => {
    if (languageCode !== undefined && !isOurs(languageCode)) return { claims: [] };
    const { claims, older, isProven } = await partOf(query, key);
    const token = new URL(next(older) ?? where.origin).searchParams.get(TOKEN);
    return {
      claims: isProven ? claims.flatMap((one) => factChecked(one, where)) : [],
      ...(token === null ? {} : { nextPageToken: token }),
    };
  },
});

/** Verdicts are written in the language of the installation. */
const isOurs = (code: string): boolean => code.toLowerCase().split("-")[0] === words.language;

async function partOf(query: string | undefined, key: string | null) {
  const place = key === null ? null : ({ way: "after", cursor: TimeCursor.parse(key) } as const);
  if (query === undefined) return publishedClaims(place);
  const asked = askedOf({ ...EVERYTHING, q: query, kind: "claims" });
  if (asked?.question == null)
    throw new ProblemError(400, "invalid_input", words.publicApi.noQuestion, { field: "query" });
  const { results, older, isProven } = await searchPublished(asked, place);
  return { claims: results.flatMap((one) => (one.kind === "claims" ? [one.claim] : [])), older, isProven };
}

/** Nothing where no verdict stands. */
function factChecked(claim: ListedClaim, { origin }: Where): FactCheckedClaim[] {
  if (claim.own === null) return [];
  const [first] = claim.appearances;
  const claimant = first?.statement.speaker?.name;
  const day = first?.post.date ?? null;
  return [
    {
      text: claim.wording,
      ...(claimant === undefined ? {} : { claimant }),
      ...(day === null ? {} : { claimDate: `${day}T00:00:00Z` }),
      claimReview: [
        {
          publisher: { name: words.common.name, site: new URL(origin).hostname.replace(/^www\./, "") },
          url: `${origin}/claims/${claim.slug}`,
          title: claimTitle(claim),
          reviewDate: claim.own.publishedAt,
          textualRating: verdictWord(claim),
          languageCode: words.language,
        },
      ],
    },
  ];
}
