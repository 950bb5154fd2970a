import { describe, expect, test } from "vitest";
import { placeHref } from "./place-links";
import { AddPlace } from "./search-places";

const address = (given: string) => AddPlace.safeParse({ name: "Register", address: given });

describe("the address of a search", () => {
  test.each([
    [
      "https://register.example/?q={query}&in=all",
      "dam & quay",
      "https://register.example/?q=dam%20%26%20quay&in=all",
    ],
    [
      "https://register.example/{query}/{query}",
      "a/b?c#d",
      "https://register.example/a%2Fb%3Fc%23d/a%2Fb%3Fc%23d",
    ],
    ["http://register.example/#{query}", "سد", "http://register.example/#%D8%B3%D8%AF"],
    [
      "https://register.example/?q={query}",
      "$& $1 {query}",
      "https://register.example/?q=%24%26%20%241%20%7Bquery%7D",
    ],
    [
      "https://register.example/?q={query}",
      "half \ud83d of one",
      "https://register.example/?q=half%20%20of%20one",
    ],
  ])("%s, for %s", (pattern, lookedFor, href) => {
    expect(address(pattern).data?.address).toBe(pattern);
    expect(placeHref(pattern, lookedFor)).toBe(href);
    expect(new URL(href).origin).toBe(new URL(pattern).origin);
  });

  test.each(["", "   ", "\ud83d"])("none for nothing: %j", (lookedFor) =>
    expect(placeHref("https://register.example/?q={query}", lookedFor)).toBeNull(),
  );

  test.each([
    ["noQueryInAddress", "https://register.example/"],
    ["wholeWebAddress", "register.example/?q={query}"],
    ["wholeWebAddress", "javascript:alert('{query}')"],
    ["wholeWebAddress", "data:text/html,{query}"],
    ["wholeWebAddress", "https://register.example/\u202e{query}"],
    ["wholeWebAddress", "https://register.example/ {query}"],
    ["queryInSite", "https://{query}.example/"],
    ["queryInSite", "https://register.example{query}/"],
    ["secretInAddress", "https://me:word@register.example/?q={query}"],
    ["longPlaceAddress", `https://register.example/{query}${"x".repeat(500)}`],
  ])("refused, %s: %s", (complaint, given) =>
    expect(JSON.stringify(address(given).error?.issues)).toContain(`"${complaint}"`),
  );
});

test.each([
  ["noPlace", "  "],
  ["longPlace", "x".repeat(81)],
  ["disguisedText", "The \u202eregister"],
])("a name is refused: %s", (complaint, name) =>
  expect(AddPlace.safeParse({ name }).error?.issues[0]?.message).toBe(complaint),
);

test("a place may have no address", () => {
  for (const given of ["", null, undefined])
    expect(AddPlace.parse({ name: " The  quay ", address: given })).toEqual({
      name: "The quay",
      address: null,
    });
});
