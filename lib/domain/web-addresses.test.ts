import { expect, test } from "vitest";
import { addressComplaint, WEB_ADDRESS_LENGTH } from "./web-addresses";
import { WebAddress } from "./web-addresses-shapes";

const long = (length: number) => "https://news.example/".padEnd(length, "x");

test.each([
  [null, "https://news.example/1?a=b#c"],
  [null, "http://news.example"],
  [null, long(WEB_ADDRESS_LENGTH)],
  ["longText", long(WEB_ADDRESS_LENGTH + 1)],
  ["longText", "x".repeat(WEB_ADDRESS_LENGTH + 1)],
  ["wholeWebAddress", ""],
  ["wholeWebAddress", "news.example/1"],
  ["wholeWebAddress", "the council’s page"],
  ["wholeWebAddress", "javascript:alert(1)"],
  ["wholeWebAddress", "ftp://me:word@news.example/"],
  ["secretInAddress", "https://me:word@news.example/"],
  ["secretInAddress", "https://me@news.example/"],
])("%s: %s, early and at the door", (complaint, address) => {
  expect(addressComplaint(address)).toBe(complaint);
  expect(WebAddress.safeParse(` ${address} `).error?.issues[0]?.message ?? null).toBe(complaint);
});
