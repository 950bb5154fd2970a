import type { ReaderWords } from "#lib/words/english";
import { countOf } from "./count";
import { quoted } from "./lists";

const days = (n: number) => countOf(n, "day");

export const due: ReaderWords["due"] = {
  OPEN: (n) => `مفتوح. يحلّ موعده بعد ${days(n)}.`,
  DUE: "يحلّ موعده اليوم.",
  DUE_NOW: "موعده الآن.",
  OVERDUE: (n) => `حلّ موعده قبل ${days(n)}. لم يُسجَّل شيء.`,
  UNDATED: "خطة بلا موعد. مفتوحة.",
  promised: (day) => `وُعد به في ${day}.`,
  sameDay: (text, day) => `${quoted(text)} في منشور بتاريخ ${day} يعني ذلك اليوم.`,
  otherDay: (text, from, day) => `${quoted(text)} في منشور بتاريخ ${from} يعني ${day}.`,
  onlyEvidence: "لا نسجّل ما حدث إلا بدليل؛ فالتقويم وحده لا يقرر شيئًا.",
  saidAndDue: "قيل وحلّ موعده",
  fellDue: "حلّ موعده",
  due: "الموعد",
  today: "اليوم",
  bar: {
    saidAndDue: (day, today, n) =>
      `من ${day}، يوم قيل وحلّ موعده، إلى اليوم، ${today}: ${days(n)} من دون تسجيل.`,
    fellDue: (day, today, n) => `من ${day}، آخر يوم وُعد به، إلى اليوم، ${today}: ${days(n)} من دون تسجيل.`,
    open: (today, day, n) => `من اليوم، ${today}، إلى ${day}، اليوم الموعود: ${days(n)}.`,
  },
  fellDueShort: (n) => `حلّ موعده قبل ${days(n)}`,
  nothingRecorded: "لم يُسجَّل شيء.",
};
