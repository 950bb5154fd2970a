import { expect, test } from "vitest";
import { TAB_LASTS } from "#lib/domain/live";
import { Tabs } from "./tabs";

const [ANA, BEN] = ["0192f000-0000-7000-8000-00000000000a", "0192f000-0000-7000-8000-00000000000b"];
const PLACE = "article:0192f000-0000-7000-8000-000000000001";
const OTHER = "claim:0192f000-0000-7000-8000-000000000002";
const tab = (n: number) => n.toString(16).padStart(32, "0");

test("a tab that comes, moves and leaves is told of where it was and is; one that only says it is still there isn't", () => {
  const tabs = new Tabs();
  const ana = { tab: tab(1), by: ANA, at: null } as const;
  expect(tabs.note({ ...ana, on: PLACE }, 0)).toEqual([PLACE]);
  expect(tabs.note({ ...ana, on: PLACE }, 1)).toEqual([]);
  expect(tabs.note({ ...ana, on: PLACE, at: "s-1" }, 2)).toEqual([PLACE]);
  expect(tabs.note({ ...ana, on: OTHER }, 3)).toEqual([PLACE, OTHER]);
  expect([tabs.at(PLACE), tabs.at(OTHER)]).toEqual([new Map(), new Map([[ANA, null]])]);
  expect(tabs.note({ ...ana, on: null }, 4)).toEqual([OTHER]);
  expect(tabs.note({ ...ana, on: null }, 5)).toEqual([]);
  expect(tabs.at(OTHER)).toEqual(new Map());
});

test("one that says nothing any more is gone after a while", () => {
  const tabs = new Tabs();
  tabs.note({ tab: tab(1), by: ANA, on: PLACE, at: null }, 0);
  tabs.note({ tab: tab(2), by: BEN, on: PLACE, at: null }, 10);
  expect(tabs.forgetSilent(TAB_LASTS - 1)).toEqual([]);
  expect(tabs.forgetSilent(TAB_LASTS)).toEqual([PLACE]);
  expect([...tabs.at(PLACE).keys()]).toEqual([BEN]);
});

test("a person with two tabs is here once, where they moved last, and stays while one of them does", () => {
  const tabs = new Tabs();
  tabs.note({ tab: tab(1), by: ANA, on: PLACE, at: "s-1" }, 0);
  tabs.note({ tab: tab(2), by: ANA, on: PLACE, at: "s-2" }, 1);
  tabs.note({ tab: tab(1), by: ANA, on: PLACE, at: "s-3" }, 2);
  expect(tabs.at(PLACE)).toEqual(new Map([[ANA, "s-3"]]));
  tabs.note({ tab: tab(1), by: ANA, on: null, at: null }, 3);
  expect(tabs.at(PLACE)).toEqual(new Map([[ANA, "s-2"]]));
});

test("nobody speaks for somebody else's tab, and nobody fills the room with tabs", () => {
  const tabs = new Tabs();
  tabs.note({ tab: tab(1), by: ANA, on: PLACE, at: null }, 0);
  expect(tabs.note({ tab: tab(1), by: BEN, on: OTHER, at: null }, 1)).toEqual([]);
  for (let n = 2; n < 100; n += 1) tabs.note({ tab: tab(n), by: BEN, on: PLACE, at: `t-${n}` }, n);
  expect(tabs.at(PLACE)).toEqual(
    new Map([
      [ANA, null],
      [BEN, "t-99"],
    ]),
  );
  expect(tabs.forgetSilent(Number.MAX_SAFE_INTEGER)).toEqual([PLACE]);
});
