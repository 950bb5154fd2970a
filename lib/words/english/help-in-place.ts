import type { ReaderLabel, Sourcing } from "#lib/domain/labels";

/** A made-up sentence that is a case of a term, and one that looks like a case and isn't. */
export interface Cases {
  readonly example: string;
  readonly but: string;
  /** What the other one is, and why. */
  readonly since: string;
}

const sourcing: Readonly<Record<Sourcing, Cases>> = {
  NAMED_PERSON: {
    example: "The harbour master, Ines Calder, said that the quay opens in May.",
    but: "The quay opens in May, and Ines Calder has agreed to it.",
    since: "No source given: she agrees to something, she isn’t said to have told it.",
  },
  NAMED_ORGANIZATION: {
    example: "The ministry of ports said that it pays half of the cost.",
    but: "Officials said that the state pays half of the cost.",
    since: "Unnamed, described: officials know by their office, but none is named that could be asked.",
  },
  DOCUMENT: {
    example: "According to the minutes of 3 March, nobody voted against it.",
    but: "People at the port got a letter that tells them to be ready.",
    since: "No source given: the letter is mentioned; neither a reader nor the writer has seen it.",
  },
  MEDIA_REPORT: {
    example: "The Gazette reports that two bidders are left.",
    but: "Media reports say that two bidders are left.",
    since: "Unnamed, not described: no outlet is named.",
  },
  UNNAMED_QUALIFIED: {
    example:
      "An engineer who worked on the quay, and who asked not to be named, said that the piles had cracked.",
    but: "A source said that the piles had cracked.",
    since: "Unnamed, not described: one can’t see why a source would know.",
  },
  UNNAMED_BARE: {
    example: "We are hearing that the piles have cracked.",
    but: "The piles have cracked, a diver who inspected them said.",
    since: "Unnamed, described: who inspected the piles would know.",
  },
  SECOND_HAND: {
    example: "Omar Salih says that the mayor told him the quay is sold.",
    but: "The quay is sold, the mayor, Lina Aziz, told reporters.",
    since: "Named person: she says it herself; passing it on is what reporters do.",
  },
  FIRST_HAND: {
    example: "I was in the queue myself, and the counter paid out, “Dockside77” writes.",
    but: "I was in the queue myself, and the counter paid out, Ruth Akel, a clerk, said.",
    since: "Named person: somebody is named who can be asked.",
  },
  NONE: {
    example: "It is done. Go to the counter on Friday.",
    but: "It is done, the chair of the bank, Omar Salih, said.",
    since: "Named person: somebody stands behind it, however it sounds.",
  },
  NOT_NEEDED: {
    example: "A quay is a wall at which ships are loaded.",
    but: "The quay is the oldest of the country.",
    since: "No source given: not everybody knows it, and somebody could have it wrong.",
  },
};

const labels: Readonly<Record<ReaderLabel, Pick<Cases, "but" | "since">>> = {
  REPORTED: {
    but: "The harbour office has closed the north quay until May.",
    since: "Plain narration: the office does something; nobody is said to have told it.",
  },
  REPORTED_UNNAMED: {
    but: "Insiders say that the piles have cracked.",
    since: "Unsourced speculation: one can’t see who they are, nor why they would know.",
  },
  UNSOURCED_SPECULATION: {
    but: "The letter will come tomorrow, the director of the port, Lea Brand, said.",
    since: "Reported: it may be wrong, but she stands behind it and can be asked.",
  },
  OPINION: {
    but: "Closing the quay was a mistake, the mayor, Lina Aziz, said.",
    since: "Reported: it is the mayor’s judgement, and the page tells that she gave it.",
  },
  UNSOURCED_ASSERTION: {
    but: "The council is about to sell the quay, and it will be announced any day now.",
    since: "Unsourced speculation: it claims to know what isn’t announced, and nobody stands behind it.",
  },
  BACKGROUND: {
    but: "The town will lie under water in ten years.",
    since: "Not background: it can’t be looked up, since it isn’t so yet.",
  },
};

/** The words that the desk asks editors to choose between, explained where they choose. */
export const help = {
  title: "What the words mean",
  here: "At this statement",
  sourcing: "Who stands behind it",
  labels: "What readers are told",
  example: "It is:",
  but: "It isn’t:",
  all: "All words, as readers see them too",
  cases: { sourcing, labels },
};
