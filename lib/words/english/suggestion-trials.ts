import type { TrialField } from "#lib/domain/suggestion-trials";

const fields: Readonly<Record<TrialField, string>> = {
  LABEL: "What readers are told",
  SOURCING: "Kind of source",
  SOURCE: "Who it is credited to",
  CERTAINTY: "Certainty",
  WINDOW: "Until when",
};

const percent = (share: number) => `${Math.round(share * 100)}`;

export const suggestionTrials = {
  title: "How good suggestions are",
  lede: "How often what a rule or model suggested was published as it was, in the last 26 weeks.",
  definition:
    "Counted is what somebody decided and another person let be published; of a version what was published last, unless it was withdrawn. Right is what stands as it was suggested; changed is what stands and says something else there; removed is what is no statement. What nobody marked and nobody suggested isn’t counted here: this tells how far suggestions can be trusted, and not how much they miss.",
  sample:
    "The range behind a share holds it 95 times of 100 if our pages were drawn by chance (Wilson’s interval). Of fewer than 10 no share is told. Somebody who starts from a suggestion tends to leave it: shares are rather too high than too low.",
  none: "Nothing that was suggested has been published yet. Publish a page; then its suggestions are counted here.",
  byRule: "By rule and model",
  table: "Every rule and model, part by part",
  rule: "Rule or model",
  field: "Of",
  fields,
  right: "Right",
  changed: "Changed",
  removed: "Removed",
  judged: "n",
  share: (share: number, low: number, high: number) =>
    `${percent(share)} % (${percent(low)} to ${percent(high)} %)`,
  tooFew: "too few to tell",
  below: (floor: number) => `below ${percent(floor)} %`,
  floor: (floor: number) =>
    `“Below ${percent(floor)} %” stands where the whole range lies below: more than ${Math.round((1 - floor) * 10)} of ten are corrected by hand. An admin can switch such a rule off.`,
  isOff: "switched off",
  closer: (rule: string, version: string) => `${rule}, version ${version}`,
  choose: "Which part of it",
  byWeek: (field: string) => `Week by week: ${field.toLowerCase()}`,
  week: "Week of",
  chart:
    "Each row is a week: the dot is the share that was right, the line the range behind it, from 0 to 100 %.",
  example: "An example of its reason",
  exampleOf: "On the page:",
  open: "Open the page",
  noExample: "No example is at hand.",
  off: {
    title: "Switched off",
    none: "Every rule and model is on.",
    switchOff: "Switch it off",
    ask: (rule: string) => `Switch off: ${rule}?`,
    note: "Pages that come in from now on still show what it suggests, as “not sure” and with this said beside it. What is here already stays as it is, and nothing that was published changes. It can be switched on again.",
    switchOn: "Switch it on again",
    askOn: (rule: string) => `Switch on again: ${rule}?`,
    noteOn: "Suggestions on pages that come in from now on count as before.",
    reason: "Why",
    reasonHint: "It stands in the history, with your name.",
    since: (by: string, when: string) => `Switched off by ${by}, ${when}.`,
    on: (by: string, when: string) => `On again by ${by}, ${when}.`,
    past: "On again",
    onlyAdmins: "Admins can switch a rule off.",
  },
};
