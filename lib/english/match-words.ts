import { type WordClass, wordsOf } from "./word-class";

/** Words by which two statements are compared, as data. Written by hand for this project, from general knowledge of English. */
export const MATCH_CLASSES = {
  RECIPROCAL: {
    means: "says the same of both sides: whoever meets is met",
    example: "The minister met the ambassador.",
    words: `
      meet marry wed divorce face play draw tie merge unite join border agree disagree sign negotiate talk discuss debate trade
      share cooperate collaborate clash collide differ resemble equal match rival partner ally link connect fight battle compete
      versus vs
    `,
  },
  EMPTY: {
    means: "carries no content of its own",
    example: "It is the same at the bank.",
    words: `
      a an the of to in on at by for from with as and or but that this these those it its it's is are was were be been
      being am has have had having do does did doing done will would shall can could may might must he she they them
      their his her him we our us you your i my me who whom whose which what when where there here also so than then
      into about over after before because while during just only very too both each every any some all more most much
      many such own same other another again still already yet even ever now up out off down if whether how why get
      gets got getting take takes took make makes made give gives gave say says said saying tell tells told per via
      according go goes went come comes came let lets put puts one's won't 'll 're 've 's ok well per understand
      please share look watch yes oh hey guys folks everybody everyone people thing things
    `,
  },
  NEGATION: {
    means: "says that something is not so",
    example: "No deal was reached.",
    words: `
      no not never none nobody nothing nowhere neither nor without cannot can't won't isn't aren't wasn't weren't don't
      doesn't didn't hasn't haven't hadn't wouldn't couldn't shouldn't mustn't ain't n't non hardly false untrue zero
    `,
  },
  AGAINST: {
    means: "a verb or noun that keeps something from being so",
    example: "The board refused the offer.",
    words: `
      deny refuse reject fail failure abandon scrap cancel drop halt stop avoid lack refusal rejection denial denies
      veto oppose withdraw suspend suspension cancellation decline block abolish quash dismiss dead unable rule_out
      call_off turn_down give_up reverse repeal revoke ditch shelve axe scupper forgo skip hoax fake rumour rumor
    `,
  },
  PLANNED: {
    means: "lies ahead or is meant to be",
    example: "The bridge is due to open.",
    words: `
      will shall plan expect due schedule set going gonna forecast intend aim soon upcoming expected promise pledge vow
      prepare 'll likely about await announce_soon next tomorrow later
    `,
  },
  OFFERED: {
    means: "was asked for or offered, not yet done",
    example: "The club offered ten million.",
    words:
      "offer bid propose proposal seek ask demand request want urge call_for suggest consider mull weigh apply try attempt draft",
  },
  AGREED: {
    means: "was consented to",
    example: "The two sides agreed on terms.",
    words:
      "agree agreement accept approve approval back pass adopt adoption endorse deal accord consent ratify clear grant sign strike_a",
  },
  DONE: {
    means: "has happened or begun",
    example: "The plant opened.",
    words:
      "complete finish finalise finalize open launch begin start happen land arrive introduce effect deliver pay win resume",
  },
  POSTPONED: {
    means: "was moved to another time",
    example: "The vote was put off.",
    words:
      "postpone postponement delay put_off push_back move slip reschedule defer slow late wait adjourn extend instead",
  },
  ENDED: {
    means: "has ended",
    example: "The strike is over.",
    words: "end close shut stop over expire cease finish quit resign leave die death kill closure conclude",
  },
  WARNED: {
    means: "may happen, as somebody warns, accuses or suspects",
    example: "Doctors warned of a shortage.",
    words: "warn threaten fear accuse allege suspect claim risk may might could possible investigate probe",
  },
  RISE: {
    means: "goes up",
    example: "Prices rose.",
    words:
      "rise up gain increase grow climb jump high raise add surge soar growth more lift double above expand improve boost exceed top record",
  },
  FALL: {
    means: "goes down",
    example: "Prices fell.",
    words:
      "fall down drop decline decrease low lose loss cut reduce reduction slump shrink less fewer below halve lower slip sink plunge worsen weaken under reduce",
  },
  DENIED: {
    means: "says that what others say isn't so",
    example: "The ministry denied the report.",
    words:
      "deny denial denies false untrue hoax fake rumour rumor dismiss refute debunk baseless rubbish nonsense fabricate",
  },
} as const satisfies Record<string, WordClass>;

export type MatchClass = keyof typeof MATCH_CLASSES;

