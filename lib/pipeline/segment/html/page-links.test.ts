import { describe, expect, test } from "vitest";
import { analyse } from "#lib/pipeline/analyse";
import { articlesIn } from "#lib/pipeline/part";
import { pageLinks } from "./page-links";

const at = 0;
const addressesOf = (hrefs: readonly string[], url: string | null = "https://blog.example/2024/post.html") =>
  pageLinks(
    hrefs.map((href) => ({ at, href })),
    url,
  ).map(({ address }) => address);

describe("where a page's links lead", () => {
  test.each([
    ["/a b", "https://blog.example/a%20b"],
    ["../x?y=1#z", "https://blog.example/x?y=1"],
    ["//other.example", "https://other.example/"],
    [" HTTP://Other.Example:80/Ü ", "http://other.example/%C3%9C"],
    ["https://user:secret@other.example/a", "https://other.example/a"],
  ])("%s", (href, address) => expect(addressesOf([href])).toEqual([address]));

  test.each([
    "#note",
    "post.html#c",
    "javascript:alert(1)",
    "mailto:a@b.example",
    "data:text/html,x",
    "https://",
    "http://[",
    "",
  ])("nowhere: %s", (href) => expect(addressesOf([href])).toEqual([]));

  test("without an address of its own only whole ones lead anywhere", () => {
    expect(addressesOf(["/a", "https://other.example/a"], "no address")).toEqual(["https://other.example/a"]);
    expect(addressesOf(["/a", "https://other.example/a"], null)).toEqual(["https://other.example/a"]);
  });

  test("each once, the first fifty, none that is longer than it may be", () => {
    const many = Array.from({ length: 80 }, (_, i) => `https://other.example/${i}`);
    expect(addressesOf([...many, ...many])).toEqual(many.slice(0, 50));
    expect(addressesOf([`https://other.example/${"a".repeat(2_000)}`])).toEqual([]);
  });
});

const STORY =
  "The harbour council agreed on Monday to widen the quay, the mayor, Lina Aziz, said. Work begins next spring and will take two years, she told reporters at the gate of the old fish hall.";

test("the article's own lines count, and a line that names its source; menus, other posts and comments don't", () => {
  const page = analyse({
    format: "html",
    url: "https://blog.example/2024/quay",
    publisher: null,
    content: `<html><body><nav><ul><li><a href="https://menu.example/">Menu</a></li><li><a href="/about">About us</a></li></ul></nav>
      <article><h1><a href="/2024/quay">Harbour council agrees to widen the quay</a></h1>
      <p>${STORY} <a href="https://agency.example/quay">The agency reported it first</a>, and its report names the price of the works.</p>
      <p>${STORY.replace("Monday", "Tuesday")}</p><p>Source: <a href="https://ministry.example/paper">Ministry of Transport</a></p></article>
      <footer><p><a href="https://foot.example/">Terms of use</a></p></footer></body></html>`,
  });
  expect(page.links.map(({ address }) => address)).toEqual([
    "https://agency.example/quay",
    "https://ministry.example/paper",
  ]);
  expect(page.text.slice(page.links[0]?.at)).toMatch(/^The harbour council agreed on Monday/);
});

test("each post of a page has its own, at its place in its own text", () => {
  const posts = ["quay", "bridge"].map(
    (thing) =>
      `<article><h2><a href="/${thing}">The council agrees to widen the ${thing}</a></h2><p>September ${thing === "quay" ? 16 : 14}, 2024</p><p>${STORY.replaceAll("quay", thing)} <a href="https://agency.example/${thing}">The agency</a> reported it first.</p><p>${STORY.replaceAll("quay", thing).replace("Monday", "Friday")}</p></article>`,
  );
  const page = analyse({
    format: "html",
    url: "https://blog.example/",
    publisher: null,
    content: `<html><body>${posts.join("")}</body></html>`,
  });
  const parted = articlesIn(page).map(({ analysis }) => analysis);
  expect(parted.map(({ links }) => links.map(({ address }) => address))).toEqual([
    ["https://blog.example/quay", "https://agency.example/quay"],
    ["https://blog.example/bridge", "https://agency.example/bridge"],
  ]);
  for (const { text, links } of parted)
    expect(text.slice(links.at(-1)?.at)).toMatch(/^The harbour council agreed on Monday/);
});
