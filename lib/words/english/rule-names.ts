import type { ReasonRule } from "#lib/domain/reasons";

/** Of rules that answer for something of a statement: what each goes by. */
type Answering = Exclude<ReasonRule, `segment/${string}` | "label/derived" | "import/mark">;

const rules: Readonly<Record<Answering, string>> = {
  "source/quoted-article": "An article of another outlet that is quoted",
  "source/linked-title": "The title of another page that is linked",
  "source/according-to": "“According to” and its like",
  "source/colon-quote": "A name, a colon and a quotation",
  "source/in-a-survey": "What a survey found",
  "source/quoted-as-saying": "“Was quoted as saying” and its like",
  "source/cue-verb": "A verb of saying with its subject",
  "source/in-a-statement": "“In a statement” and its like",
  "source/joint-statement": "What several said together",
  "source/attribution-model": "The model that finds who said what",
  "source/sourcing-model": "The model that compares with labelled statements",
  "source/hearsay-wording": "Wording that passes hearsay on",
  "source/hedged-report": "“Reportedly” and its like",
  "source/same-quotation": "A part of a quotation that was credited",
  "source/quotation-goes-on": "A quotation that goes on",
  "source/speaker-follows": "A quotation whose speaker the next sentence names",
  "source/announced": "A paragraph that the line before it announces",
  "source/signed": "Words with a name below them",
  "source/turn": "A turn in an interview or a hearing",
  "source/lead": "A lead that the next sentence credits",
  "source/teaser-claim": "The start of another post",
  "source/second-hand": "What somebody passes on of another",
  "source/first-hand": "A writer who says they were there",
  "source/common-knowledge": "What anybody can look up",
  "source/own-page": "What the page said before",
  "source/own-voice": "A writer who speaks for the writer",
  "source/judgement": "Words of judging and inferring",
  "source/evaluation": "Praise and blame",
  "source/forecast": "A forecast without a source",
  "source/hedged": "A writer who is less than certain",
  "source/opinion-page": "A page that calls itself opinion",
  "source/narration": "The publisher’s own voice, where nothing else is found",
  "source/paper-not-shown": "A paper that is mentioned and not shown",
  "certainty/insider-wording": "Wording that claims inside knowledge",
  "time/window": "A time that lies ahead",
};

/** What rules are called, and the code with the version. */
export const ruleNames = {
  called: (rule: string) =>
    Object.hasOwn(rules, rule) ? rules[rule as Answering] : "A rule that is no longer used",
  code: (rule: string, version: string) => `${rule} ${version}`,
};
