export const guidelineRefusals = {
  guidelineNewer:
    "Somebody saved a version since you began. Yours still stands in the field, and theirs is kept: read it, then save again.",
  sameGuideline: "This says the same as the newest version: nothing was saved.",
};

/** The newsroom's guideline. Days and times come in as words already. */
export const guideline = {
  nav: "Guideline",
  title: "Guideline",
  kicker: "Admin",
  lede: "How this newsroom labels. What is handed in keeps the number of the version that stood then.",
  version: (number: number) => `Version ${number}`,
  saved: (number: number, name: string, moment: string) => `Version ${number}, saved by ${name}, ${moment}.`,
  note: "What changed:",
  broughtBack: (number: number) => `It brings version ${number} back.`,
  contents: "In this guideline",
  none: {
    title: "No guideline yet",
    text: "Admins write it. Until then, the definitions that Onrecord comes with hold.",
    words: "What the words mean",
    write: "Write the first version",
  },
  writeNext: "Write the next version",
  earlier: (number: number) => `This is an earlier version. The newest is version ${number}.`,
  toNewest: "The newest version",
  versions: {
    title: "Versions",
    newest: "the newest",
    changes: (older: number, newer: number) => `What changed from version ${older} to ${newer}`,
    list: "Versions of the guideline",
  },
  changes: {
    title: (older: number, newer: number) => `What changed from version ${older} to version ${newer}`,
    only: "There is only one version: nothing to compare it with.",
    same: "Both versions say the same.",
    legend: "Struck out: what was removed. Underlined: what was added.",
    back: "The guideline",
  },
  bringBack: {
    label: "Bring this version back",
    title: (number: number) => `Bring version ${number} back?`,
    text: "Its text becomes a new version. The one that stands now stays readable, and can be brought back in the same way.",
    note: "Why",
    noteHint: "Everybody at the desk reads it in the list of versions.",
    confirm: "Bring it back",
  },
  write: {
    title: "Write the guideline",
    intro:
      "Every save is a new version; earlier ones stay readable. Everybody at the desk reads it, under Guideline and from the help at a statement.",
    startsFrom: (number: number) => `You write from version ${number}.`,
    startsFresh:
      "Nobody wrote one yet. The field holds the definitions that Onrecord comes with: change what your newsroom does differently.",
    text: "Guideline",
    textHint:
      "# and ## begin a heading, - an item, 1. a step, > words that are quoted; **bold**, *stressed*, `code`, [words](https://address). No HTML. A heading with a code, such as ## Sources say `UNNAMED_BARE`, is where help at a statement leads.",
    note: "What changed, and why",
    noteHint: "One or two sentences. Everybody at the desk reads it in the list of versions.",
    save: "Save a new version",
    saveOver: "Save mine as the newest version",
    preview: "How it will look",
    unknown: (codes: string) => `Help knows no such code, so nothing leads to these headings: ${codes}.`,
    missing: (names: string) => `Help finds no heading for: ${names}.`,
    codes: "Codes that help knows",
    theirs: {
      title: (number: number, name: string) => `${name} saved version ${number} since you began`,
      both: "Yours stands in the field below. Theirs is kept whichever way you save: take from it what you need.",
      changes: (older: number, newer: number) => `What they changed, from version ${older} to ${newer}`,
      whole: (number: number) => `Version ${number}, as it was typed`,
      begin: (number: number) => `Leave mine for later, and begin from version ${number}`,
    },
  },
  help: {
    all: "The newsroom’s guideline",
    section: "In the guideline",
    of: (name: string) => ` of ${name}`,
  },
  judged: (number: number) => `Handed in under version ${number} of the guideline.`,
  first: {
    text: "This guideline says how our newsroom labels. It begins with the definitions that Onrecord comes with.",
  },
};
