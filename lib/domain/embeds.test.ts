import { expect, test } from "vitest";
import { embedAt, embedPath, placeOf, readersPath } from "./embeds";

const at = (address: string) => {
  const { pathname, searchParams } = new URL(address, "https://onrecord.example");
  return embedAt(pathname.split("/").slice(2), searchParams.get("words"));
};

test.each([
  [{ kind: "article", slug: "quay" }, "/embed/articles/quay", "/articles/quay"],
  [{ kind: "claim", slug: "dam-1" }, "/embed/claims/dam-1", "/claims/dam-1"],
  [
    { kind: "statement", slug: "quay", number: 16, mark: null },
    "/embed/articles/quay/statements/16",
    "/articles/quay#s16",
  ],
  [
    { kind: "statement", slug: "quay", number: 1, mark: "0123456789ab" },
    "/embed/articles/quay/statements/1?words=0123456789ab",
    "/articles/quay#s1",
  ],
] as const)("%j", (place, path, readers) => {
  expect([embedPath(place), readersPath(place), at(path)]).toEqual([path, readers, place]);
});

test.each([
  "/embed/articles",
  "/embed/articles/",
  "/embed/desk/quay",
  "/embed/claims/quay/statements/1",
  "/embed/articles/quay/statements/0",
  "/embed/articles/quay/statements/01",
  "/embed/articles/quay/statements/-1",
  "/embed/articles/quay/statements/9999999",
  "/embed/articles/quay/statements/1/more",
  "/embed/articles/quay/1",
  "/embed/articles/a%20b",
  `/embed/articles/${"x".repeat(201)}`,
])("no card is at %s", (path) => expect(at(path)).toBeNull());

test("words that nothing can be known by are no words", () => {
  expect(at("/embed/articles/quay/statements/1?words=x")).toMatchObject({ mark: null });
});

test.each([
  ["/articles/quay", { kind: "article", slug: "quay" }],
  ["/articles/quay/", { kind: "article", slug: "quay" }],
  ["/articles/quay?utm=x#record", { kind: "article", slug: "quay" }],
  ["/articles/quay#s3", { kind: "statement", slug: "quay", number: 3, mark: null }],
  ["/claims/dam", { kind: "claim", slug: "dam" }],
  ["/claims/dam#s3", { kind: "claim", slug: "dam" }],
  ["/claims", null],
  ["/", null],
  ["/desk/articles/quay", null],
  ["/claims/dam/record.json", null],
])("readers’ %s is %j", (address, place) => {
  expect(placeOf(new URL(address, "https://onrecord.example"))).toEqual(place);
});
