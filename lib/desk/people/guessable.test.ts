import { expect, test } from "vitest";
import { isGuessable } from "./guessable";

const known = ["jonas.berg@harbour.example", "Jonas Berg"];

test.each([
  "password1234",
  "Password123!",
  "PasswordPassword!",
  "P@ssw0rd1234",
  "ｐａｓｓｗｏｒｄ１２３４",
  "qwerty123456",
  "qazwsxedcrfv",
  "1q2w3e4r5t6y",
  "iloveyou2024",
  "iloveyouforever",
  "welcome12345",
  "letmein12345",
  "changemeplease",
  "admin123admin",
  "football1234",
  "monkey123456",
  "dragon1234567",
  "sunshine1234",
  "princess1234",
  "summer2026!!",
  "Monday2026!!!",
  "newsroom2026",
  "onrecord2026!",
  "OnrecordOnrecord",
  "welcometoonrecord",
  "Editor123456",
  "abc123abc123",
  "123456789abc",
  "aaaabbbbcccc",
  "harbour.example",
  "JonasBerg2026",
])("%s is refused", (password) => expect(isGuessable(password, known)).toBe(true));

test.each([
  "three green lamps burn",
  "nine purple ladders",
  "al sings in the quiet bath",
  "rsqp-frxw-yvgu-phrv",
  "الفانوس الأخضر فوق الميناء",
  "vR7#kq2!mZp9xT",
])("%s is not", (password) => expect(isGuessable(password, known)).toBe(false));

test("the longest password is looked at in the time of a breath", () => {
  expect(isGuessable("x1! ".repeat(64), known)).toBe(true);
});
