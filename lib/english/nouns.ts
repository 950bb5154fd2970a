import { phraseBook } from "#lib/english/phrases";

const set = (words: string) => new Set(words.split(" "));

/** Papers that a reader could find, or that hold figures. */
export const DOCUMENT = set(
  "statement statements communique communiqué report reports release filing filings lawsuit suit complaint indictment poll polls " +
    "survey surveys study studies notice letter letters text document documents data figures memo memos memorandum bill law ruling " +
    "verdict schedule paper transcript email emails affidavit records record footage video images minutes agreement declaration " +
    "census budget decree order manifesto readout wording warrant petition results earnings announcement dossier analysis " +
    "audit imagery modelling modeling ordinance statistics",
);

/** Papers that rumours wave about: they vouch for nothing until somebody shows them. */
export const INSIDE_PAPER = set(
  "memo memos memorandum email emails letter letters screenshot document documents",
);

export const MEDIA = set(
  "newspaper newspapers magazine media broadcaster outlet tabloid newswire television radio station website channel",
);
export const MEDIA_NAMES = set(
  "reuters ap afp upi bbc cnn nbc abc cbs npr pbs bloomberg axios politico tmz gq forbes cnbc espn tass xinhua kan ina nina rudaw " +
    "sky",
);
/** Those of them that are words or first names, too, unless they stand in capitals. */
export const MEDIA_IN_CAPITALS = set("nina ina kan");

/** What an institution or a person publishes under their own name: "its website". */
export const OWN_PAGE = set("website site webpage account blog page");

export const MEDIA_NAME_WORD = set(
  "news times post journal tribune herald gazette guardian telegraph mail wire press agency tv broadcasting daily independent " +
    "chronicle observer mirror sun standard",
);

/** Unnamed, but placed so that one sees why they would know. */
export const OFFICIAL = set(
  "official officials police authorities prosecutors prosecutor spokesman spokeswoman spokesperson spokespeople spokesmen officers " +
    "investigators diplomat diplomats negotiators negotiator detectives aides management executives lawyers attorneys judge " +
    "firefighters regulators lawmaker lawmakers officer detective coroner doctors medics rescuers paramedics troops",
);

/** Placed by what they saw or are: the victim's mother, a doctor at the scene. */
export const WITNESS = set(
  "woman man mother father brother sister wife husband son daughter neighbour neighbor witness witnesses resident residents doctor " +
    "driver victim victims survivor survivors relative relatives passenger passengers owner teacher guard soldier worker workers " +
    "nurse farmer loggers employee employees student students analyst lawmaker researcher expert captain crews crew",
);

/** Groups that nobody can ask. */
export const VAGUE = set(
  "people many some others most critics supporters observers experts analysts traders fans users insiders commentators pundits " +
    "everybody everyone rumours rumors chatter speculation gossip callers posters skeptics sceptics voters investors economists " +
    "accounts account market markets street groups folks friends members aides",
);

/** Nobody that anybody could find. */
export const ANONYMOUS = phraseBook([
  "source",
  "sources",
  "insider",
  "insiders",
  "somebody",
  "someone",
  "anonymous",
  "people familiar",
  "person familiar",
  "people close",
  "person close",
  "people briefed",
  "person briefed",
  "people with knowledge",
  "person with knowledge",
  "a friend",
  "a teller",
  "i know",
  "my contact",
  "my contacts",
  "my banker",
  "my bank",
  "my source",
  "my sources",
  "my friend",
  "my guy",
  "our contact",
  "our contacts",
  "our source",
  "contacts",
  "tipster",
  "leaker",
  "leakers",
  "whistleblower",
  "did not want to be named",
  "did not wish to be named",
  "asked not to be named",
  "declined to be named",
  "declined to be identified",
  "refused to be named",
  "condition of anonymity",
  "chat groups",
  "wall street",
  "the street",
  "one account",
  "rumour mill",
  "rumor mill",
  "social media",
  "a little bird",
  "word",
]); // prettier-ignore

export const ORGANIZATION = set(
  "ministry department committee company bank government school council court university party group union agency organisation " +
    "organization army military team embassy parliament senate house commission association corporation inc ltd plc llc club " +
    "federation institute office administration bureau authority board firm network foundation force forces service services " +
    "congress cabinet league hospital police fund nato isis opec un eu fbi cia nasa imf who pentagon kremlin airline airlines " +
    "museum church mission delegation centre center regulator treasury campaign coalition movement charity retailer maker",
);

