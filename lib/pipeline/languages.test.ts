import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";

/** Only English is read. Every other language gives segments and a note, and no statement is guessed. */

const page = (content: string) => analyse({ format: "text", content, url: null, publisher: null });
const firstSentence = (text: string) => text.split(/(?<=[.。۔]) ?/)[0] ?? text;
/** The same words as a page has them, with English lines around them. */
const framed = (text: string) => `July 25, 2024\n\nBy Jo Hale\n\n${text}\n\nShare this\n\nNo comments:`;

const KNOWN: readonly (readonly [language: string, tag: string, text: string])[] = [
  [
    "Dutch",
    "nl",
    "De minister zei maandag dat de brug over de rivier weer open is. Volgens de gemeente was de reparatie in juli begonnen, maar door het slechte weer duurde het werk langer dan verwacht. De burgemeester heeft beloofd dat er volgend jaar een tweede brug wordt gebouwd.",
  ],
  [
    "German",
    "de",
    "Der Minister sagte am Montag, dass die Brücke über den Fluss wieder offen ist. Nach Angaben der Stadt hatte die Reparatur im Juli begonnen, doch wegen des schlechten Wetters dauerten die Arbeiten länger als erwartet. Der Bürgermeister versprach eine zweite Brücke.",
  ],
  [
    "French",
    "fr",
    "Le ministre a déclaré lundi que le pont sur la rivière est de nouveau ouvert. Selon la mairie, les travaux avaient commencé en juillet, mais le mauvais temps les a retardés. Le maire a promis qu'un deuxième pont sera construit l'année prochaine.",
  ],
  [
    "Spanish",
    "es",
    "El ministro dijo el lunes que el puente sobre el río está abierto de nuevo. Según el ayuntamiento, las obras empezaron en julio, pero el mal tiempo las retrasó. El alcalde prometió que el próximo año se construirá un segundo puente.",
  ],
  [
    "Italian",
    "it",
    "Il ministro ha detto lunedì che il ponte sul fiume è di nuovo aperto. Secondo il comune i lavori erano cominciati a luglio, ma il maltempo li ha ritardati. Il sindaco ha promesso che l'anno prossimo sarà costruito un secondo ponte.",
  ],
  [
    "Portuguese",
    "pt",
    "O ministro disse na segunda-feira que a ponte sobre o rio está novamente aberta. Segundo a câmara, as obras começaram em julho, mas o mau tempo atrasou-as. O presidente prometeu que no próximo ano será construída uma segunda ponte.",
  ],
  [
    "Danish",
    "da",
    "Ministeren sagde mandag, at broen over floden er åben igen. Ifølge kommunen begyndte reparationen i juli, men det dårlige vejr betød, at arbejdet tog længere tid end ventet. Borgmesteren lovede, at en anden bro bliver bygget næste år.",
  ],
  [
    "Swedish",
    "sv",
    "Ministern sade i måndags att bron över floden är öppen igen. Enligt kommunen började reparationen i juli, men det dåliga vädret gjorde att arbetet tog längre tid än väntat. Borgmästaren lovade att en andra bro ska byggas nästa år.",
  ],
  [
    "Turkish",
    "tr",
    "Bakan pazartesi günü nehrin üzerindeki köprünün yeniden açıldığını söyledi. Belediyeye göre onarım temmuz ayında başlamıştı, ancak kötü hava nedeniyle çalışmalar beklenenden uzun sürdü. Belediye başkanı gelecek yıl ikinci bir köprü yapılacağına söz verdi.",
  ],
  [
    "Kurmanji",
    "ku",
    "Wezîr roja duşemê got ku pira li ser çem dîsa vebûye. Li gorî şaredariyê, tamîrkirin di meha tîrmehê de dest pê kiribû, lê ji ber hewaya xirab kar dirêjtir bû. Şaredar soz da ku sala bê pireke duyem bê çêkirin.",
  ],
  [
    "Arabic",
    "ar",
    "قال الوزير يوم الاثنين إن الجسر فوق النهر مفتوح من جديد. وذكرت البلدية أن أعمال الإصلاح بدأت في يوليو لكن سوء الطقس أخرها. ووعد رئيس البلدية ببناء جسر ثان العام المقبل.",
  ],
  [
    "Sorani",
    "ckb",
    "وەزیر ڕۆژی دووشەممە گوتی پردەکەی سەر ڕووبارەکە جارێکی تر کراوەتەوە. بە گوتەی شارەوانی، چاککردنەوەکە لە مانگی تەممووز دەستی پێکردبوو، بەڵام بەهۆی کەشوهەوای خراپەوە درێژەی کێشا. سەرۆکی شارەوانی بەڵێنی دا ساڵی داهاتوو پردێکی دووەم دروست بکرێت.",
  ],
  [
    "Persian",
    "fa",
    "وزیر روز دوشنبه گفت که پل روی رودخانه دوباره باز شده است. به گفته شهرداری، تعمیرات در ماه ژوئیه آغاز شده بود اما به دلیل هوای بد بیشتر از انتظار طول کشید. شهردار قول داد که سال آینده پل دومی ساخته شود.",
  ],
  [
    "Urdu",
    "ur",
    "وزیر نے پیر کو کہا کہ دریا پر پل دوبارہ کھل گیا ہے۔ بلدیہ کے مطابق مرمت جولائی میں شروع ہوئی تھی لیکن خراب موسم کی وجہ سے کام میں توقع سے زیادہ وقت لگا۔",
  ],
  [
    "Hebrew",
    "he",
    "השר אמר ביום שני שהגשר מעל הנהר פתוח שוב. לדברי העירייה, עבודות התיקון החלו ביולי, אך מזג האוויר הגרוע עיכב אותן. ראש העיר הבטיח שבשנה הבאה ייבנה גשר שני.",
  ],
  [
    "Russian",
    "ru",
    "Министр заявил в понедельник, что мост через реку снова открыт. По данным мэрии, ремонт начался в июле, но из-за плохой погоды работы затянулись. Мэр пообещал, что в следующем году будет построен второй мост.",
  ],
  [
    "Ukrainian",
    "uk",
    "Міністр заявив у понеділок, що міст через річку знову відкрито. За даними мерії, ремонт почався в липні, але через погану погоду роботи затягнулися. Мер пообіцяв, що наступного року збудують другий міст.",
  ],
  [
    "Chinese",
    "zh",
    "部长星期一说,河上的桥重新开放了。市政府表示,修理工作七月开始,但由于天气恶劣,工程比预期的时间长。市长承诺明年将建造第二座桥。",
  ],
  [
    "Albanian",
    "sq",
    "Ministri tha të hënën se ura mbi lumë është hapur përsëri. Sipas bashkisë, riparimi kishte filluar në korrik, por për shkak të motit të keq punimet zgjatën më shumë se sa pritej.",
  ],
  [
    "Polish",
    "pl",
    "Minister powiedział w poniedziałek, że most nad rzeką jest znowu otwarty. Według urzędu miasta naprawa zaczęła się w lipcu, ale z powodu złej pogody prace trwały dłużej niż oczekiwano.",
  ],
];
/** Near to a language that is known, and called by its name. */
const NEAR: readonly (readonly [language: string, text: string])[] = [
  [
    "Afrikaans",
    "Die minister het Maandag gesê dat die brug oor die rivier weer oop is. Volgens die stad het die herstelwerk in Julie begin, maar weens die slegte weer het dit langer geneem as verwag. Die burgemeester het belowe dat daar volgende jaar 'n tweede brug gebou word.",
  ],
  [
    "Frisian",
    "De minister sei moandei dat de brêge oer de rivier wer iepen is. Neffens de gemeente wie de reparaasje yn july begûn, mar troch it minne waar duorre it wurk langer as ferwachte. De boargemaster hat tasein dat der takom jier in twadde brêge boud wurdt.",
  ],
  [
    "Indonesian",
    "Menteri mengatakan pada hari Senin bahwa jembatan di atas sungai itu sudah dibuka kembali. Menurut pemerintah kota, perbaikan dimulai pada bulan Juli, tetapi cuaca buruk membuat pekerjaan lebih lama dari perkiraan.",
  ],
];
const UNKNOWN: readonly (readonly [language: string, text: string])[] = [
  [
    "Somali",
    "Wasiirku wuxuu sheegay Isniintii in buundada webiga dib loo furay. Sida ay dawladda hoose sheegtay, dayactirku wuxuu bilaabmay bishii Luulyo, laakiin cimilada xun ayaa dib u dhigtay.",
  ],
  [
    "Latin",
    "Minister die Lunae dixit pontem super flumen iterum apertum esse. Secundum civitatem opera mense Iulio coepta erant, sed propter tempestatem malam diutius duraverunt quam speratum erat.",
  ],
];

