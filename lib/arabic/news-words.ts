/**
 * Arabic words that news is made of, folded (see `fold.ts`), each with an English word of the same meaning, so that what is known of English
 * words serves both. "english: arabic arabic …". From general knowledge of both languages, written by hand for this project.
 */
const GLOSSES = `
announce: اعلن يعلن تعلن سيعلن ستعلن اعلان اعلنت | reveal: كشف يكشف تكشف | say: قال يقول تقول قالت صرح صرحت ذكر ذكرت افاد افادت
confirm: اكد يوكد اكدت تاكيد توكد | deny: نفي ينفي تنفي نفت نفى انكر تكذيب كذب | hoax: اشاعه شائعه اشاعات
reject: رفض يرفض ترفض رفضت رفضها | accept: قبل وافق يوافق توافق وافقت موافقه | agree: اتفق اتفقت اتفاق اتفاقيه يتفق
sign: وقع يوقع توقع سيوقع ستوقع توقيع وقعت | join: انضم ينضم انضمام يضم ضم تضم سينضم | leave: غادر يغادر مغادره رحيل يرحل رحل ترك
win: فاز يفوز فوز فازت تغلب يتغلب | lose: خسر يخسر خساره خسرت هزيمه | draw: تعادل
die: توفي وفاه مات موت يموت وفاته توفى رحيله | kill: قتل مقتل قتلوا يقتل حتف مصرع قتيل قتلى لقي حتفهم حياه اودت تودي | wound: اصيب اصابه جرح جرحى جريح مصاب مصابين اصابات
alive: حي حيا يرزق | open: فتح يفتح افتتاح افتتح يفتتح تفتح سيفتح سيفتتح | close: اغلق يغلق اغلاق تغلق ستغلق سيغلق اغلاقه مغلق
start: بدا يبدا بدء بدايه تبدا سيبدا ستبدا انطلاق ينطلق تنطلق | end: انتهي ينتهي نهايه انتهاء انتهت انهي | continue: استمر يستمر استمرار تستمر
rise: ارتفع يرتفع ارتفاع ترتفع سيرتفع سترتفع زاد يزداد زياده رفع ترفع يرفع سترفع تزيد تزداد | fall: انخفض ينخفض انخفاض سينخفض تراجع تنخفض هبوط خفض تخفض يخفض تخفيض
postpone: اجل تاجل تاجيل يوجل ارجا ارجاء تاجلت | cancel: الغي الغاء يلغي الغت تلغي الغى | hold: اجراء تجري يجري ستجري تقام عقد يعقد يعقد تنعقد
visit: زار يزور زياره سيزور تزور | travel: سافر يسافر سفر | arrive: وصل يصل وصول سيصل تصل بلغ يبلغ | return: عاد يعود عوده
arrest: اعتقل اعتقال اعتقلت تعتقل القبض اوقف توقيف | release: افرج افراج اطلق سراح يفرج | attack: هجوم هاجم هاجمت اعتداء
strike: اضراب | protest: احتجاج تظاهر مظاهره احتج مظاهرات احتجاجات | pay: دفع يدفع صرف تصرف يصرف ستصرف سيصرف صرفت | receive: استلم استلام تسلم يستلم
pass: اقر يقر اقرار صوت يصوت تصويت | appoint: عين تعيين يعين | resign: استقال استقاله يستقيل | elect: انتخب انتخاب انتخابات الانتخابات انتخابي
increase: علاوه | price: سعر اسعار ثمن | rate: معدل | currency: عمله العمله | dinar: دينار دنانير | dollar: دولار دولارات | bank: مصرف بنك مصارف بنوك
salary: راتب رواتب اجور معاش | teacher: معلم معلمين مدرس مدرسين | employee: موظف موظفين | worker: عامل عمال عاملين | retiree: متقاعد متقاعدين
government: حكومه | minister: وزير | ministry: وزاره | president: رئيس رئاسه | parliament: برلمان مجلس نواب | law: قانون | court: محكمه قضاء
commission: مفوضيه هيئه لجنه | party: حزب | opposition: معارضه | member: عضو اعضاء نائب | spokesman: متحدث ناطق | source: مصدر مصادر
army: جيش قوات عسكري | police: شرطه | soldier: جندي جنود | war: حرب | peace: سلام | family: عائله اسره ذوي | child: طفل اطفال
person: شخص اشخاص | man: رجل رجال | woman: امراه نساء | citizen: مواطن مواطنين | player: لاعب | coach: مدرب | club: نادي فريق | match: مباراه
artist: فنان فنانه ممثل مطرب | poet: شاعر | actor: ممثله | contract: عقد عقدا عقده بعقد | season: موسم مواسم | heart: قلب قلبيه | crisis: ازمه نوبه
hospital: مستشفي مستشفى | doctor: طبيب | disease: مرض | vaccine: لقاح | flood: فيضان فيضانات سيول | rain: مطر امطار | fire: حريق | earthquake: زلزال هزه
city: مدينه | province: محافظه | country: دوله بلد بلاد | border: حدود معبر منفذ | airport: مطار | road: طريق شارع | school: مدرسه مدارس | university: جامعه
work: دوام عمل | holiday: عطله تعطيل اجازه | official: رسمي رسميا | early: مبكر مبكره | new: جديد جديده | old: قديم | big: كبير كبيره
fuel: وقود بنزين محروقات | oil: نفط بترول | gas: غاز | electricity: كهرباء | water: ماء مياه | factory: مصنع معمل | company: شركه | market: سوق اسواق
news: خبر اخبار انباء نبا | reason: سبب جراء اثر نتيجه بسبب | truth: صحه صحيح حقيقه | date: موعد تاريخ | vote: تصويت اصوات | tax: ضريبه ضرائب رسوم
million: مليون ملايين | thousand: الف الاف | billion: مليار مليارات | hundred: مئه مائه | year: سنه سنوات عام اعوام | month: شهر اشهر | week: اسبوع اسابيع | day: يوم ايام | hour: ساعه ساعات
transfer: نقل انتقال ينتقل انتقل | buy: اشتري شراء يشتري | sell: باع بيع يبيع | give: منح اعطي منحه | offer: عرض عروض | demand: طالب مطالبه طلب
explosion: انفجار تفجير | bomb: قنبله عبوه | missile: صاروخ صواريخ | truce: هدنه | negotiation: مفاوضات محادثات تفاوض | ambassador: سفير | embassy: سفاره
visa: تاشيره فيزا | passport: جواز جوازات | refugee: لاجي لاجيين نازح نازحين | budget: موازنه ميزانيه | loan: قرض قروض | debt: ديون | inflation: تضخم | gold: ذهب
auction: مزاد | profit: ربح ارباح | loss: خسائر | stock: اسهم بورصه | train: قطار قطارات | plane: طائره طائرات | ship: سفينه سفن | car: سياره سيارات | bus: حافله
accident: حادث حوادث | bridge: جسر | dam: سد | storm: عاصفه اعصار | snow: ثلج ثلوج | drought: جفاف | virus: فيروس | case: حاله حالات | curfew: تجول تجوال
exam: امتحان امتحانات | student: طالب طلاب طلبه تلميذ | result: نتائج | goal: هدف اهداف | champion: بطل بطوله | cup: كاس | film: فيلم | song: اغنيه | concert: حفل حفله
wedding: زواج زفاف | divorce: طلاق | birth: ولاده مولود | phone: هاتف | internet: انترنت | hack: اختراق قرصنه | data: بيانات | customer: زبون عميل زبائن عملاء
poll: استطلاع | majority: اغلبيه غالبيه | minority: اقليه | half: نصف | quarter: ربع | complete: اكمل انجز اكتمال انجاز | fail: فشل يفشل اخفق اخفاق | succeed: نجح نجاح ينجح
build: بناء يبني انشاء شيد | destroy: دمر تدمير هدم | steal: سرق سرقه | find: عثر وجد اكتشف اكتشاف | search: بحث تفتيش | warn: حذر يحذر تحذير | threaten: هدد تهديد يهدد
call: دعا يدعو دعوه | accuse: اتهم اتهام يتهم | judge: قاضي قضاه | sentence: حكم حكمت | prison: سجن حبس | acquit: براءه تبرئه | convict: ادان ادانه مدان | kidnap: خطف اختطاف
hostage: رهينه رهائن | host: استضاف تستضيف استضافه | suspend: علق تعليق يعلق | extend: مدد تمديد يمدد | replace: استبدال بديل | withdraw: سحب انسحب انسحاب ينسحب
support: دعم يدعم تاييد ايد | oppose: عارض يعارض معارض | promise: وعد وعود تعهد | plan: خطه خطط | expect: توقع متوقع توقعات | recover: تعافي شفي شفاء | treat: علاج
island: جزيره | sea: بحر | river: نهر | mountain: جبل | village: قريه | house: منزل منازل بيت بيوت | north: شمال شمالي | south: جنوب جنوبي | east: شرق شرقي | west: غرب غربي
import: استيراد | export: تصدير صادرات | lift: رفع | impose: فرض يفرض تفرض حظر | ban: منع | allow: سمح سماح يسمح
`;

