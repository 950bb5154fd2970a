import { expect, test } from "vitest";
import type { AnalysedAttribution, AnalysedStatement } from "#lib/domain/analysis";
import { analyse } from "./analyse";
import { oneNameEach } from "./one-name";

/** A page on which these speak, one after the other; a name with `kind` is no person's. */
function page(names: readonly (string | { readonly name: string; readonly kind: "ORGANIZATION" })[]) {
  const speakers = names.map((one) =>
    typeof one === "string" ? { name: one, kind: "PERSON" as const } : { name: one.name, kind: one.kind },
  );
  // Nothing else of them is looked at.
  const attributions = speakers.map(({ name, kind }) => ({ speaker: name, speakerKind: kind }));
  const statements = speakers.map(({ name }, i) => ({ attributedTo: name, attributions: [i] }));
  return {
    attributions: attributions as unknown as AnalysedAttribution[],
    statements: statements as unknown as AnalysedStatement[],
  };
}

const called = (names: Parameters<typeof page>[0]) => {
  const { statements, attributions } = oneNameEach(page(names));
  expect(attributions.map(({ speaker }) => speaker)).toEqual(
    statements.map(({ attributedTo }) => attributedTo),
  );
  return statements.map(({ attributedTo }) => attributedTo);
};

test.each([
  [["Maj. Gen. Pat Ryder", "Ryder", "Pat Ryder"], "Pat Ryder"],
  [["Mr Karim", "Hadi Karim", "Mayor Hadi Karim"], "Hadi Karim"],
  [["Prime Minister Mohammed Shia al-Sudani", "al-Sudani"], "Prime Minister Mohammed Shia al-Sudani"],
  [["Dr. Lina Aziz", "Aziz", "L. Aziz"], "Dr. Lina Aziz"],
  [
    ["Secretary of State Antony Blinken", "Secretary Blinken", "Blinken"],
    "Secretary of State Antony Blinken",
  ],
  [["Minister of Foreign Affairs Fuad Hussein", "Fuad Hussein", "Hussein"], "Fuad Hussein"],
  [["Minister of Finance Taif Sami", "Minister Sami"], "Minister of Finance Taif Sami"],
  [["the mayor, Hadi Karim", "Hadi Karim", "Karim"], "Hadi Karim"],
])("%j are one", (names, name) => {
  expect(called(names)).toEqual(names.map(() => name));
  expect(called(names.toReversed())).toEqual(names.map(() => name));
});

test.each([
  [["Lina Aziz", "Omar Aziz", "Aziz"]],
  [["Mrs Haddad", "Mr Haddad"]],
  [["Ana Ruiz", "Ana Ruiz Castro"]],
  [["Karim", { name: "Karim", kind: "ORGANIZATION" as const }]],
  [["Hadi Karim", "Karim Hadi"]],
  [["Minister of Finance Taif Sami", "Minister of Oil Sami"]],
  [["Secretary of State John Home", "Home Secretary Smith"]],
])("%j stay apart", (names) => {
  expect(called(names)).toEqual(names.map((one) => (typeof one === "string" ? one : one.name)));
});

test("a page that names somebody with and without a title credits one person", () => {
  const text =
    "Talks End\n\nMonday, September 16, 2024\n\nMaj. Gen. Pat Ryder said that the talks went well. Pat Ryder said that more will follow. “We agree,” Ryder said.";
  const { statements } = analyse({ content: text, format: "text" } as Parameters<typeof analyse>[0]);
  expect(new Set(statements.map(({ attributedTo }) => attributedTo))).toEqual(new Set(["Pat Ryder"]));
});
