import type { ListedKind } from "#lib/domain/evidence-desk";
import type { EvidenceTrouble } from "#lib/domain/evidence-watch";
import { navigation } from "./navigation";
import { editorNames, terms } from "./terms";

const kinds: Readonly<Record<ListedKind, string>> = {
  ...editorNames(terms.evidence),
  UNSAID: "Not said",
};

const troubles: Readonly<Record<EvidenceTrouble, string>> = {
  GONE: "its link gives no page any more",
  CHANGED: "its quotation is not found on the page any more",
  SILENT: "its link does not answer any more",
  REFUSED: "the worker could not look at it again",
};

/** The desk’s list of evidence. */
export const deskEvidence = {
  title: navigation.places.evidence,
  lede: "All evidence that stands, the latest first, whatever claim it is about. What was removed from a claim is not listed.",
  views: "Which evidence",
  all: "All evidence",
  narrow: "Narrow the list",
  search: "Find evidence by title, quoted words or address",
  searchButton: "Find",
  show: "Show",
  any: "Any",
  filters: {
    search: "Words",
    site: "Site",
    stance: "What it does",
    kind: "Primary or secondary",
    claimId: "Claim",
  },
  siteHint: "As in bank.example; an address at it will do.",
  active: "Narrowed by",
  remove: (name: string) => `Remove: ${name}`,
  clear: "Remove all filters",
  kinds,
  none: "Nobody has added evidence yet. It is added at a claim: open one under Claims.",
  noneFound: "No evidence is like this. Try fewer words, or remove a filter.",
  noClaim: "There is no such claim.",
  pages: "Pages of the list of evidence",
  unsaid: "primary or secondary: not said",
  held: "a document that we hold",
  ofSite: (site: string) => `All from ${site}`,
  claim: "About the claim",
  ofClaim: "All evidence of this claim",
  copy: (day: string) => `A copy was kept on ${day}.`,
  lookedThrough: (day: string) => `The document was looked through on ${day}.`,
  noCopy: "No copy is kept.",
  toCopy: "See it with the claim",
  trouble: (trouble: EvidenceTrouble) => `To look at: ${troubles[trouble]}.`,
};
