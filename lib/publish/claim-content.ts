import type { Credit } from "#lib/domain/credits";
import { ClaimPublication } from "#lib/domain/publications";
import type { PublishedTopic } from "#lib/domain/topics-shapes";

export interface ReviewedClaim {
  readonly claim: ClaimPublication["claim"];
  readonly joined?: ClaimPublication["joined"];
  readonly verdict: ClaimPublication["verdict"];
  readonly evidence: ClaimPublication["evidence"];
  readonly searches: ClaimPublication["searches"];
  readonly topics?: readonly PublishedTopic[];
  readonly writers: readonly string[];
  readonly publishedBy: string;
  readonly credits?: readonly Credit[];
}

/** What readers will see of a claim. Pure. Searches come in the order of their days. */
export function claimContent(reviewed: ReviewedClaim): ClaimPublication {
  return ClaimPublication.parse({
    ...reviewed,
    kind: "CLAIM",
    schema: 1,
    searches: [...reviewed.searches].sort((a, b) => a.searchedAt.localeCompare(b.searchedAt)),
    writers: reviewed.writers.map((name) => ({ name })),
    publishedBy: { name: reviewed.publishedBy },
  });
}
