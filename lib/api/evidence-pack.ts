import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { standingPage } from "#lib/db/readers/annotated";
import { articleProof, claimProof, signedHeads } from "#lib/db/readers/evidence";
import { publishedClaim } from "#lib/db/readers/published";
import { type PackedPage, type PackFile, packFiles } from "#lib/publish/evidence-pack/pack-files";
import { claimData } from "#lib/publish/syndication/structured-data";
import { annotationCollection } from "./annotations";
import type { Where } from "./present";

/** The evidence pack of a claim, asked of the readers' side alone, so that nothing unpublished can come out. */

/** Pages in a pack: a rumour that a thousand pages repeat is proven by the first ones, and the pack says that there are more. */
const MOST_PAGES = 20;
/** Characters of records in a pack. One page has some 300,000 at most; a page behind the bound is left out whole. */
const MOST_CHARACTERS = 6_000_000;

const PROGRAM = "lib/publish/evidence-pack/verify.mjs";

/** The files of the pack; null where readers can't open the claim. */
export async function evidencePack(slug: string, where: Where): Promise<PackFile[] | null> {
  const claim = await publishedClaim(slug);
  if (claim === null) return null;
  const slugs = [...new Set(claim.appearances.map(({ article }) => article.slug))];
  const [verdict, pages, heads] = await Promise.all([
    claim.own === null ? null : claimProof(slug),
    packedPages(slugs, where),
    signedHeads(),
  ]);
  const program = readFileSync(resolve(/* turbopackIgnore: true */ PROGRAM), "utf8");
  const { origin } = where;
  const graph = claimData(claim, origin);
  const isWhole = claim.places.more === null && pages.length === slugs.length;
  return packFiles({ claim, graph, verdict, pages, isWhole, heads, program, origin });
}

/** One page after the other: a pack is no reason to have twenty in memory that it doesn't hold. */
async function packedPages(slugs: readonly string[], where: Where): Promise<PackedPage[]> {
  const pages: PackedPage[] = [];
  let left = MOST_CHARACTERS;
  for (const slug of slugs.slice(0, MOST_PAGES)) {
    const [proof, page] = await Promise.all([articleProof(slug), standingPage(slug)]);
    if (proof === null) continue;
    left -= JSON.stringify(proof).length;
    if (left < 0) break;
    pages.push({ slug, proof, annotations: page && annotationCollection(page, where) });
  }
  return pages;
}