/** Opposites that no dictionary of opposites has because they are opposites only where news uses them. */
const RIVALS = `
  for/against before/after buy/sell win/lose pay/receive import/export hire/fire arrive/leave keep/abandon keep/drop alive/dead
  free/arrest free/jail acquit/convict guilty/innocent guilty/acquit accept/reject accept/refuse agree/fail allow/ban allow/forbid permit/ban
  legal/illegal open/close open/shut reopen/close reopen/shut rise/fall raise/lower raise/cut increase/decrease increase/cut up/down gain/lose
  more/less more/fewer majority/minority above/below start/end start/stop begin/end begin/stop begin/finish join/leave join/quit
  enter/leave stay/leave stay/quit remain/leave remain/resign stay/resign confirm/deny admit/deny support/oppose back/oppose back/reject
  approve/reject pass/fail pass/reject adopt/reject succeed/fail survive/die save/kill free/kill release/kill release/arrest
  release/detain free/detain appoint/dismiss appoint/sack hire/sack lend/borrow strengthen/weaken improve/worsen expand/shrink grow/shrink
  north/south east/west first/last early/late left/right public/private import/export attack/defend safe/dangerous
  working/holiday required/free needed/exempt lift/impose lift/extend impose/scrap introduce/abolish introduce/scrap ban/lift
  extend/shorten lengthen/shorten launch/cancel hold/cancel resume/suspend resume/halt recover/die advance/retreat offer/demand
  present/absent full/empty true/false peace/war friend/enemy love/hate hot/cold old/new young/old rich/poor strong/weak
  upper/lower day/night morning/evening man/woman male/female boy/girl king/queen import/export adult/child
  keep/scrap keep/float peg/float least/most minimum/maximum best/worst long/short home/away indoor/outdoor
  profit/loss surplus/deficit victory/defeat success/failure growth/decline let_go/kill let_go/arrest holiday/workday
  warn/reassure praise/criticise hire/lay_off demand/supply ally/rival import/export boy/girl better/worse
  find/lose find/miss deliver/withhold send/receive give/take teach/learn tighten/ease tighten/loosen ease/worsen
`;

const rivals = new Map<string, Set<string>>();
for (const pair of RIVALS.trim().split(/\s+/)) {
  const [a = "", b = ""] = pair.split("/");
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const)
    rivals.set(x, (rivals.get(x) ?? new Set()).add(y));
}

export const areRivals = (a: string, b: string): boolean => rivals.get(a)?.has(b) ?? false;

export const EMPTY = wordsOf(MATCH_CLASSES.EMPTY);
export const NEGATION = wordsOf(MATCH_CLASSES.NEGATION);
export const RECIPROCAL = wordsOf(MATCH_CLASSES.RECIPROCAL);

/** The classes that make a statement's stage and direction, in the order of the judge's features. */
export const STAGES = [
  "AGAINST",
  "PLANNED",
  "OFFERED",
  "AGREED",
  "DONE",
  "POSTPONED",
  "ENDED",
  "WARNED",
  "RISE",
  "FALL",
  "DENIED",
] as const satisfies readonly MatchClass[];

export const STAGE_WORDS: readonly ReadonlySet<string>[] = STAGES.map((name) => wordsOf(MATCH_CLASSES[name]));

/** What reposts put around a statement: "BREAKING:", "RT @somebody", links, pleas. Case doesn't matter. */
export const FURNITURE: readonly RegExp[] = [
  /https?:\/\/\S+/giu,
  /(?<![\p{L}\p{N}])(?:rt|via|h\/t)\s+@[\p{L}\p{N}_]+:?/giu,
  /@\w+:?/gu,
  /#\p{L}[\p{L}\p{N}_]*/gu,
  /^\W*(?:just in|breaking(?: news)?|exclusive|update|fwd?|fw|forwarded|re|confirmed|alert|urgent|developing|leak(?:ed)?|news|watch|must read|hearing|rumou?r)\s*[:|–—-]+\s*/giu,
  /\[(?:translated|edited|updated|video|photo|pic)\]/giu,
  /\((?:source|via|see|link|photo|video)(?![\p{L}\p{N}])[^)]{0,60}\)/giu,
  /(?:-{2,3}|[–—])?\s?(?:pls|please|plz)\s{1,3}(?:share|rt|retweet|repost|read)(?![\p{L}\p{N}])[!.]*/giu,
  /\p{Extended_Pictographic}|\uFE0F|\u200D/gu,
];
