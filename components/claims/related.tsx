import Link from "next/link";
import { Section } from "#components/ui/section";
import type { RelatedClaim, RelatedWhy } from "#lib/domain/related-claims";
import { claimTitle } from "#lib/publish/claim-view";
import { templatePieces } from "#lib/publish/template-view";
import * as words from "#lib/words";
import { langOf } from "#lib/words/lists";

const w = words.relatedClaims;

/** Other claims that stand, each with why it is named here. */
export function RelatedClaims({ related }: { related: readonly RelatedClaim[] }) {
  if (related.length === 0) return null;
  return (
    <Section id="related" title={w.heading}>
      <p>{w.lede}</p>
      <ul className="bullets mt-3">
        {related.map(({ claim, why }) => (
          <li key={claim.slug}>
            <Link href={`/claims/${claim.slug}`} dir="auto" lang={langOf(claim.wording)}>
              {claimTitle(claim)}
            </Link>
            <p className="small muted" dir="auto">
              {why.map(whyInWords).join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function whyInWords(why: RelatedWhy): string {
  if (why.kind === "TOPIC") return w.topic(words.lists.quoted(why.name));
  return why.kind === "TEMPLATE" ? w.template(words.lists.quoted(promiseIn(why.words))) : w.words;
}

/** The words of a template, with "…" where each telling has a day or a number of its own. */
const promiseIn = (template: string): string =>
  templatePieces(template)
    .map(({ text, isSlot }) => (isSlot ? "…" : text))
    .join("");
