import { type WordClass, wordsOf } from "./word-class";

/** Verbs that a rule takes for a cue, in the forms that it knows, with what has to stand beside them. */
interface CueClass extends WordClass {
  readonly type: "ASSERTION" | "BELIEF" | "FACT" | "EVENTUALITY";
  /**
   * ALWAYS     quotes whoever its subject is
   * CLAUSE     needs a quotation, "that", a colon or a pronoun after it, or content before it
   * PARTIES    quotes where its subject is a government, a delegation or the like: what they agree is what they state
   * DOCUMENT   quotes where its subject is a document
   */
  readonly needs: "ALWAYS" | "CLAUSE" | "PARTIES" | "DOCUMENT";
}

/** Written by hand for this project from newspaper English. No form stands in two classes. */
export const CUE_CLASSES: readonly CueClass[] = [
  {
    type: "ASSERTION",
    needs: "ALWAYS",
    means: "says something, whatever follows",
    example: "Lopez denied it.",
    words: `
      said says say told tells insist argue warn predict announced announces affirmed affirms emphasized emphasised emphasizes
      emphasises stressed stresses confirmed confirms denied denies claimed claims insisted insists argued argues warned warns
      declared declares acknowledged acknowledges admitted admits reiterated reiterates responded replied testified alleged
      alleges accused asserted asserts rejected dismissed disclosed revealed reported reports underlined underscored predicted
      predicts reaffirmed refuted boasted complained conceded concedes contends contended recalled commented clarified
    `,
  },
  {
    type: "ASSERTION",
    needs: "CLAUSE",
    means: "says something where words follow that are said",
    example: "Lopez added that it is open.",
    words: `
      stated added adds explained explains noted notes wrote writes posted tweeted tweets suggested suggests called calls indicated
      continued observed remarked maintained maintains quipped joked assures assured answered asked shouted hinted cited laughed
      sighed smiled shrugged mused offered gushed fumed whispered snapped jokes recalls reckon swears swore caution cautions
      cautioned advised informed reminded ruled
    `,
  },
  {
    type: "ASSERTION",
    needs: "PARTIES",
    means: "is what parties state together",
    example: "Both sides welcomed the plan.",
    words: "discussed highlighted expressed welcomed condemned renewed urged reviewed addressed outlined",
  },
  {
    type: "ASSERTION",
    needs: "DOCUMENT",
    means: "is what a paper does",
    example: "The report shows that it is open.",
    words: `
      shows showed show reads read found finds indicate put puts states listed lists details suggest reveal gives gave rated
      rates proposes proposed discloses mentions mentioned concludes concluded
    `,
  },
  {
    type: "BELIEF",
    needs: "ALWAYS",
    means: "thinks something, whatever follows",
    example: "The bank expects a loss.",
    words: "reckons reckoned believes believed thinks expects estimates estimated forecasts forecast",
  },
  {
    type: "BELIEF",
    needs: "CLAUSE",
    means: "thinks something where words follow that are thought",
    example: "Lopez feared that it is closed.",
    words:
      "thought expected suspect suspects suspected projects projected hopes hoped fears feared feels felt believe think expect",
  },
  {
    type: "FACT",
    needs: "CLAUSE",
    means: "takes something for known",
    example: "Lopez learned that it is closed.",
    words: "knows knew regrets regretted remembers learned realised realized",
  },
  {
    type: "EVENTUALITY",
    needs: "PARTIES",
    means: "is what parties settle together",
    example: "Both sides agreed to a truce.",
    words: "agreed decided committed undertook resolved intends plans planned reached pledge",
  },
  {
    type: "EVENTUALITY",
    needs: "CLAUSE",
    means: "wants something where words follow that are wanted",
    example: "Lopez threatened that she would leave.",
    words: "refused threatened",
  },
  {
    type: "EVENTUALITY",
    needs: "ALWAYS",
    means: "binds oneself to something",
    example: "Lopez promised a bridge.",
    words: "pledged promised vowed",
  },
];

/** Cues by their forms, and by their base forms. */
export const VERB_CLASSES = {
  DOCUMENT_CUES: {
    means: "quotes whatever document stands before it, besides being something else for people",
    example: "The report confirms that it is open.",
    words: `
      shows showed show reads read found finds indicate indicates indicated suggests suggested suggest states stated says said
      adds added notes noted puts put lists listed reveals revealed confirms confirmed gives gave rated rates proposes proposed
      discloses disclosed mentions mentioned concludes concluded estimates estimated warns warned
    `,
  },
  BELIEF: {
    means:
      "base form: thinks something; type of the Penn Discourse Treebank (Prasad et al. 2007, section 4.2)",
    example: "They hope that it is open.",
    words: `
      think believe expect suspect assume hope fear feel consider view see anticipate imagine suppose doubt guess reckon regard
      worry figure predict estimate wish prefer like dislike favor favour judge deem perceive speculate project forecast foresee
      envision presume opinion belief
    `,
  },
  FACT: {
    means: "base form: takes something for known; type of the same",
    example: "They know that it is open.",
    words: `
      know regret realize realise remember recall forget learn discover notice recognize recognise understand find resent
      acknowledge aware hear
    `,
  },
  EVENTUALITY: {
    means: "base form: wants or intends something; type of the same",
    example: "They plan to open it.",
    words: `
      order agree plan promise want seek try vow pledge refuse decide urge ask call demand propose intend aim allow permit let
      force persuade convince offer threaten commit decline consider push instruct direct tell advise encourage require request
      invite block oppose support endorse back reject
    `,
  },
  WITH_INFINITIVE: {
    means: "of these, those that want something with an infinitive alone, and assert with a clause",
    example: "They agree to open it.",
    words: "tell ask call agree offer advise consider try see like",
  },
  UNVOICED: {
    means: "base form: tells of somebody’s will, deeds or findings; what it governs is the writer’s word",
    example: "They try to open it.",
    words: `
      want seek try plan decide intend aim allow permit let force persuade convince push commit refuse consider back support
      oppose endorse block invite like dislike prefer favor favour wish hope need attempt choose vote sue help see watch notice
      find learn discover know remember forget regret realize realise recognize recognise resent aware
    `,
  },
} as const satisfies Record<string, WordClass>;

export const DOCUMENT_CUES = wordsOf(VERB_CLASSES.DOCUMENT_CUES);
export const BELIEF = wordsOf(VERB_CLASSES.BELIEF);
export const FACT = wordsOf(VERB_CLASSES.FACT);
export const EVENTUALITY = wordsOf(VERB_CLASSES.EVENTUALITY);
export const WITH_INFINITIVE = wordsOf(VERB_CLASSES.WITH_INFINITIVE);
export const UNVOICED = wordsOf(VERB_CLASSES.UNVOICED);
