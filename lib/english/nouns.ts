import { phraseBook } from "./phrases";
import { type WordClass, wordsOf } from "./word-class";

/**
 * Nouns by what they tell of somebody who speaks, in lower case. Written by hand for this project from newspaper English;
 * no list was copied.
 */
export const NOUN_CLASSES = {
  DOCUMENT: {
    means: "a paper that a reader could find, or that holds figures",
    example: "The report shows that the bridge was never inspected.",
    words: `
      statement statements communique communiqué report reports release filing filings lawsuit suit complaint indictment poll
      polls survey surveys study studies notice letter letters text document documents data figures memo memos memorandum bill
      law ruling verdict schedule paper transcript email emails affidavit records record footage video images minutes agreement
      declaration census budget decree order manifesto readout wording warrant petition results earnings announcement dossier
      analysis audit imagery modelling modeling ordinance statistics research review autopsy findings
    `,
  },
  LABEL: {
    means: "the last word of a label that says what follows it, not who says it",
    example: "Market Intel: “The bank opens at noon.”",
    words: `
      update updates intel memo memos notes rumour rumours rumor rumors alert alerts bulletin bulletins chatter gossip talk chat
      thread threads feed recap roundup digest briefing briefings transcript excerpt excerpts clip clips summary highlights tip tips
      leak leaks scoop story stories post posts call calls
    `,
  },
  LAND: {
    means: "land or water behind its name, which says where something was said and never says it; no surname",
    example: "Bear Island, 3 July: “The ice is thin.”",
    words:
      "island islands isle isles bay peninsula gulf strait sea ocean coast glacier canyon valley mountain mountains",
  },
  LAND_BEFORE: {
    means: "land or water before its name",
    example: "Lake Orvana, 3 July: “The water is warm.”",
    words: "lake mount cape gulf isle loch",
  },
  SETTING: {
    means: "a preposition of place or time that opens where or when something was said",
    example: "After the vote: “It was a good day.”",
    words: `
      at in on near off outside inside behind along across around between beside beneath under before after during amid following
      since
    `,
  },
  DAY_WORD: {
    means: "what stands with the name of a weekday or a month, or for one, where a day is named",
    example: "Palm Sunday, off the cape: “The sea was flat.”",
    words: `
      last next late early this palm good easter ash shrove christmas eve boxing new day year's year’s morning afternoon evening night noon
      midnight dawn dusk today yesterday tonight spring summer autumn winter
    `,
  },
  INSIDE_PAPER: {
    means: "a paper that rumours wave about: it proves nothing until somebody shows it",
    example: "I have seen the memo.",
    words: "memo memos memorandum email emails letter letters screenshot document documents",
  },
  MEDIA: {
    means: "a kind of outlet",
    example: "A newspaper reported it.",
    words: `
      newspaper newspapers magazine media broadcaster outlet tabloid newswire television radio station website channel
    `,
  },
  MEDIA_NAMES: {
    means: "an outlet by a name of one word",
    example: "Reuters reported it.",
    words: `
      reuters ap afp upi dpa efe ansa kyodo yonhap interfax ukrinform anadolu bbc itv cnn nbc abc cbs npr pbs bloomberg axios politico tmz
      gq forbes cnbc espn ndtv marca bild haaretz tass xinhua irna kuna kan ina nina rudaw sky
    `,
  },
  MEDIA_IN_CAPITALS: {
    means: "an outlet by a name that is a word or a first name as well, unless it stands in capitals",
    example: "NINA reported it.",
    words: "nina ina kan efe ansa irna kuna",
  },
  OWN_PAGE: {
    means: "what an institution or a person publishes under their own name",
    example: "Its website says so.",
    words: "website site webpage account blog page",
  },
  MEDIA_NAME_WORD: {
    means: "the last word of an outlet’s name",
    example: "The Harbour Gazette reported it.",
    words: `
      news times post journal tribune herald gazette guardian telegraph mail wire press agency tv broadcasting daily independent
      chronicle observer mirror sun standard
    `,
  },
  MEDIA_SHORT: {
    means: "the last word of a paper’s name, with a capital behind “the” the whole of it",
    example: "The Gazette reported it.",
    words:
      "times post journal tribune herald gazette guardian telegraph mail independent chronicle observer mirror sun standard",
  },
  OFFICIAL: {
    means: "somebody unnamed whose office tells why they would know",
    example: "A police spokesman said so.",
    words: `
      official officials police authorities prosecutors prosecutor spokesman spokeswoman spokesperson spokespeople spokesmen
      officers investigators diplomat diplomats negotiators negotiator detectives aides management executives lawyers attorneys
      judge firefighters regulators lawmaker lawmakers officer detective coroner doctors medics rescuers paramedics troops
    `,
  },
  WITNESS: {
    means: "somebody unnamed who would know by what they saw or are",
    example: "The victim said so.",
    words: `
      woman man mother father brother sister wife husband son daughter neighbour neighbor witness witnesses resident residents
      doctor driver victim victims survivor survivors relative relatives passenger passengers owner teacher guard soldier worker
      workers nurse farmer loggers employee employees student students analyst lawmaker researcher expert captain crews crew
    `,
  },
  VAGUE: {
    means: "a group that nobody can ask",
    example: "Critics say that the plan is too small.",
    words: `
      internet web grapevine
      people many some others most critics supporters observers experts analysts traders fans users insiders commentators
      pundits everybody everyone rumours rumors chatter speculation gossip callers posters skeptics sceptics voters investors
      economists camps accounts account market markets street groups folks friends members aides
    `,
  },
  ORGANIZATION: {
    means: "an institution",
    example: "The ministry said so.",
    words: `
      ministry department committee company bank government school council court tribunal university party group union agency
      organisation organization army military team embassy parliament senate house commission association corporation inc ltd
      plc llc club federation institute office administration bureau authority board firm network foundation force forces
      service services congress cabinet league hospital police fund nato isis opec un eu fbi cia nasa imf who pentagon kremlin
      airline airlines museum church mission delegation centre center centers centres regulator treasury campaign coalition movement charity
      retailer maker
    `,
  },
  INQUIRER: {
    means: "whose task it is to find things out",
    example: "The inquiry found that it is safe.",
    words: `
      inquiry inquiries panel panels commission committee jury tribunal court auditor auditors audit researcher researchers
      scientist scientists investigator investigators inspector inspectors reviewer reviewers ombudsman watchdog regulator
      institute office agency laboratory lab team historians economists academics
    `,
  },
  PARTIES: {
    means:
      "one of those who make agreements: their joint words are a document’s once a joint statement is known",
    example: "Both sides agreed on it.",
    words: `
      sides side delegations delegation parties governments government countries representatives leaders ministers both
      delegates negotiators nations states presidents officials
    `,
  },
  PERSON_TITLE: {
    means: "a word that makes the capitalised word after it a person",
    example: "Mayor Dunne said so.",
    words: `
      mr mrs ms dr prof sir dame lord lady president minister premier chancellor senator sen rep representative gov governor
      mayor gen general maj major lt lieutenant col colonel capt captain sgt sergeant supt superintendent inspector chief ceo
      cfo chairman chairwoman chair director secretary spokesman spokeswoman spokesperson adviser advisor analyst professor
      judge justice king queen prince princess pope bishop imam sheikh ambassador envoy commander coach manager developer
      attorney commissioner deputy member editor anchor co-anchor reporter correspondent columnist host strategist pollster
      rev reverend canon rabbi archbishop cardinal cllr councillor dci pc constable admiral brigadier baroness
      candidate nominee surrogate economist researcher author actor actress singer founder officer leader head expert lawyer
    `,
  },
  PLATFORM: {
    means: "a site on which anybody may write",
    example: "A Facebook page said so.",
    words:
      "facebook reddit telegram twitter instagram tiktok whatsapp youtube discord snapchat weibo 4chan viber threads bluesky",
  },
  ACCOUNT: {
    means: "somebody as a site calls them, on which anybody may write",
    example: "One Reddit user said so.",
    words: `
      account accounts user users page pages channel channels follower followers group groups
    `,
  },
  PASSER_BY: {
    means: "whoever writes something below what others wrote",
    example: "One commenter said so.",
    words:
      "commenter commenters commentor commentors poster posters redditor redditors netizen netizens troll trolls",
  },
  INDEFINITE: {
    means: "the opening of a phrase about somebody who isn’t named yet",
    example: "Another said so.",
    words: `
      a an one two three four five six seven eight nine ten another several some each either neither both few dozens hundreds
      thousands
    `,
  },
  PEOPLE: {
    means: "somebody by what they do or whose they are, where the ending doesn’t tell",
    example: "A nurse said so.",
    words: `
      scholar scholars vet vets guy bloke lad chap lass kid boy girl lady gentleman person man woman child pupil boss chief head rep staff aide clerk
      scout coach cop nurse chef pilot priest monk nun guard cook crew judge pal mate buddy ex friend colleague classmate
      teammate roommate housemate cousin uncle aunt niece nephew grandmother grandfather mother father parent mum mom dad sister
      brother wife husband spouse son daughter neighbour neighbor local native resident occupant attendant assistant accountant
      consultant informant merchant servant tenant agent student president correspondent respondent superintendent exec
      executive ceo cfo mp mep councillor counsel attorney spokesperson intern graduate candidate delegate advocate associate
      representative operative relative detective fugitive captive celebrity secretary professional official individual criminal
      rival general corporal admiral principal technician expert patient client recruit adult teen hostage witness host guest
      heir midwife housewife lifeguard bodyguard steward stewardess warden coxswain bystander passer-by grandparent twins families
      deckhand farmhand shepherd goatherd blacksmith locksmith cyclist usher sailor skipper bailiff sheriff marshal
      medic paramedic mechanic nomad pilgrim refugee evacuee widow orphan
    `,
  },
  NOT_PEOPLE: {
    means: "a word that ends as words for people do, and is none",
    example: "The number says it all.",
    words: `
      number paper letter order matter power offer summer winter quarter chapter newsletter poster banner computer server
      tracker sticker weather river tower border corner center counter shelter shoulder finger anger danger hunger wonder
      thunder answer dinner supper butter water folder header footer filter meter printer router scanner trailer teaser manner
      layer remainder reminder cover disorder ladder fever october november december september career beer committee coffee
      degree guarantee checklist playlist shortlist factor sector door floor monitor error indicator calculator motor sensor
      reactor tractor human talisman thermometer barometer chamber character register charter other another further either
      neither former latter whether rather never ever over under after later sooner bigger better larger smaller higher lower
      major minor prior superior
    `,
  },
  COMPANY: {
    means: "what a company is called once it was named: with “the” it is that company, not somebody",
    example: "The insurer said that it will pay.",
    words: `
      lender insurer carrier automaker carmaker drugmaker chipmaker planemaker manufacturer publisher developer operator
      provider brewer builder homebuilder supplier distributor wholesaler grocer miner employer exchange startup start-up giant
    `,
  },
  ACQUAINTANCE: {
    means: "somebody whom their acquaintance alone can find",
    example: "A friend said so.",
    words: `
      friend friends pal pals buddy buddies mate mates guy guys bloke blokes lad lads chap dude dudes cousin uncle aunt person
      contact contacts follower followers reader readers user users
    `,
  },
  INANIMATE: {
    means: "a thing that carries words without anybody quoting them",
    example: "The sign said “Closed”.",
    words: `
      sign signs banner banners board placard placards poster posters label labels clock watch button shirt hat headline
      headlines screen menu film movie novel sequel plot plaque tattoo sticker billboard photo caption name message phrase saying proverb song lyrics that
      this it there what
    `,
  },
  NO_NAME: {
    means: "a word with a capital that is no part of a person’s name",
    example: "United Steel said so.",
    words: `
      the a an in on at united states state islamic white supreme high joint american iraqi russian syrian israeli iranian
      british french german chinese kurdish turkish european saudi national international central federal new north south east
      west middle security defense defence foreign interior finance health prime democratic republican monday tuesday wednesday
      thursday friday saturday sunday january february march april may june july august september october november december
      amnesty human red global activist rights english spanish italian former wall this these those he she they it we i our
      their his her both u.s u.k but though although after before when while if since with for from to of that how why what
      where who whose however meanwhile then yet so now even only also instead still like unlike despite during until about
      against between among under over and or nor not no all every each some many more such because whereas asked according
      earlier later today yesterday election
    `,
  },
  PEOPLES: {
    means: "the people of a land or a faith, in the plural, where the ending doesn't tell",
    example: "Kurds said so.",
    words: `
      kurds turks arabs jews scots danes swedes finns poles czechs slovaks serbs croats greeks spaniards uzbeks kazakhs tajiks uyghurs
      uighurs thais filipinos argentines iraqis israelis pakistanis saudis emiratis kuwaitis yemenis omanis qataris bangladeshis nepalis
      somalis hindus sikhs muslims catholics protestants quakers cypriots inuit basques catalans afghans
    `,
  },
  SURNAMES: {
    means: "a common surname that ends as a word for several people does",
    example: "Sanders said so.",
    words: `
      sanders saunders rogers rodgers peters myers meyers meiers bowers powers rivers walters summers sommers somers chambers childers
      sellers landers flanders winters withers ayers byers akers anders masters waters travers carruthers struthers smithers jeffers
      sayers vickers
    `,
  },
  OPENING: {
    means: "the opening of a phrase, no part of a name though it may have a capital",
    example: "The mayor said so.",
    words: `
      the a an some many both one his her their its our my informed state data sources source somebody someone chat former
      several two three
    `,
  },
} as const satisfies Record<string, WordClass>;

