/** Who publishes here, for readers: what the newsroom says of itself, and what is so for everybody who uses Onrecord. */

export const about = {
  title: "About",
  kicker: "About",
  answer: (newsroom: string | null) =>
    newsroom === null ? "Who publishes here, and how." : `${newsroom} publishes here.`,
  lede: "Onrecord tells what was reported from what was merely said. People decide what is published; the machine only proposes.",
  who: "Who we are",
  whoUnsaid: "This newsroom hasn’t said yet who it is. Judge what you read here with that in mind.",
  funding: "Who pays for it",
  fundingUnsaid: "This newsroom hasn’t said yet who pays for it.",
  contact: "How to reach us",
  contactUnsaid: "This newsroom gives no address. An error report reaches its editors all the same.",
  fair: {
    title: "What we choose, and how we judge",
    text: "Pages are chosen because many read them or because a claim comes back, whoever it is good or bad for. Every page is read by the same rules, and two people stand behind each that is published.",
    link: "How we label",
  },
  corrections: {
    title: "When we are wrong",
    text: "What is wrong is corrected in the open: published anew, marked at the statement, with the reason and the day. Nothing is changed silently, and what was withdrawn says so at its address.",
    link: "All corrections",
    report: "Report an error",
  },
  sources: {
    title: "What you can check yourself",
    text: "Each page links to its original and says on which day we read it. Each verdict lists its evidence, and what was looked for and not found. Each publication has a proof that it wasn’t changed since.",
  },
  programs: {
    title: "For programs",
    text: "All that is published can be read by program, too: as JSON, with an address for each page, claim and statement.",
    link: "How to read it",
  },
  privacy: {
    title: "What we know of you",
    text: "No account is needed, nothing here comes from another company, and there is no cookie but the one that keeps the colours you chose. An error report asks for no name, and you can erase it.",
  },
};
