import { describe, expect, test } from "vitest";
import { attribute } from "#lib/pipeline/attribute";

/** Whoever the attributions of the last sentence name, by the trained models; null for those that name nobody. */
function speakersIn(text: string): (string | null)[] {
  const segments = [{ start: 0, end: text.length, type: "BODY" as const, post: 0 }];
  const last = attribute({ text, segments }, "MODELS").attributed.at(-1);
  return (last?.touching ?? []).map(({ speaker }) => speaker?.name ?? null);
}

describe("the words that name who speaks", () => {
  test.each([
    ["Ana Ruiz left the meeting early, saying that the bridge was unsafe.", "Ana Ruiz"],
    ["The mayor met a plumber, who told him that the pipe had burst in March.", "a plumber"],
    ["The keeper was described by witnesses as a quiet man who never shouted.", "witnesses"],
    [
      "Minister of works and harbours Omar Aziz told the Gazette that the quay would be rebuilt.",
      "Omar Aziz",
    ],
    ["Lena Hurt of the Harbour Mail recalled that the ferry had sunk twice.", "Lena Hurt"],
    ["The harbour's chief engineer, Wren Falk, said that the crane was old.", "Wren Falk"],
    ["The council on Friday said that the bridge was unsafe.", "the council"],
    [
      "Bridge safety officials, citing a report by the ministry, said that the arch had moved.",
      "Bridge safety officials",
    ],
    ["The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said.", "Lina Aziz"],
    ["“We condemn the attack,” said al-Karim, the imam of the old mosque.", "al-Karim"],
  ])("%s", (text, name) => expect(speakersIn(text)).toContain(name));

  test("who writes to somebody asks, and not who is written to", () =>
    expect(
      speakersIn("The tenants wrote on Monday to Governor Lena Hurt asking why the lifts were off."),
    ).toEqual(["the tenants"]));

  test.each([
    "Tom Hale was told that the mill would close.",
    "Supporters came. “Open the bridge,” they chanted.",
  ])("nobody is named in: %s", (text) => expect(speakersIn(text)).toEqual([null]));
});

describe("one person of a page", () => {
  test.each([
    ["Omar Aziz built the quay. He said that it would last a century.", "Omar Aziz"],
    ["Ana Ruiz chairs the council. Pavel Dorn leads the union. She said the talks had failed.", "Ana Ruiz"],
    ["Ana Ruiz chairs the council. Pavel Dorn leads the union. He said the talks had failed.", "Pavel Dorn"],
    ["Ana Ruiz chairs the council. Mrs Ruiz said that the talks had failed.", "Ana Ruiz"],
    ["Ms Wren Otis met Mr Lev Roche at the mill. She said the wheel was broken.", "Wren Otis"],
    [
      "We sue, said Mr Lev Roche. His lawyer, Ms Robin Pell, rose. She added that papers were filed.",
      "Robin Pell",
    ],
    ["Peter Dorn and his sister Ida Dorn own the mill. Dorn said it would close.", "Dorn"],
    [
      "The report came out. The report said the bridge was unsafe. It warned that it could fall.",
      "the report",
    ],
  ])("%s", (text, name) => expect(speakersIn(text)).toContain(name));
});
