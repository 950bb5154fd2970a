import type { MarkTool, MarkTrouble } from "#lib/domain/marks";
import { kinds, longDay, tools } from "./mark-reason";
import { navigation } from "./navigation";
import { plural } from "./plural";

const troubles: Readonly<Record<MarkTrouble, string>> = {
  NO_WORDS:
    "The mark names no words of the page: it is about all of it or about another note, or it tells their place in a way that isn’t read here.",
  NOT_FOUND: "These words don’t stand in this version of the page.",
  ELSEWHERE: "Words like these stand here once, but not with what stood around them.",
  AMBIGUOUS: "These words stand here in several places, and nothing tells which is meant.",
  OUTSIDE: "They don’t lie inside one part of the page that can hold a statement.",
  CUT: "No statement can stand in these words: an end would cut a character, or they are in more than eight pieces.",
  TAGS_DIFFER: "Its tags say different things about the source.",
  UNCHOSEN: "It says nothing about the source. Choose above what becomes of such marks.",
  LEFT_OUT: "It says nothing about the source, and such marks are left out.",
  SUGGESTED: "Exactly this is suggested here already.",
};

export const markComplaints = {
  noMarks: "Choose a file, or paste what is in it",
  longMarks: "Give at most 2 MB",
};

/** Marks that people made in other programs, taken in as suggestions. */
export const marks = {
  tools,
  kinds,
  troubles,
  title: navigation.page.marks,
  ask: "Ask the language model",
  lede: "What people marked on this page in Hypothesis, Label Studio or INCEpTION comes in as suggestions. An editor decides on each of them, as on those of the machine.",
  give: "Give a file",
  file: "File",
  fileHint:
    "JSON of Hypothesis, Web Annotations or Label Studio, or WebAnno TSV 3. At most 2 MB and 1,000 marks.",
  paste: "Or paste what is in it",
  read: "Read it",
  preview: "What would come of it",
  from: (tool: MarkTool, n: number) => `${plural(n, "mark", "marks")} from ${tools[tool]}.`,
  tagsTitle: "What its tags say about the source",
  tagsHint: "Tags that are called as ours are chosen already.",
  tag: (tag: string) => `Tag “${tag}”`,
  nothing: "Nothing about the source",
  otherwise: "Marks whose tags say nothing about the source",
  choose: "Choose",
  leaveOut: "Leave them out",
  show: "Show what would come of it",
  suggested: (n: number) => `Suggested: ${n}`,
  left: (n: number) => `Not suggested: ${n}`,
  noneSuggested: "Nothing yet.",
  noneLeft: "Nothing is left out.",
  approximately: "Found but for white space and the make of quotation marks.",
  madeBy: (by: string | null, day: string | null) =>
    [by ?? "Nobody named", ...(day === null ? [] : [longDay(day)])].join(", "),
  note: "Note",
  noWords: "No words",
  several: (n: number) => `Marks that say the same of the same words are one suggestion: ${n} in all.`,
  import: (n: number) => `Import ${plural(n, "suggestion", "suggestions")}`,
  chooseFirst: "Choose what becomes of marks whose tags say nothing. Then they can be imported.",
  putAway: "Put this file away",
  files: "Files that were given",
  noFiles: "No file was given for this version yet.",
  given: (count: number, tool: MarkTool, by: string, when: string) =>
    `${plural(count, "mark", "marks")} from ${tools[tool]}, given by ${by}, ${when}.`,
  imported: (n: number, by: string, when: string) =>
    `Imported by ${by}, ${when}: ${plural(n, "suggestion", "suggestions")}.`,
  ended: (by: string, when: string) => `Taken back by ${by}, ${when}.`,
  putAwayBy: (by: string, when: string) => `Put away by ${by}, ${when}.`,
  waits: "Nobody imported it yet.",
  look: "Look at it",
  takeBack: "Take it back",
  takeBackHint: "Its suggestions go, as long as nobody decided on one of them.",
  decided: "Somebody decided on what it suggests, so it stays.",
  unnamed: "a pasted file",
  toPage: "Back to the page",
  readBlind: "Two people read this page blind. Marks can be given once that is settled.",
};