function expectUnread(content: string): void {
  const analysis = page(content);
  expect(analysis.segments.length).toBeGreaterThan(0);
  expect(analysis.statements).toEqual([]);
  expect(analysis.attributions).toEqual([]);
  expect(analysis.notes.map(({ remark }) => remark).join()).toMatch(
    /English.*its statements are not looked for/,
  );
}

describe("in another language", () => {
  test.each(KNOWN)("%s (%s)", (_, tag, text) => {
    for (const content of [text, firstSentence(text), framed(text)]) {
      expectUnread(content);
      expect(page(content).language).toBe(tag);
    }
  });

  test.each([...NEAR, ...UNKNOWN])("%s", (_, text) => {
    for (const content of [text, firstSentence(text), framed(text)]) expectUnread(content);
  });

  test.each(UNKNOWN)("%s is called by no other language's name", (_, text) =>
    expect(page(text).language).toBeNull(),
  );

  test.each([
    "De brug is in de zomer open, of in de winter.",
    "In de stad is de brug open.",
    "Der Mann war in der Stadt, was an sich gut ist.",
    "Det var en god dag for by at have.",
    "Han var i by for at have it.",
  ])("small words that English has too: %s", expectUnread);

  test("quoted English in a Dutch page", () =>
    expectUnread(`${KNOWN[0]?.[2]} “This is a good day for the city,” stond er op het bord bij de brug.`));
});

