import { describe, expect, test } from "vitest";
import type { LiveNews } from "#lib/domain/live";
import type { LiveTab } from "#lib/domain/live-shapes";
import { type Answer, LiveLink } from "./live-link";

const PLACE = "claim:0192f000-0000-7000-8000-000000000001";
const news = (sequence: number, changed: readonly string[] = []): LiveNews => ({
  sequence,
  changed,
  acts: [],
  isCut: false,
  here: [],
});

/** A browser whose streams and timers end as they are told, and a newsroom that answers as it is told. */
function browser() {
  const streams: {
    address: string;
    said: (text: string) => void;
    broke: () => void;
    lost: () => void;
    isClosed: boolean;
  }[] = [];
  const reached: boolean[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  const asked: { address: string; mark: string | null }[] = [];
  const told: LiveTab[] = [];
  const heard: LiveNews[] = [];
  let answer: Answer = { kind: "same" };
  const link = new LiveLink({
    tab: "0".repeat(32),
    place: PLACE,
    since: 7,
    onNews: (one) => heard.push(one),
    onReached: (isReached) => reached.push(isReached),
    ways: {
      open: (address, on) => {
        const stream = { address, ...on, isClosed: false };
        streams.push(stream);
        return () => {
          stream.isClosed = true;
        };
      },
      ask: async (address, mark) => {
        asked.push({ address, mark });
        return answer;
      },
      tell: (tab) => told.push(tab),
      later: (work, milliseconds) => {
        const timer = { work, milliseconds };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
      },
    },
  });
  return {
    link,
    streams,
    timers,
    asked,
    told,
    heard,
    reached,
    answers(next: Answer) {
      answer = next;
    },
    /** Lets the timer of so many milliseconds go off, and what follows from it happen. */
    async pass(milliseconds: number) {
      const index = timers.findLastIndex((one) => one.milliseconds === milliseconds);
      expect(timers.map((one) => one.milliseconds)).toContain(milliseconds);
      timers.splice(index, 1)[0]?.work();
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("a tab that somebody looks at", () => {
  test("has a stream from the act on that its page was drawn with, and hands on what it says", () => {
    const { link, streams, heard } = browser();
    link.show();
    expect(streams.map(({ address }) => address)).toEqual([
      `/desk/live?on=${encodeURIComponent(PLACE)}&since=7`,
    ]);
    streams[0]?.said(JSON.stringify(news(9, ["a"])));
    expect(heard).toEqual([news(9, ["a"])]);
  });

  test.each(["", "{", "null", '{"sequence":-1}', '{"sequence":8,"changed":[1],"isCut":false,"here":[]}'])(
    "hears nothing in %j",
    (text) => {
      const { link, streams, heard } = browser();
      link.show();
      streams[0]?.said(text);
      expect(heard).toEqual([]);
    },
  );

  test("says where it is, at once, as it moves, and again and again", async () => {
    const { link, told, pass } = browser();
    link.show();
    link.move("s-1");
    link.move("s-2");
    expect(told.map(({ at }) => at)).toEqual([null]);
    await pass(1_000);
    await pass(20_000);
    expect(told.map(({ at }) => at)).toEqual([null, "s-2", "s-2"]);
  });

  test("that is left closes its stream, says so, and goes on from what it heard last when it is shown again", () => {
    const { link, streams, told, timers, heard } = browser();
    link.show();
    streams[0]?.said(JSON.stringify(news(9)));
    link.hide();
    link.hide();
    expect(streams[0]?.isClosed).toBe(true);
    expect(told.at(-1)).toMatchObject({ on: null });
    expect(told).toHaveLength(2);
    expect(timers).toEqual([]);
    streams[0]?.said(JSON.stringify(news(10)));
    expect(heard).toHaveLength(1);
    link.show();
    expect(streams[1]?.address).toContain("since=9");
  });
});

describe("where the stream is cut off", () => {
  test.each([
    ["because it is refused", ({ streams }: ReturnType<typeof browser>) => streams[0]?.lost()],
    ["because nothing comes through", ({ pass }: ReturnType<typeof browser>) => pass(5_000)],
  ])("%s, the tab asks again and again, with the mark of the last answer", async (_, cut) => {
    const tab = browser();
    tab.link.show();
    tab.answers({ kind: "new", text: JSON.stringify(news(9, ["a"])), mark: '"m"' });
    await cut(tab);
    await settled();
    expect(tab.streams[0]?.isClosed).toBe(true);
    expect(tab.heard).toEqual([news(9, ["a"])]);
    tab.answers({ kind: "same" });
    await tab.pass(5_000);
    expect(tab.asked.map(({ mark }) => mark)).toEqual([null, '"m"']);
    expect(tab.asked[1]?.address).toContain("since=9");
  });

  test("a stream that says something isn't taken for one that is held back", () => {
    const { link, streams, timers } = browser();
    link.show();
    streams[0]?.said(JSON.stringify(news(9)));
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([20_000]);
  });

  test("whether the newsroom can be reached is told as it breaks, and as asking goes well or fails", async () => {
    const { link, streams, answers, pass, reached } = browser();
    link.show();
    streams[0]?.broke();
    expect(reached).toEqual([false]);
    answers({ kind: "same" });
    streams[0]?.lost();
    await settled();
    answers({ kind: "failed" });
    await pass(5_000);
    answers({ kind: "over" });
    await pass(10_000);
    expect(reached).toEqual([false, true, false, false]);
  });

  test("it asks less often where asking fails, and tries the stream again after a while", async () => {
    const { link, streams, answers, pass, asked } = browser();
    link.show();
    answers({ kind: "failed" });
    streams[0]?.lost();
    await settled();
    await pass(10_000);
    answers({ kind: "same" });
    await pass(20_000);
    while (streams.length === 1) await pass(5_000);
    expect(asked.length).toBe(24);
  });

  test("it stops where nobody is signed in any more, and begins again when the tab is shown anew", async () => {
    const { link, streams, answers, timers } = browser();
    link.show();
    answers({ kind: "over" });
    streams[0]?.lost();
    await settled();
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([20_000]);
    link.hide();
    link.show();
    expect(streams).toHaveLength(2);
  });

  test("an answer that comes after the tab was left is left too", async () => {
    const { link, streams, answers, heard, timers } = browser();
    link.show();
    answers({ kind: "new", text: JSON.stringify(news(9, ["a"])), mark: null });
    streams[0]?.lost();
    link.hide();
    await settled();
    expect([heard, timers]).toEqual([[], []]);
  });
});
