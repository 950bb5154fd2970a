import type { TemplateRefusal } from "#lib/domain/promise-template";

const refusals: Readonly<Record<TemplateRefusal, string>> = {
  NO_WORDS: "There are no words in it.",
  NOTHING_VARIES: "No date, amount or place stands in its words, so nothing in them can vary.",
  ONLY_SLOTS: "Nothing is left of it without its dates, amounts and places: it would match every promise.",
  TOO_GENERAL:
    "What is left of it could be said of anything (“it opens”, “big news”): it would match almost every promise.",
  REPEATED: "It says one word over and over.",
  TOO_LONG: "It is too long to be said again in the same words.",
};

/** What the desk says of the template that a promise is joined to. */
export const deskTemplates = {
  refusals,
  heading: "Promised before",
  none: "Nothing that is published promises the same in these words.",
  refused: (why: string) => `It joins no template. ${why}`,
  keptOut: "No template: an editor keeps it out",
  byWords: "What its words make",
  joinedBy: (said: string, name: string) => `${said} Joined by ${name}.`,
  chosenBy: (said: string, name: string) =>
    `Joined by ${name}, published once a second person has read it: ${said}`,
  parted: (name: string) => `${name} keeps it out of any template.`,
  part: "Keep it out of this template",
  leave: "Leave it to the machine",
  join: "Join it to another template",
  joinThis: (said: string) => `Join it to “${said}”`,
  joinField: "Page of the other template",
  joinHint: "Open it among the readers’ promises, and copy its address.",
  proposed: "The machine takes it for the same promise:",
  dismiss: "Another promise: dismiss it",
  dismissedBy: (name: string) =>
    `The machine took it for the same promise as another; ${name} said that it isn’t.`,
  undoDismissal: "Take that back",
  settled: "Kept.",
  chosen: "Kept in the page’s review. Hand that in next; somebody else publishes it.",
  joined: "Joined by the machine, from the words alone:",
};
