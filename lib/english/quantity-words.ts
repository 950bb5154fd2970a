/** Numbers in words and what stands beside them, as data. */

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, i): [string, number] => [word, i])
    .concat("thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 30 + 10 * i]))
    .concat([
      ["dozen", 12],
      ["half", 0.5],
      ["twice", 2],
      ["thrice", 3],
      ["double", 2],
      ["triple", 3],
      ["first", 1],
      ["second", 2],
      ["third", 3],
      ["fourth", 4],
      ["fifth", 5],
      ["sixth", 6],
      ["seventh", 7],
      ["eighth", 8],
      ["ninth", 9],
      ["tenth", 10],
      ["couple", 2],
      ["pair", 2],
    ]),
);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["millions", 1e6],
  ["millon", 1e6],
  ["mn", 1e6],
  ["mln", 1e6],
  ["mio", 1e6],
  ["m", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["bln", 1e9],
  ["b", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
]);

/** Spellings of a unit -> one name for it. */
export const UNIT_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    PERCENT: "% percent pct per-cent percentage points point pp",
    DOLLAR: "$ dollar dollars usd buck bucks us$",
    EURO: "€ euro euros eur",
    POUND: "£ pound pounds gbp sterling quid",
    YEN: "¥ yen jpy yuan",
    CROWN: "crown crowns krona krone kr",
    DINAR: "dinar dinars iqd kwd",
    KMH: "km/h kph kmh kilometres-per-hour",
    KM: "km kilometre kilometres kilometer kilometers",
    METRE: "metre metres meter meters",
    MILE: "mile miles",
    MPH: "mph",
    KG: "kg kilo kilos kilogram kilograms",
    TONNE: "tonne tonnes ton tons",
    LITRE: "litre litres liter liters",
    BARREL: "barrel barrels bbl",
    DEGREE: "degree degrees °c °f celsius",
    SECOND: "seconds sec secs",
    MINUTE: "minute minutes min mins",
    HOUR: "hour hours hr hrs h",
    AM: "am a.m a.m.",
    PM: "pm p.m p.m.",
    DAY: "day days",
    WEEK: "week weeks wk wks",
    MONTH: "month months",
    QUARTER: "quarter quarters",
    YEAR: "year years yr yrs season seasons",
    GAME: "game games match matches",
    VOTE: "vote votes deputy deputies mp mps lawmaker lawmakers senator senators",
    GOAL: "goal goals",
    PERSON: "person persons people customer customers user users patient patients",
    SEAT: "seat seats",
  }).flatMap(([unit, names]) => names.split(" ").map((name): [string, string] => [name, unit])),
);
