import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";

/** Who said what, one truth of the language a case, with the cases in which nobody is quoted: for both engines. */

const TITLE = "A title that is no part of this\n\n";
const ENGINES = ["RULES", "MODELS"] as const;
const words = (text: string, spans: readonly (readonly [number, number])[] = []) =>
  spans.map(([start, end]) => text.slice(start, end)).join(" … ");

describe.each(ENGINES)("with %s", (engine) => {
  /** Known to be wrong with the models: it fails once it is right, so that this is taken away. */
  const wrongWithModels = engine === "MODELS" ? test.fails : test;
  const read = (body: string) =>
    analyse({ format: "text", content: `${TITLE}${body}`, url: null, publisher: null }, engine);

  describe("somebody stands behind it", () => {
    test.each([
      ["Maria Lopez said that crime has halved in the city.", "NAMED_PERSON", "Maria Lopez", "said"],
      [
        "According to Eurostat, prices in the region rose by four percent.",
        "NAMED_ORGANIZATION",
        "Eurostat",
        "According to",
      ],
      [
        "Prices rose by four percent in the region, the ministry announced.",
        "NAMED_ORGANIZATION",
        "the ministry",
        "announced",
      ],
      [
        "“Nobody was hurt,” said Philip Luther, a director at the charity.",
        "NAMED_PERSON",
        "Philip Luther",
        "said",
      ],
      [
        "Salam Darwish, the mayor's adviser, told reporters that the dam holds.",
        "NAMED_PERSON",
        "Salam Darwish, the mayor's adviser,",
        "told",
      ],
      [
        "The ship sank within an hour, spokesman Maj. Gen. Pat Ryder told the press.",
        "NAMED_PERSON",
        "spokesman Maj. Gen. Pat Ryder",
        "told",
      ],
      ["The county said in a notice that it had recorded six new cases.", "DOCUMENT", "a notice", "said"],
      ["The report shows that the bridge was never inspected at all.", "DOCUMENT", "The report", "shows"],
      [
        "The bridge was closed for a week in May, Reuters reported on Monday.",
        "MEDIA_REPORT",
        "Reuters",
        "reported",
      ],
      [
        "A source told the paper that the coach will leave in the summer.",
        "UNNAMED_BARE",
        "A source",
        "told",
      ],
      ["Critics say that the plan for the harbour is far too small.", "UNNAMED_BARE", "Critics", "say"],
      [
        "The Wall Street Journal reported on Monday that the bank is up for sale.",
        "MEDIA_REPORT",
        "The Wall Street Journal",
        "reported",
      ],
      [
        "According to a Wall Street Journal/NBC News poll, half of the voters are undecided.",
        "DOCUMENT",
        "a Wall Street Journal/NBC News poll",
        "According to",
      ],
      ["Nina Turner said that the vote in the county was fair.", "NAMED_PERSON", "Nina Turner", "said"],
      ["A plumber said that the pipe had burst twice before.", "UNNAMED_QUALIFIED", "A plumber", "said"],
      ["“The pipe had burst twice,” one plumber said.", "UNNAMED_QUALIFIED", "one plumber", "said"],
      ["A friend of mine said that the pipe had burst twice.", "UNNAMED_BARE", "A friend of mine", "said"],
      [
        "Lena Moss, on the steps of the court: “We will be back here in May.”",
        "NAMED_PERSON",
        "Lena Moss",
        ":",
      ],
      ["The village said that the well has been sealed.", "NAMED_ORGANIZATION", "The village", "said"],
      ["The insurer said that it will pay for the roof.", "NAMED_ORGANIZATION", "The insurer", "said"],
      [
        "The well was sealed in May, based on the council's records.",
        "DOCUMENT",
        "the council's records",
        "based on",
      ],
      [
        "In a survey of bakers by the guild, 38 percent had raised their prices.",
        "DOCUMENT",
        "a survey",
        "In",
      ],
      [
        "Two of the wells were sealed in May, per Harbour Council.",
        "NAMED_ORGANIZATION",
        "Harbour Council",
        "per",
      ],
      [
        "Harbour Insider senior editor Josh Barrow said that the deal is off.",
        "NAMED_PERSON",
        "Harbour Insider senior editor Josh Barrow",
        "said",
      ],
    ])("%s", (body, sourcing, source, cue) => {
      const { statements, attributions, text } = read(body);
      expect(statements[0]?.sourcing).toBe(sourcing);
      const credit = attributions[statements[0]?.attributions[0] ?? -1];
      const foundSource = words(text, credit?.source);
      // the models take along what is said of a source and goes on from a cue: "Philip Luther, a director"
      const upTo = (found: string, length: number) => (engine === "RULES" ? found : found.slice(0, length));
      const sameOrMore = upTo(foundSource, source.length);
      if (sourcing !== "UNNAMED_BARE" || foundSource !== "")
        expect(sameOrMore.replace(/,$/, "")).toBe(source.replace(/,$/, ""));
      if (cue !== "say") expect(upTo(words(text, credit?.cue), cue.length)).toBe(cue);
    });
  });

  test("a name behind a role is the speaker's", () => {
    const { statements } = read(
      "A spokeswoman, Anna Reed, told reporters that the plan for the dam is dead.",
    );
    expect(statements[0]?.sourcing).toBe("NAMED_PERSON");
  });

  test("one of several is what those before were", () => {
    const { statements } = read(
      "Two officials said that the pipe had burst. A third said that it had been patched with tape.",
    );
    expect(statements.map(({ sourcing }) => sourcing)).toEqual(["UNNAMED_QUALIFIED", "UNNAMED_QUALIFIED"]);
  });

  test("after somebody unnamed, she is that person", () => {
    const { statements } = read(
      "A plumber who worked for Tom Hale said that the pipe had burst. She added that it had been patched.",
    );
    expect(statements.map(({ label }) => label)).toEqual(["REPORTED_UNNAMED", "REPORTED_UNNAMED"]);
  });

  describe("nobody is quoted", () => {
    test.each([
      "It goes without saying.",
      "The sign said “Closed” when they came.",
      "He has said nothing.",
      "A police spokesman declined to comment on the arrests of Monday.",
      "The clerks of the board have not answered the letters.",
      "Ana Ruiz did not respond to a request for comment on the sale.",
      "The company that announced the plan is small and old.",
      "They came to say that they were sorry about it.",
      "The United States won the match in the end.",
      "The claims were sent back to the court of the county.",
      "She reported for work at seven in the morning.",
      "The bridge was built in 1931 and painted last year.",
    ])("%s", (body) => {
      const { statements } = read(body);
      for (const { sourcing, label } of statements) {
        expect([sourcing, label === "REPORTED"]).toEqual(["NONE", false]);
      }
    });
  });

  describe("a source goes on governing", () => {
    test("he is the last person quoted", () => {
      const { statements } = read(
        "Hadi Karim said that the salaries are safe.\n\nHe added that the border is open again.",
      );
      expect(statements.map(({ attributedTo }) => attributedTo)).toEqual(["Hadi Karim", "Hadi Karim"]);
    });

    test("one quotation over several sentences is one attribution", () => {
      const { statements, attributions, text } = read(
        "“The road was closed. We waited for hours. Nobody came,” Jo Hale said.",
      );
      const [first] = statements;
      expect(statements.map(({ attributions: [own] }) => own)).toEqual(
        Array.from({ length: 3 }, () => first?.attributions[0]),
      );
      const content = words(text, attributions[first?.attributions[0] ?? -1]?.content);
      for (const part of ["The road was closed", "We waited for hours", "Nobody came"])
        expect(content).toContain(part);
    });

    test("one quotation over several sentences has one speaker", () => {
      const { statements } = read("“The road was closed. We waited for hours. Nobody came,” Jo Hale said.");
      expect(statements.map(({ attributedTo, label }) => [attributedTo, label])).toEqual(
        Array.from({ length: 3 }, () => ["Jo Hale", "REPORTED"]),
      );
    });

    test("but a plain sentence after it is the publisher's own", () => {
      const { statements } = read(
        "Hadi Karim said that the salaries are safe.\n\nThe committee was set up in 2019.",
      );
      expect(statements[1]).toMatchObject({ sourcing: "NONE", label: "UNSOURCED_ASSERTION" });
    });

    test("a hedge on the telling itself leaves nobody behind it", () => {
      const { statements } = read("The prince has reportedly told his friends that the interview went well.");
      expect(statements[0]).toMatchObject({ sourcing: "UNNAMED_BARE", label: "UNSOURCED_SPECULATION" });
    });
  });

  describe("who was near it", () => {
    test.each([
      ["I saw the memo on the manager's desk this morning.", "FIRST_HAND", "UNSOURCED_SPECULATION"],
      ["We watched them load the crates on the ship at night.", "FIRST_HAND", "UNSOURCED_SPECULATION"],
      ["Maria Lopez said that the mayor had told her the plan was dead.", "SECOND_HAND", "REPORTED_UNNAMED"],
      ["Baghdad is the capital of Iraq.", "NOT_NEEDED", "BACKGROUND"],
      ["The dinar is the currency of Iraq and six other states.", "NOT_NEEDED", "BACKGROUND"],
      ["Maria Lopez said that the mayor was told the plan is dead.", "NAMED_PERSON", "REPORTED"],
      ["“I saw the memo,” Maria Lopez said on Monday evening.", "NAMED_PERSON", "REPORTED"],
      ["The bridge was seen as the pride of the whole county.", "NONE", "UNSOURCED_ASSERTION"],
    ])("%s", (body, sourcing, label) => expect(read(body).statements[0]).toMatchObject({ sourcing, label }));
  });

  describe("where nobody vouches, the wording tells", () => {
    test.each([
      ["I think that the new rate will come this month.", "OPINION"],
      ["It is likely that the army will leave the valley.", "UNSOURCED_SPECULATION"],
      ["The harbour will be empty of ships within a generation of captains.", "UNSOURCED_SPECULATION"],
      ["The vote is set for Tuesday in the town hall.", "UNSOURCED_ASSERTION"],
      ["The bridge was built in 1931 and painted last year.", "UNSOURCED_ASSERTION"],
      ["In May the committee bought two ferries for the harbour.", "UNSOURCED_ASSERTION"],
      ["The town gave tea to walkers, who may have come from the coast.", "UNSOURCED_ASSERTION"],
      ["It was a disgraceful performance by the whole council.", "OPINION"],
      ["Word is the banks will open at midnight with new notes.", "UNSOURCED_SPECULATION"],
      ["The keeper is linked with a move to a club on the coast.", "UNSOURCED_SPECULATION"],
      ["Smoke from wood stoves has been linked with asthma.", "UNSOURCED_ASSERTION"],
      ["The town signed a contract worth a million dollars in 2019.", "UNSOURCED_ASSERTION"],
      ["Some accounts say that the king fled through the marsh.", "UNSOURCED_SPECULATION"],
      ["The Gazette understands the offer was made on Friday.", "UNSOURCED_SPECULATION"],
      ["I am told the winter session may be shorter this year.", "UNSOURCED_SPECULATION"],
      ["I should say that the numbers look a bit odd to me.", "OPINION"],
      ["I reckon that the new shop is a waste of good money.", "OPINION"],
    ])("%s", (body, label) => expect(read(body).statements[0]?.label).toBe(label));

    // Alone under a headline it sounds like furniture to the arbiter.
    wrongWithModels("an order to expect something foretells", () =>
      expect(read("Expect the price of bread to rise again in May.").statements[0]?.label).toBe(
        "UNSOURCED_SPECULATION",
      ),
    );

    test.each([
      "Is the bridge open on Sundays?",
      "Click here for more pictures of it.",
      "Good morning to all of you!",
      "The al-Tanf base",
    ])("no claim: %s", (line) => {
      const { statements } = read(
        `The council said that the bridge is open again.\n\n${line}\n\nIt was built in 1931 by the county itself.`,
      );
      expect(statements).toHaveLength(2);
    });
  });
});

