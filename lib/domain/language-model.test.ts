import { describe, expect, test } from "vitest";
import { languageModel } from "./language-model";

const whole = {
  NODE_ENV: "test",
  ONRECORD_LLM_URL: "https://llm.example.org/v1/",
  ONRECORD_LLM_MODEL: "small-1",
  ONRECORD_LLM_PRICE_IN: "0.15",
  ONRECORD_LLM_PRICE_OUT: "0.6",
  ONRECORD_LLM_BUDGET: "20",
} as const;

test("what is needed is enough", () => {
  expect(languageModel(whole)).toEqual({
    url: "https://llm.example.org/v1",
    key: null,
    name: "small-1",
    priceIn: 0.15,
    priceOut: 0.6,
    currency: "USD",
    budget: { unit: "MONEY", most: 20 },
    timeLimit: 60_000,
  });
});

test.each([
  ["ONRECORD_LLM_URL", ""],
  ["ONRECORD_LLM_MODEL", " "],
  ["ONRECORD_LLM_PRICE_IN", ""],
  ["ONRECORD_LLM_BUDGET", ""],
])("without %s there is no model", (name, value) => {
  expect(languageModel({ ...whole, [name]: value })).toBeNull();
});

test("with nothing set there is none", () => {
  expect(languageModel({ NODE_ENV: "test" })).toBeNull();
});

describe("a budget", () => {
  test.each([
    ["20", { unit: "MONEY", most: 20 }],
    ["0.5", { unit: "MONEY", most: 0.5 }],
    ["2000000 tokens", { unit: "TOKENS", most: 2_000_000 }],
  ])("%s", (given, budget) => {
    expect(languageModel({ ...whole, ONRECORD_LLM_BUDGET: given })?.budget).toEqual(budget);
  });

  test.each(["0", "-1", "20 EUR", "1e3", "1.5 tokens", "Infinity", "2000000000000 tokens", "2000001"])(
    "is not %s",
    (given) => {
      expect(languageModel({ ...whole, ONRECORD_LLM_BUDGET: given })).toBeNull();
    },
  );
});

describe("an address", () => {
  test.each([
    "https://llm.example.org/v1",
    "http://127.0.0.1:11434/v1",
    "http://localhost:8080",
    "http://ollama:11434/v1",
    "http://192.168.1.7/v1",
    "http://[::1]:8080/v1",
    "http://llm.newsroom.internal/v1",
  ])("may be %s", (url) => {
    expect(languageModel({ ...whole, ONRECORD_LLM_URL: url })?.url).toBe(url);
  });

  test.each([
    "http://llm.example.org/v1",
    "http://8.8.8.8/v1",
    "http://10.example.org/v1",
    "https://me:secret@llm.example.org/v1",
    "https://llm.example.org/v1?key=1",
    "https://llm.example.org/v1#x",
    "file:///etc/passwd",
    "llm.example.org",
  ])("may not be %s", (url) => {
    expect(languageModel({ ...whole, ONRECORD_LLM_URL: url })).toBeNull();
  });
});
