export const scaleComplaints = {
  badVerdictCode:
    "A code is 2 to 40 capital letters, digits and low lines, and begins with a letter, as PARTLY_TRUE. NO_VERDICT is taken",
  noVerdictMeaning: "Choose what it means",
  fewVerdicts: "A scale has two verdicts at least",
  manyVerdicts: "A scale has twelve verdicts at most",
};

/** The newsroom's scale of verdicts. Days and times come in as words already. */
export const scale = {
  title: "Verdict scale",
  kicker: "Admin",
  lede: "Which verdicts this newsroom gives, in their order. A verdict that is handed in keeps the word and the definition of then.",
  version: (number: number) => `Version ${number}`,
  given: "Version 1, which Onrecord comes with.",
  saved: (number: number, name: string, moment: string) => `Version ${number}, saved by ${name}, ${moment}.`,
  note: "What changed:",
  broughtBack: (number: number) => `It brings version ${number} back.`,
  writeNext: "Write the next version of the scale",
  earlier: (number: number) =>
    `This is an earlier version: no new verdict is given by it. Version ${number} is in force.`,
  versions: { title: "Versions", newest: "in force", list: "Versions of the verdict scale" },
  table: {
    code: "Code",
    word: "Word",
    definition: "What readers are told it means",
    meaning: "Counts as",
    languages: { en: "English", ar: "Arabic" },
    inEnglish: "as in English",
  },
  changes: {
    title: (number: number) => `What changed from version ${number}`,
    none: "Nothing: it says the same.",
    added: (word: string, code: string) => `New: ${word} (${code})`,
    removed: (word: string, code: string) => `Taken out: ${word} (${code})`,
    stays: "What was published by it keeps it.",
    open: (n: number) =>
      `${n === 1 ? "One open review has" : `${n} open reviews have`} it, and will be asked for another verdict at hand-in.`,
    reworded: {
      word: (word: string, language: string) => `${word}: its word in ${language}`,
      definition: (word: string, language: string) => `${word}: its definition in ${language}`,
    },
    from: (before: string, after: string) => `from “${before}” to “${after}”`,
    nothing: "nothing",
    moved: (names: string) => `The order: ${names}`,
  },
  bringBack: {
    label: "Bring this scale back",
    title: (number: number) => `Bring version ${number} of the scale back?`,
    text: "Its verdicts become a new version, which is in force from then on. What was published keeps its words. The version that stands now stays readable, and can be brought back in the same way.",
    note: "Why",
    noteHint: "Everybody at the desk reads it in the list of versions.",
    confirm: "Bring it back",
  },
  write: {
    title: "Write the verdict scale",
    intro:
      "Every save is a new version, in force for all that is handed in from then on. What was published keeps its code, word and definition. A code means one thing for good: what means something else needs a code of its own.",
    startsFrom: (number: number) => `You write from version ${number}.`,
    verdict: (n: number, word: string) => `Verdict ${n}: ${word}`,
    another: (n: number) => `Verdict ${n}: add one here`,
    code: "Code",
    codeHint: "For programs: capital letters, digits and low lines.",
    meaning: "Counts as",
    meaningHint:
      "What the rules go by: all but “No evidence found” and “Unresolved” ask for a piece of evidence with its quotation, day and publisher.",
    choose: "Choose a meaning",
    word: "Word",
    arabicWord: "Word in Arabic",
    arabicHint: "Pages in Arabic show the English where this is empty.",
    definition: "Definition, in one sentence",
    arabicDefinition: "Definition in Arabic",
    place: "Place in the order",
    out: "Take it out of the scale",
    of: (n: number) => `, verdict ${n}`,
    note: "What changed, and why",
    noteHint: "One or two sentences. Everybody at the desk reads it in the list of versions.",
    save: "Save a new version",
    saveOver: "Save mine as the newest version",
    preview: "What will change",
    theirs: {
      title: (number: number, name: string) => `${name} saved version ${number} since you began`,
      both: "Yours stands in the fields below. Theirs is kept whichever way you save: take from it what you need.",
      read: (number: number) => `Version ${number}, and what changed with it`,
      begin: (number: number) => `Leave mine for later, and begin from version ${number}`,
    },
  },
};