/** Governments, delegations and the like, whose joint words are a document's once a joint statement is known. */
export const PARTIES = set(
  "sides side delegations delegation parties governments government countries representatives leaders ministers both delegates " +
    "negotiators nations states presidents officials",
);

/** Words that make the capitalised word after them a person. */
export const PERSON_TITLE = set(
  "mr mrs ms dr prof sir dame lord lady president minister premier chancellor senator sen rep representative gov governor mayor gen " +
    "general maj major lt lieutenant col colonel capt captain sgt sergeant supt superintendent inspector chief ceo cfo chairman " +
    "chairwoman chair director secretary spokesman spokeswoman spokesperson adviser advisor analyst professor judge justice king queen " +
    "prince princess pope bishop imam sheikh ambassador envoy commander coach manager developer attorney commissioner deputy member " +
    "editor anchor co-anchor reporter correspondent columnist host strategist pollster candidate nominee surrogate " +
    "economist researcher author actor actress singer founder officer leader head expert lawyer",
);

/** Words that open a phrase about somebody who isn't named yet: "a dealer", "two of them", "another". */
export const INDEFINITE = set(
  "a an one two three four five six seven eight nine ten another several some each either neither both few dozens hundreds thousands",
);

/** People by what they do or whose they are, where the ending doesn't tell; see `isPersonNoun`. */
const PEOPLE = set(
  "guy bloke lad chap lass kid boy girl lady gentleman person man woman child pupil boss chief head rep staff aide clerk scout coach cop " +
    "nurse chef pilot priest monk nun guard cook crew judge pal mate buddy ex friend colleague classmate teammate roommate housemate " +
    "cousin uncle aunt niece nephew grandmother grandfather mother father parent mum mom dad sister brother wife husband spouse son daughter " +
    "neighbour neighbor local native resident occupant attendant assistant accountant consultant informant merchant servant tenant agent student " +
    "president correspondent respondent superintendent exec executive ceo cfo mp mep councillor counsel attorney spokesperson intern " +
    "graduate candidate delegate advocate associate representative operative relative detective fugitive captive celebrity secretary " +
    "professional official individual criminal rival general corporal admiral principal technician expert patient client recruit adult teen " +
    "hostage witness host guest heir",
);
/** What an editor, a recruiter, a chemist, a librarian, an attendee is. */
const PERSONAL_ENDING = /(?:er|or|ist|ian|ee|man|woman|people|person|folk)$/;
/** Things and other words with such an ending. */
const NOT_PEOPLE = set(
  "number paper letter order matter power offer summer winter quarter chapter newsletter poster banner computer server tracker sticker weather " +
    "river tower border corner center counter shelter shoulder finger anger danger hunger wonder thunder answer dinner supper butter water " +
    "folder header footer filter meter printer router scanner trailer teaser manner layer remainder reminder cover disorder ladder fever " +
    "october november december september career beer committee coffee degree guarantee checklist playlist shortlist factor sector door floor " +
    "monitor error indicator calculator motor sensor reactor tractor human talisman thermometer barometer chamber character register charter " +
    "other another further either neither former latter whether rather never ever over under after later sooner bigger better larger " +
    "smaller higher lower major minor prior superior",
);
/** What a company is called once it was named: with "the" it is that company, not somebody. */
export const COMPANY = set(
  "lender insurer carrier automaker carmaker drugmaker chipmaker planemaker manufacturer publisher developer operator provider brewer " +
    "builder homebuilder supplier distributor wholesaler grocer miner employer exchange startup start-up giant",
);

/** "recruiter", "attendees", "ex-staffer", "broker": somebody, told by a list and by endings. Lower case, either number. */
export function isPersonNoun(word: string): boolean {
  const last = word.slice(word.lastIndexOf("-") + 1);
  return [last, last.replace(/s$/, ""), last.replace(/ies$/, "y"), last.replace(/men$/, "man")].some(
    (one) => PEOPLE.has(one) || (PERSONAL_ENDING.test(one) && !NOT_PEOPLE.has(one) && one.length > 4),
  );
}

/** Those of them whose word is their acquaintance's alone. */
export const ACQUAINTANCE = set(
  "friend friends pal pals buddy buddies mate mates guy guys bloke blokes lad lads chap dude dudes cousin uncle aunt person contact contacts " +
    "follower followers reader readers user users",
);

/** Things that carry words without anybody quoting them. */
export const INANIMATE = set(
  "sign signs banner banners board placard placards poster posters label labels clock watch button shirt hat headline headlines " +
    "screen menu plaque tattoo sticker billboard photo caption name message phrase saying proverb song lyrics that this it there what",
);