function nouns(name: keyof typeof NOUN_CLASSES): ReadonlySet<string> {
  return wordsOf(NOUN_CLASSES[name]);
}

export const DOCUMENT = nouns("DOCUMENT");
export const LABEL = nouns("LABEL");
export const LAND = nouns("LAND");
export const LAND_BEFORE = nouns("LAND_BEFORE");
export const SETTING = nouns("SETTING");
export const DAY_WORD = nouns("DAY_WORD");
export const INSIDE_PAPER = nouns("INSIDE_PAPER");
export const MEDIA = nouns("MEDIA");
export const MEDIA_NAMES = nouns("MEDIA_NAMES");
export const MEDIA_IN_CAPITALS = nouns("MEDIA_IN_CAPITALS");
export const OWN_PAGE = nouns("OWN_PAGE");
export const MEDIA_NAME_WORD = nouns("MEDIA_NAME_WORD");
export const MEDIA_SHORT = nouns("MEDIA_SHORT");
export const OFFICIAL = nouns("OFFICIAL");
export const WITNESS = nouns("WITNESS");
export const VAGUE = nouns("VAGUE");
export const ORGANIZATION = nouns("ORGANIZATION");
export const INQUIRER = nouns("INQUIRER");
export const PARTIES = nouns("PARTIES");
export const PERSON_TITLE = nouns("PERSON_TITLE");
export const SURNAMES = nouns("SURNAMES");
export const PLATFORM = nouns("PLATFORM");
export const ACCOUNT = nouns("ACCOUNT");
export const PASSER_BY = nouns("PASSER_BY");
export const INDEFINITE = nouns("INDEFINITE");
const PEOPLE = nouns("PEOPLE");
const NOT_PEOPLE = nouns("NOT_PEOPLE");
const PEOPLES = nouns("PEOPLES");
export const COMPANY = nouns("COMPANY");
export const ACQUAINTANCE = nouns("ACQUAINTANCE");
export const INANIMATE = nouns("INANIMATE");
export const NO_NAME = nouns("NO_NAME");
export const OPENING = nouns("OPENING");