describe("by the models", () => {
  const toldIn = (body: string) =>
    analyse(
      { format: "text", content: `Harbour news\n\n${body}`, url: null, publisher: null },
      "MODELS",
    ).statements.map(({ attributedTo }) => attributedTo);

  test("she is whom the sentence before brings up as its subject", () => {
    const [, , told] = toldIn(
      "Prosecutor Anita Vale said that it was cruel. One of the victims, Edith Pike, 83, wept in the hall. She said that she had trusted him.",
    );
    expect(told).toBe("Edith Pike");
  });

  test("and not whom it only names", () => {
    const [, , told] = toldIn(
      "Prosecutor Anita Vale said that it was cruel. The guards led Edith Pike out of the hall. She said that the case was clear.",
    );
    expect(told).toBe("Anita Vale");
  });

  test("what somebody's doctor says doesn't go on in the first person", () => {
    const [, told] = toldIn("My doctor says that I should rest. I will stop in March and sell the boat.");
    expect(told).toBeNull();
  });

  test("who wouldn't say one thing notes another", () => {
    const body =
      "Rep. Omar Lund met the crew. However, Lund would not say which ship he meant, but noted it was a ferry.";
    const { attributions, text } = analyse(
      { format: "text", content: `Harbour news\n\n${body}`, url: null, publisher: null },
      "MODELS",
    );
    const told = attributions.map(({ cue, speaker }) => [text.slice(...(cue[0] ?? [0, 0])), speaker]);
    expect(told).toContainEqual(["noted", "Omar Lund"]);
  });
});