export const GLOSS: ReadonlyMap<string, string> = new Map(
  GLOSSES.split(/[|\n]/u).flatMap((entry) => {
    const [english = "", arabic = ""] = entry.split(":");
    return arabic
      .trim()
      .split(/\s+/u)
      .filter((word) => word !== "")
      .map((word): [string, string] => [word, english.trim()]);
  }),
);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Says that something is not so. */
export const ARABIC_NEGATION = words("لم لا لن ليس ليست ما غير دون بدون عدم بلا لما");
/** Carries no content of its own. */
export const ARABIC_EMPTY = words(`
  في من الي على علي عن مع و او ثم ان انه انها التي الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت يكون قد سوف بعد قبل حتي كل اي بين عند لدي امام خلال حول ضد
  بحسب وفق وفقا حسب نسبه بنسبه اعتبارا ابتداء مقابل اكثر اقل كما ايضا هناك تم يتم احد عاجل منقول لله انا اليه راجعون انه وانا مده لمده من
`);
export const ARABIC_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...(
    [
      ["واحد واحده", 1],
      ["اثنين اثنان اثنتين اثنتان الثاني ثانيه", 2],
      ["ثلاث ثلاثه الثالث", 3],
      ["اربع اربعه الرابع", 4],
      ["خمس خمسه الخامس", 5],
      ["ست سته السادس", 6],
      ["سبع سبعه السابع", 7],
      ["ثمان ثماني ثمانيه الثامن", 8],
      ["تسع تسعه التاسع", 9],
      ["عشر عشره العاشر", 10],
      ["عشرين عشرون", 20],
      ["ثلاثين ثلاثون", 30],
      ["اربعين اربعون", 40],
      ["خمسين خمسون", 50],
      ["ستين ستون", 60],
      ["سبعين سبعون", 70],
      ["ثمانين ثمانون", 80],
      ["تسعين تسعون", 90],
      ["مئه مائه", 100],
      ["مئتين مئتان مائتين", 200],
    ] as const
  ).flatMap(([names, value]) => names.split(" ").map((name): [string, number] => [name, value])),
]);
/** Two of a unit are one word: "two years". */
export const ARABIC_DUALS: ReadonlyMap<string, string> = new Map([
  ["سنتين", "YEAR"],
  ["سنتان", "YEAR"],
  ["عامين", "YEAR"],
  ["موسمين", "YEAR"],
  ["شهرين", "MONTH"],
  ["اسبوعين", "WEEK"],
  ["يومين", "DAY"],
  ["ساعتين", "HOUR"],
]);
export const ARABIC_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    PERCENT: "بالمئه بالمائه بالمئة مئويه",
    YEAR: "سنه سنوات عام اعوام موسم مواسم",
    MONTH: "شهر اشهر شهور",
    WEEK: "اسبوع اسابيع",
    DAY: "يوم ايام",
    HOUR: "ساعه ساعات",
    DOLLAR: "دولار دولارات",
    EURO: "يورو",
    DINAR: "دينار دنانير",
    PERSON: "شخص اشخاص شخصا",
  }).flatMap(([unit, names]) => names.split(" ").map((name): [string, string] => [name, unit])),
);
export const ARABIC_SCALES: ReadonlyMap<string, number> = new Map([
  ["الف", 1e3],
  ["الاف", 1e3],
  ["مليون", 1e6],
  ["ملايين", 1e6],
  ["مليار", 1e9],
  ["مليارات", 1e9],
]);
