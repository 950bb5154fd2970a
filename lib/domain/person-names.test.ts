import { expect, test } from "vitest";
import { isDisguised, nameLook } from "./person-names";

test.each([
  ["Ruth Okafor", "ruth  okafor"],
  ["Ruth Okafor", "Ruth Okafor."],
  ["Ruth Okafor", "R\u0443th Okafor".replace("\u0443", "u")],
  ["Mara", "M\u0430r\u0430"],
  ["José Lima", "Jose Lima"],
  ["Ilya", "llya"],
  ["Olga", "0lga"],
])("%s and %s look the same", (a, b) => {
  expect(nameLook(a)).toBe(nameLook(b));
});

test.each([
  ["Ruth Okafor", "Ruth Okafar"],
  ["Mara", "Maria"],
  ["علي حسن", "علي حسين"],
  ["Ан Ли", "Ан Лу"],
])("%s and %s don't", (a, b) => {
  expect(nameLook(a)).not.toBe(nameLook(b));
});

test.each(["M\u0430ra", "Ma\u200bra", "Mara\u202e", "Ruth \u039fkafor"])("%s is disguised", (name) => {
  expect(isDisguised(name)).toBe(true);
});

test.each([
  "Mara",
  "Мара Иванова",
  "علي حسن",
  "Nuri al-Maliki (علي)",
  "D’Arcy O’Neill-Şahin",
  "می\u200cخواهم",
  "李小龍",
])("%s is not", (name) => {
  expect(isDisguised(name)).toBe(false);
});