describe("in English", () => {
  test("with foreign quotations, names and a line of Arabic", () => {
    const analysis = page(
      "The mayor said on Monday that the bridge was open again. “De brug is weer open,” she told the crowd, " +
        "and then, in Arabic, “الجسر مفتوح من جديد”. According to the city of 's-Hertogenbosch, the work on the " +
        "Wilhelminabrug began in July. “Nous sommes très contents,” said a visitor from Liège.",
    );
    expect(analysis.language).toBe("en");
    expect(analysis.statements.length).toBeGreaterThan(2);
  });

  test.each([
    "Prices rose sharply yesterday.",
    "Parliament passes budget law",
    "Is it open?",
    "THE MAYOR SAID THAT THE BRIDGE WAS OPEN.",
    "He said so.",
  ])("however short: %s", (text) => expect(page(text).language).toBe("en"));
});

test.each(["12 45 99", "?!", "🙂🙂🙂", "x", "OK"])("no language in %j", (text) => {
  const analysis = page(text);
  expect(analysis.language).toBeNull();
  expect(analysis.statements).toEqual([]);
});

describe("what a template says of the language", () => {
  const html = (body: string) =>
    analyse({
      format: "html",
      content: `<html lang="en-US"><head><title>Story</title></head><body><nav><a href="/">Home</a> <a href="/w">World</a> <a href="/s">Sport</a></nav><article><h1>Story of the day</h1><p>${body}</p></article><footer>All rights reserved. Privacy policy. About us.</footer></body></html>`,
      url: null,
      publisher: null,
    });

  test.each([
    [
      "Shona",
      "Kanzuru yeguta yakati mvura ichadzoka mangwana mushure mekugadziriswa kwepombi huru. Vagari vanoti vakagara mazuva matatu vasina mvura, uye vana havana kuenda kuchikoro.",
    ],
    [
      "Hausa",
      "Karamar hukuma ta ce ruwa zai dawo gobe bayan an gyara babban bututu. Mazauna garin sun ce sun kwana uku babu ruwa, kuma yara ba su je makaranta ba tun ranar Litinin.",
    ],
  ])("makes no page in %s English", (_, body) => {
    const { language, statements } = html(body);
    expect(language).not.toBe("en");
    expect(statements).toEqual([]);
  });

  test("and English under it is read", () => {
    const { language } = html(
      "The council said that the water will be back on Monday after the main pipe has been mended. People in the town have been without it for three days.",
    );
    expect(language).toBe("en");
  });
});