/** Nobody that anybody could find: “people familiar with the talks”, “a friend”, “on condition of anonymity”. */
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
  "my source",
  "my sources",
  "my friend",
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
]);

/** What an editor, a recruiter, a chemist, a librarian, an attendee is. */
const PERSONAL_ENDING = /(?:er|or|ist|ian|ee|man|woman|people|person|folk)$/;

/** "recruiter", "attendees", "ex-staffer", "broker": somebody, told by a list and by endings. Lower case, either number. */
export function isPersonNoun(word: string): boolean {
  const last = word.slice(word.lastIndexOf("-") + 1);
  const whole = word.replace(/s-by$/, "-by");
  const forms = [
    whole,
    last,
    last.replace(/s$/, ""),
    last.replace(/ies$/, "y"),
    last.replace(/ives$/, "ife"),
    last.replace(/men$/, "man"),
  ];
  return forms.some(
    (one) => PEOPLE.has(one) || (PERSONAL_ENDING.test(one) && !NOT_PEOPLE.has(one) && one.length > 4),
  );
}

/** "Texans", "Norwegians", "Kurds": a word for a people. "Evans" and "Sullivan" are names. */
export const isPeople = ({ text, lower }: { readonly text: string; readonly lower: string }): boolean =>
  PEOPLES.has(lower) ||
  (/^\p{Lu}\p{Ll}{3,}$/u.test(text) && /(?:[^v]ans|ians|[^s]ese)$/.test(lower) && !NOT_A_PEOPLE.has(lower));
const NOT_A_PEOPLE = new Set("these hans jans humans veterans reese".split(" "));
