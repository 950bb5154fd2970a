import type { FactCheck, Likeness } from "#lib/domain/fact-checks";
import { type FetchingWords, fetchingWords } from "./fetching";
import { plural } from "./plural";

const MORE = "copy the page’s source, and paste it below";

/** Why what stands at an address can't be fetched, and what to do. */
export const factCheckFetching: FetchingWords = {
  ...fetchingWords(MORE, `try again, and if it stays so, ${MORE}`),
  tooLarge: (host) =>
    `What ${host} has at this address is larger than 4 MB; ${MORE}, or the part of it that is about this claim.`,
  wrongType: (host, type) =>
    `At this address ${host} has ${type}, which says nothing for programs; give the address of the page, or of JSON.`,
};

export const factCheckComplaints = {
  noFactChecks: "Choose a file, or paste what is in it",
  longFactChecks: "Give at most 2 MB",
};

type Rating = Pick<FactCheck, "rating" | "value" | "worst" | "best">;

/** The number that stands beside their words, or in their place. */
const scale = ({ value, worst, best }: Rating): string | null => {
  if (value === null || (worst === null && best === null)) return value;
  return worst === null
    ? `${value}, where ${best} is best`
    : `${value}, on a scale that begins with ${worst}${best === null ? "" : ` and ends with ${best}`}`;
};

const ratingOf = (rating: Rating): string | null =>
  rating.rating === null ? scale(rating) : `“${rating.rating}”`;

/** So much of a claim stands in a title. In UTF-16 units. */
const IN_TITLE = 200;
const beginning = (text: string) =>
  text.length <= IN_TITLE ? text : `${[...text.slice(0, IN_TITLE - 1)].slice(0, -1).join("")}…`;

const likeness: Readonly<Record<Likeness, string>> = {
  SAME: "Likely our claim.",
  LIKE: "Worded like our claim: read whether it says the same.",
  OTHER: "Likely about something else.",
};

/** What other fact-checkers say of a claim. */
export const factChecks = {
  title: "What other fact-checkers say",
  link: "Read what another fact-checker says of it",
  lede: "Many fact-checkers write into their pages, for programs, what they looked at and what they found (ClaimReview). It is read here, and put into the form for evidence. What they found is theirs: our verdict stays what editors write.",
  toClaim: "Back to the claim",
  address: "Their page",
  addressTitle: "At an address",
  addressHint: "The page of one fact-check, or a data feed of many.",
  read: "Read the page",
  givenTitle: "In a file",
  file: "File",
  fileHint: "JSON-LD, a data feed, or the source of a page. At most 2 MB.",
  paste: "Or paste what is in it",
  readGiven: "Read what you gave",
  result: "What was found",
  ofAddress: "At",
  ofFile: (name: string) => `In the file ${name}`,
  ofPasted: "In what you pasted",
  waiting: "It is being read.",
  gaveUp: "It could not be finished, and it is not your fault; try again, or tell whoever runs Onrecord.",
  none: "Nothing here says for programs what was found (there is no ClaimReview). Read the page yourself: if it is about this claim, add it as evidence by hand.",
  noneLike: (total: number) =>
    `${plural(total, "fact-check stands", "fact-checks stand")} here, and none of them is worded like this claim. Look for it at that fact-checker’s, and give the page’s own address.`,
  found: (total: number) => `${plural(total, "fact-check", "fact-checks")}.`,
  foundOf: (shown: number, total: number) =>
    `${total} fact-checks stand here. Those that are worded like this claim are shown: ${shown}.`,
  cut: "There is more here than is read: give a smaller part of it.",
  unreadable: (n: number) =>
    `${plural(n, "part of the page is", "parts of the page are")} no JSON, so nothing was read in ${n === 1 ? "it" : "them"}.`,
  facts: "What they say",
  claim: "They looked at",
  noClaim: "They don’t say which claim they looked at.",
  rating: "They found, in their words",
  noRating: "They don’t say what they found.",
  scale,
  by: "By",
  noBy: "They don’t say who they are.",
  day: "On",
  noDay: "They don’t say when.",
  url: "Their page",
  noUrl: "They name no address.",
  likeness,
  take: "Put it into the form for evidence",
  takeHint:
    "Nothing is added yet: you say which way it speaks, take the words that matter from their page, and add it.",
  formIsFull:
    "Something else that you typed stands in the form for evidence of this claim. Add it or clear it first, then come back.",
  /** Of evidence that names no title. */
  titleOf: (claim: string) => (claim === "" ? "A fact-check" : `A fact-check of “${beginning(claim)}”`),
  /** The note of evidence: what they found, as theirs. */
  noteOf: (check: FactCheck): string => {
    const who = check.by ?? "They";
    const rating = ratingOf(check);
    const about = check.claim === null ? "" : ` of the claim “${check.claim}”`;
    return rating === null
      ? `${who}: a fact-check${about}. It says no rating.`
      : `${who}: a fact-check${about}. Their rating, in their words: ${rating}.`;
  },
};
