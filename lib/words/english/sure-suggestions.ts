import { plural } from "./plural";

/** Accepting in one act all that the machine is sure of. */
export const sureSuggestions = {
  button: (n: number) => `Accept the ${n} that are sure`,
  title: (n: number) => `Accept the ${n} suggestions that are sure`,
  become: "They become statements as they were suggested:",
  warning:
    "Sure is not right: as many as six in a hundred of these are wrong. Read the page before you hand it in.",
  undo: "Ctrl Z gives all of them back at once, but for those that were changed meanwhile.",
  trial: "They don’t count for or against a rule, since nobody judged them one by one.",
  more: (n: number) => `At most ${n} are accepted at once; the rest waits.`,
  confirm: "Accept them",
  done: (accepted: number, left: number) =>
    left === 0
      ? `${plural(accepted, "suggestion", "suggestions")} accepted. Ctrl Z gives them back.`
      : `${plural(accepted, "suggestion", "suggestions")} accepted; ${left} left as ${left === 1 ? "it was" : "they were"}, since somebody decided meanwhile.`,
};
