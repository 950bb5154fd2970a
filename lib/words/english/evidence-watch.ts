import type { EvidenceTrouble, LostView } from "#lib/domain/evidence-watch";

/** What the worker’s looks at the pages behind evidence came to. Days come in as words already. */

const said = {
  GONE: (since: string) =>
    `The link gives no page any more: since ${since} its server says that there is none.`,
  CHANGED: (since: string) => `The page was changed: since ${since} the quotation is not found in it.`,
  SILENT: (since: string) => `The link does not answer any more: nobody answered since ${since}.`,
  REFUSED: (since: string) => `The worker has not been able to look at this page since ${since}.`,
} satisfies Record<EvidenceTrouble, (since: string) => string>;

const many = (n: number, most: number) => (n > most ? `more than ${most}` : String(n));

export const evidenceWatch = {
  /** Why a page that is there doesn’t bear out its evidence. */
  look: {
    missing: "The quotation is not on the page.",
    unreadable: "The page is there, but can’t be read as text any more.",
  },
  well: (day: string) => `Looked at again on ${day}: it is as it was.`,
  noted: (day: string) => `Looked at again on ${day}.`,
  /** One or two looks that ended badly are not said yet. */
  wait: (day: string, why: string) =>
    `At the last look, on ${day}, something was wrong: ${why} It is looked at again by itself.`,
  said: (trouble: EvidenceTrouble, since: string) => said[trouble](since),
  answered: (why: string) => `The last look: ${why}`,
  wellAt: (day: string) => `It was last seen well on ${day}.`,
  neverWell: "It was never seen well.",
  lede: "The worker looks again at the pages behind evidence that readers are shown or that somebody works on. What three looks on different days did not find as it was stands here. Nothing published changes by itself: open the claim, and give another address, an archived copy or other evidence.",
  view: {
    gone: "No page any more",
    changed: "Quotation not found",
    silent: "No answer",
    refused: "Could not be looked at",
  } satisfies Record<LostView, string>,
  explained: {
    gone: "At these addresses the server says that there is no page.",
    changed: "These pages are there, and the quotation is not found in them.",
    silent: "At these addresses nobody answered, or the site was in trouble each time.",
    refused:
      "These sites do not let programs look, or there is nothing that the worker can read. The pages may be well: look with your own eyes.",
  } satisfies Record<LostView, string>,
  none: {
    gone: "No evidence lost its page.",
    changed: "No evidence lost its quotation.",
    silent: "Every site answered.",
    refused: "Every page could be looked at.",
  } satisfies Record<LostView, string>,
  pages: "Pages of the list of evidence to look at",
  claim: "Evidence for the claim",
  published: "Readers see this claim.",
  open: "Open the evidence of the claim",
  /** Above the list of claims. */
  link: ({ gone, changed }: { readonly gone: number; readonly changed: number }, most: number) =>
    gone + changed === 0
      ? "Evidence to look at: none lost"
      : `Evidence to look at: ${many(gone, most)} without a page, ${many(changed, most)} without the quotation`,
};
