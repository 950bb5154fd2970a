import { FACT_CHECK_BOUNDS } from "#lib/domain/bounds";
import { claimReviewsIn } from "#lib/domain/claim-reviews";
import type { FactCheck, FoundFactChecks } from "#lib/domain/fact-checks";
import type { FetchedPage, Retrieval } from "#lib/domain/retrieval";
import { type FetchSettings, fetchMeans } from "#lib/ingest";
import { decode } from "#lib/pipeline/decode";
import { fetchFactCheck } from "#lib/pipeline/fetch";
import { CandidateIndex } from "#lib/pipeline/match/candidates";
import { factsOf } from "#lib/pipeline/match/facts";
import { likelihoodOf } from "#lib/pipeline/match/judge";
import { microdataIn } from "#lib/pipeline/segment/html/microdata";
import { jsonLdIn, looseJson } from "#lib/text/json-ld";

/** What other fact-checkers say of a claim: fetched where they say it, read, and compared with our wording. */

/** Fetch the page or the data feed at an address. `turns` are the moments that are ours already, by host. */
export function retrieveFactChecks(
  url: string,
  settings: FetchSettings,
  turns: ReadonlyMap<string, Date>,
): Promise<Retrieval> {
  return fetchFactCheck(url, fetchMeans(settings, turns));
}

/** What was fetched, as characters. Throws AppError as `decode` does. */
export const contentOf = ({ bytes, mediaType }: Pick<FetchedPage, "bytes" | "mediaType">): string =>
  decode(bytes, { format: null, mediaType }).content;

/** What is read. Plain data, so that another process can do it. */
export interface GivenFactChecks {
  /** A page, or JSON. */
  readonly content: string;
  /** Where it stands; null where nobody knows that. */
  readonly url: string | null;
  /** Of our claim. */
  readonly wording: string;
}

/** Read the reviews of claims in a page or in JSON. Of more than are shown those are left that are worded like our claim, the likest first. */
export function readFactChecks({ content, url, wording }: GivenFactChecks): FoundFactChecks {
  const { values, isPartial } = valuesIn(content);
  const readable = values.filter((value) => value !== undefined);
  const { checks, isCut } = claimReviewsIn(readable, url);
  const near = nearest(wording, checks);
  const nearby = new Set(near.map(({ check }) => check));
  const rest = checks.filter((check) => !nearby.has(check)).map(unlike);
  return {
    checks: checks.length > FACT_CHECK_BOUNDS.shown ? near : [...near, ...rest],
    total: checks.length,
    isCut: isCut || isPartial,
    unreadable: values.length - readable.length,
  };
}

/** What says no claim may be about anything. */
const unlike = (check: FactCheck) => ({
  check,
  likeness: check.claim === null ? null : ("OTHER" as const),
});

/** JSON as it stands; or each block of it in a page, and what its elements say. `isPartial`: not all of these were read. */
function valuesIn(content: string): { readonly values: readonly unknown[]; readonly isPartial: boolean } {
  const whole = looseJson(content);
  if (whole !== undefined) return { values: [whole], isPartial: false };
  const { items, isCut } = microdataIn(content);
  return { values: [...jsonLdIn(content).map(looseJson), items], isPartial: isCut };
}

/** No claim is longer, and neither is what it is compared with. */
const COMPARED = 500;
/** How much of what our wording is found by one has to have to be worded like it. Less than where nobody looks at what is matched: an editor reads each of these. */
const LEAST = 0.25;

/** Those that are worded like ours, as of no day: the same claim first, then by how much they share. */
function nearest(wording: string, checks: readonly FactCheck[]): FoundFactChecks["checks"] {
  const compared = checks.filter(({ claim }) => claim !== null);
  const texts = [wording, ...compared.map(({ claim }) => (claim ?? "").slice(0, COMPARED))];
  const [own, ...facts] = texts.map((text) => factsOf({ text, postedAt: null }));
  if (own === undefined) return [];
  const index = new CandidateIndex();
  for (const one of [own, ...facts]) index.add(one);
  const found = index.near(0, FACT_CHECK_BOUNDS.shown).flatMap(({ at, share }) => {
    const [check, other] = [compared[at - 1], facts[at - 1]];
    if (check === undefined || other === undefined || share < LEAST) return [];
    const isSame = likelihoodOf(own, other).relation === "SAME";
    return [{ check, likeness: isSame ? ("SAME" as const) : ("LIKE" as const) }];
  });
  return found.sort((a, b) => Number(b.likeness === "SAME") - Number(a.likeness === "SAME"));
}
