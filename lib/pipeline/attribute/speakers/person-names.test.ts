import { expect, test } from "vitest";
import { tokens } from "#lib/english/tokens";
import { personsIn } from "./person-names";

test.each([
  ["Supt Peters met Eva Mendes in the hall", ["Supt Peters", "Eva Mendes"]],
  ["The United States met Prime Minister Dunne", ["Minister Dunne"]],
  ["Eva Mendes’ house", ["Eva Mendes"]],
  ["the council of the county", []],
  ["But Ruiz met Eva Mendes", ["Eva Mendes"]],
  ["After Otis left Though Falk stayed", []],
])("the persons in: %s", (text, persons) => expect(personsIn(tokens(text))).toEqual(persons));
