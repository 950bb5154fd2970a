import { expect, test } from "vitest";
import { templateOf } from "./promise-template";
import { promiseIn } from "./promise-words";

/** The words between [ and ] say who says it. */
function credited(marked: string): string {
  const credits = [...marked.matchAll(/\[([^\]]*)\]/g)].map(({ index, 0: hit }, i) => ({
    start: index - 2 * i,
    end: index - 2 * i + hit.length - 2,
  }));
  return promiseIn(marked.replaceAll(/[[\]]/g, ""), credits);
}

test.each([
  ["[My bank] [told me] that the new rate is out tomorrow.", "the new rate is out tomorrow."],
  ["The new rate is out tomorrow, [a banker] [said].", "The new rate is out tomorrow."],
  ["[Minister Ana Ruiz] [said] “the dam opens on Friday”.", "the dam opens on Friday."],
  ['[The paper] [wrote]: "The dam opens on Friday."', "The dam opens on Friday."],
  ["[Minister Ana Ruiz] [said] the “new dam” opens on Friday.", "the “new dam” opens on Friday."],
  [
    "[Ana Ruiz, a member of the board, confirmed] today, Wednesday, that pay is safe until May.",
    "pay is safe until May.",
  ],
  ["[The ministry] [said] late on Monday that the dam opens on Friday.", "the dam opens on Friday."],
  [
    "[A banker] [said] on Friday the dam that broke will be mended.",
    "on Friday the dam that broke will be mended.",
  ],
  ["The dam opens on Friday.", "The dam opens on Friday."],
  ["SKARN (AP) — The new dam opens on Friday.", "The new dam opens on Friday."],
  ["The new dam opens on Friday, [Ana Ruiz] [told] reporters.", "The new dam opens on Friday."],
  [
    "In the second week of May, [Ana Ruiz] [said] pay will rise.",
    "In the second week of May, pay will rise.",
  ],
  [
    "Before the second week of May, [Ana Ruiz] [said] pay rises.",
    "Before the second week of May, pay rises.",
  ],
  [
    "All of the workers’ [union leaders] [said] pay rises on Friday.",
    "All of the workers’ pay rises on Friday.",
  ],
  ["On Friday that bank opens, [Ana Ruiz] [said].", "On Friday that bank opens."],
  ["“The new dam opens on Friday,” [Ana Ruiz] [told] the radio in Skarn.", "The new dam opens on Friday."],
  ["The new dam, [Ana Ruiz] [said], opens on Friday.", "The new dam opens on Friday."],
  ["[Ana Ruiz] [said] the dam opens.", "the dam opens."],
  ["[He] [said] so.", "He said so."],
])("who says it is no part of what is promised: %s", (marked, left) => {
  expect(credited(marked).replace(/\s+/g, " ")).toBe(left.replace(/\s+/g, " "));
});

test("the same promise in another's mouth has the same key", () => {
  const key = (marked: string) => templateOf(credited(marked), null).template?.key;
  expect(key("[My bank] [told me] the dinar revalues tomorrow.")).toBe(key("The dinar revalues on Friday."));
  expect(key("The dinar revalues on Friday, [Minister Ana Ruiz] [said].")).toBe(
    key("The dinar revalues on 3 May 2024."),
  );
});
