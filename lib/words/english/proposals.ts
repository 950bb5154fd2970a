import type { FormUse, ProposalFate, ProposalUse, RequestFault, RequestOutcome } from "#lib/domain/proposals";
import { plural } from "./plural";

/** What a language model proposes, where one is set. Moments come in as words already. */

const number = (n: number) => n.toLocaleString("en");
/** From millionths of a currency. Cents are too much for most requests. */
const money = (millionths: number, currency: string) =>
  `${(millionths / 1_000_000).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 4 })} ${currency}`;
const tokens = (n: number) => `${number(n)} ${n === 1 ? "token" : "tokens"}`;

const faults: Record<RequestFault | "budget", string> = {
  UNREACHABLE:
    "The language model can’t be reached. What you typed is still there; go on without it, or ask again later.",
  KEY_REFUSED:
    "The language model’s server doesn’t take our key. Whoever runs Onrecord has to set another one.",
  TOO_MANY: "The language model’s server has too much to do. Ask again in a minute.",
  NOT_FOUND:
    "The language model isn’t at the address that is set. Whoever runs Onrecord has to look at that setting.",
  SERVER_REFUSED:
    "The language model’s server refused the request. Whoever runs Onrecord has to look at the settings of the model.",
  SERVER_BROKEN: "The language model’s server has a fault of its own. Ask again later.",
  TIMED_OUT: "The language model took too long, so the request was given up. Ask again, or go on without it.",
  TOO_LONG: "The language model answered with far too much, so nothing of it was read.",
  NONSENSE: "The language model answered with nothing that can be used. Ask again, or go on without it.",
  budget:
    "This request might cost more than is left of this month’s budget, so it was not sent. Go on without it; an admin can see what was spent.",
};
const uses: Record<ProposalUse, string> = {
  WORDINGS: "Wordings of claims",
  SEARCHES: "Searches for evidence",
  STATEMENTS: "Statements that were missed",
};
const outcomes: Record<RequestOutcome, string> = {
  ASKED: "No answer yet",
  ANSWERED: "Answered",
  FAILED: "Failed",
  CANCELLED: "Called off",
  REFUSED: "Not sent: budget",
};
const shortFaults: Record<RequestFault, string> = {
  UNREACHABLE: "not reached",
  KEY_REFUSED: "key refused",
  TOO_MANY: "too much to do",
  NOT_FOUND: "nothing at the address",
  SERVER_REFUSED: "refused",
  SERVER_BROKEN: "fault of its server",
  TIMED_OUT: "took too long",
  TOO_LONG: "too long an answer",
  NONSENSE: "no usable answer",
};
const fates: Record<ProposalFate | "OPEN", string> = {
  TAKEN: "Saved as proposed",
  CHANGED: "Saved in other words",
  CHOSEN: "In a form, not saved",
  REJECTED: "Rejected",
  OPEN: "Left",
};

export const proposals = {
  ask: {
    WORDINGS: "Propose wordings",
    SEARCHES: "Propose searches",
    STATEMENTS: "Propose statements",
  } satisfies Record<ProposalUse, string>,
  hint: {
    WORDINGS: (model) => `${model} is told the claim and the words that were joined to it. It may be wrong.`,
    SEARCHES: (model) =>
      `${model} is told the claim, the words that were joined to it, its evidence and where you looked already. It may name places that don’t exist.`,
    STATEMENTS: (model) =>
      `${model} is told the words of this page, up to 20,000 characters, and what is suggested on them. What it finds is shown to you first; nothing is suggested before you import it.`,
  } satisfies Record<ProposalUse, (model: string) => string>,
  asking: (model: string) => `${model} is asked …`,
  seconds: (n: number) => plural(n, "second", "seconds"),
  cancel: "Call it off",
  cancelled: "Called off. Nothing was proposed; what it may have cost is counted.",
  title: {
    WORDINGS: "Proposed wordings",
    SEARCHES: "Proposed searches",
  } satisfies Record<FormUse, string>,
  none: "It proposed nothing that can be used.",
  refused: (n: number) => `${plural(n, "proposal was", "proposals were")} of no use and left out.`,
  search: (lookedFor: string, place: string) => `Look in ${place} for ${lookedFor}`,
  use: "Fill in",
  reject: "Of no use",
  filled: {
    WORDINGS: "It stands in the form. Nothing is saved until you save it.",
    SEARCHES: "It stands in the form. Look there first: recording it says that you looked and found nothing.",
  } satisfies Record<FormUse, string>,
  found: "What it found is kept on this page. Look at it, and import what is right.",
  rejected: "Noted as of no use.",
  putBack: "Put back what stood there",
  putBackDone: "What stood there before stands in the form again.",
  signed: (model: string, prompt: string) => `${model}, prompt ${prompt}`,
  by: (model: string, prompt: string) => `Proposed by ${model}, prompt ${prompt}. Nobody checked it.`,
  cost: (tokensIn: number, tokensOut: number, cost: number, currency: string) =>
    `${number(tokensIn)} tokens in, ${number(tokensOut)} out: ${money(cost, currency)}.`,
  costUnknown: (cost: number, currency: string) =>
    `Its server didn’t say how many tokens it took: ${money(cost, currency)} at most is counted.`,
  leftMoney: (amount: number, currency: string) => `${money(Math.max(0, amount), currency)} left this month.`,
  leftTokens: (amount: number) => `${tokens(Math.max(0, amount))} left this month.`,
  faults,
  uses,
  ledger: {
    kicker: "Admin",
    title: "Language model",
    intro:
      "What the language model was asked for, what it cost, and what editors made of its proposals. It is asked when somebody presses a button. For a claim it is told the words that were joined to it, and for searches its evidence and where was looked already; for statements the words of a page. It is told no name of anybody here, and no note.",
    facts: "Settings",
    model: "Model",
    host: "Server",
    prices: "Price of a million tokens",
    priceWords: (priceIn: number, priceOut: number, currency: string) =>
      `${number(priceIn)} ${currency} in, ${number(priceOut)} ${currency} out`,
    budget: "Budget of a month",
    spent: "Spent this month",
    left: "Left this month",
    month:
      "A month is a calendar month in UTC. A request sets aside the most that it may cost; what is not known of it stays counted so.",
    tokens,
    money,
    byUse: "This month by use",
    byPerson: "This month by person",
    none: "Nothing was asked this month.",
    columns: {
      name: "",
      asked: "Asked",
      cost: "Cost",
      fates: "What became of the proposals",
    },
    useColumn: "Use",
    personColumn: "Person",
    asked: (n: number) => plural(n, "request", "requests"),
    failed: (n: number) => `${number(n)} without an answer`,
    overBudget: (n: number) => `${number(n)} not sent`,
    fate: (fate: ProposalFate | "OPEN", n: number) => `${fates[fate]}: ${number(n)}`,
    noProposals: "None",
    requests: "Requests",
    noRequests: "Nothing was asked yet.",
    requestColumns: { when: "When, and who", use: "For", outcome: "What came", cost: "Cost" },
    outcomes,
    shortFaults,
    claim: "The claim",
    page: "The page",
    promptOf: (model: string, prompt: string) => `${model}, ${prompt}`,
    took: (ms: number) => `${(ms / 1000).toLocaleString("en", { maximumFractionDigits: 1 })} s`,
    inOut: (tokensIn: number, tokensOut: number) => `${number(tokensIn)} in, ${number(tokensOut)} out`,
    atMost: (most: number) => `${tokens(most)} at most`,
    pages: "Parts of the list",
    older: "Older requests",
    newest: "The newest",
  },
};
