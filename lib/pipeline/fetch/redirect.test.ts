import { expect, test } from "vitest";
import type { Answer } from "./answer";
import { nextAddress } from "./redirect";

function answer(from: string, location: string | null, status = 302): Answer {
  const unused = () => {
    throw new Error("nobody reads the body of a redirect");
  };
  return {
    url: new URL(from),
    status,
    header: (name) => (name === "location" ? location : null),
    bytes: unused,
    drop: unused,
  };
}

test.each([
  ["to another page", "https://news.example/a", "/b", "https://news.example/b"],
  ["beside it", "https://news.example/a/b", "c?d=1#e", "https://news.example/a/c?d=1"],
  ["to another site", "https://news.example/", "https://other.example/x", "https://other.example/x"],
  ["to https", "http://news.example/", "https://news.example/", "https://news.example/"],
  ["from http to http", "http://news.example/", "http://www.news.example/", "http://www.news.example/"],
])("%s", (_, from, location, expected) => {
  expect(nextAddress(answer(from, location), [])?.href).toBe(expected);
});

test.each([
  [
    "to http, which gives up the protection",
    "https://news.example/",
    "http://news.example/",
    /from https to an unprotected page/,
  ],
  [
    "to http on the same host, without saying so",
    "https://news.example/",
    "HTTP://news.example:80/",
    /unprotected/,
  ],
  ["to another port by its scheme", "https://news.example/", "https://news.example:444/", /port 444/],
])("%s is refused", (_, from, location, sentence) => {
  expect(() => nextAddress(answer(from, location), [])).toThrow(sentence);
});

test.each([200, 204, 300, 304, 305, 404])("%i leads nowhere, whatever it says", (status) => {
  expect(nextAddress(answer("https://news.example/", "/b", status), [])).toBeNull();
});
