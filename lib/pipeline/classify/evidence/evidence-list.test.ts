import { expect, test } from "vitest";
import { EvidenceList } from "./evidence-list";

test("wording is what was said of tokens, and stays when the list is cleared", () => {
  const list = new EvidenceList(0xffff);
  list.add("length", 3);
  list.about(7);
  list.add("word", 11);
  list.add("cluster", 2);
  list.about(8);
  list.add("word", 12);
  list.about(-1);
  list.add("place", 1);
  const ids = [...list.ids.subarray(1, 4)];
  const wording = list.wording();
  list.clear();
  list.add("length", 4);
  expect([...wording.ids]).toEqual(ids);
  expect([...wording.tokenOf]).toEqual([7, 7, 8]);
});

test("without a word there is no wording", () => {
  const list = new EvidenceList(0xffff);
  list.add("length", 3);
  expect(list.wording().ids).toHaveLength(0);
});
