import type { ReaderWords } from "#lib/words/english";

export const spokenLines: ReaderWords["spokenLines"] = {
  lines: {
    reported: "عبارة منسوبة إلى مصدر: ",
    unnamed: "عبارة منسوبة، والمصدر غير مسمّى: ",
    unsourced: "عبارة بلا مصدر: ",
    opinion: "رأي: ",
  },
  end: " نهاية العبارة.",
  gap: " ليس من العبارة: ",
  gapEnd: " تتمة العبارة: ",
};
