import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { NO_STATEMENT } from "./classify";

const TEXT =
  "The quay\n\nThe council sleeps while the quay rots. It spent 40 million dinars on a new hall last year.";

const read = (url: string | null, content = TEXT) =>
  analyse({ format: "text", content, url, publisher: null }, "RULES");
const labels = (url: string | null) => read(url).statements.map(({ label }) => label);

test.each([["https://harbour.example/opinion/quay"], ["https://harbour.example/news/quay"]])(
  "an address makes no opinion of what is told: %s",
  (url) => expect(labels(url)).toEqual(["UNSOURCED_ASSERTION", "UNSOURCED_ASSERTION"]),
);

describe("a teaser of another post fails closed", () => {
  const REPORT =
    "Bridge closed\nAna Reyes, 3 May 2024\n\nThe bridge over the river was closed on Friday. Workers put up signs on both banks. The mayor, Ivo Brandt, said that the repairs take two weeks.\n\nRelated posts\n";
  const teaser = (line: string) =>
    analyse({ format: "text", content: `${REPORT}${line}\n`, url: null, publisher: null }).statements.filter(
      ({ post }) => post > 0,
    );
  test.each([
    'QUAYFOX Thurs. 2 May 2024 "The mayor told us himself that the bridge will be sold to a foreign fund ...',
    'Petra [Quayside]: "A very senior engineer said that the bridge falls before the end of June ...',
    'Dock Call Notes: "Ivo Brandt told the board that the ferries stop running on Monday ...',
  ])("%s", (line) => {
    const found = teaser(line);
    expect(found.length).toBeGreaterThan(0);
    for (const { label, attributedTo } of found)
      expect([label, attributedTo]).toEqual(["UNSOURCED_SPECULATION", null]);
  });
});

test("a page without a statement says so", () => {
  expect(read(null, "What is the quay for? And who is it for, do you think?").notes).toContainEqual(
    NO_STATEMENT,
  );
});
