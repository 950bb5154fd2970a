import { sha256 } from "#lib/db/core/hash";
import { lines, madePdf } from "#lib/pipeline/pdf/testing/made-pdf";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn, step } from "./newsroom";

/** Evidence that is a file: what is wrong with one is said and nothing typed is lost; readers are told of it by its hash. */

test.use({ start: "newsroom: evidence-file" });

const QUOTE = "The memo was sent to no bank by the international department";
const FROM = "Given to us by the bank’s press office";
const REPORT = Buffer.from(
  madePdf([
    lines(60, 740, "Report"),
    lines(60, 740, "The memo was sent to no bank by", "the international department."),
  ]),
);

test("a document that we were given stands behind a verdict", async ({ browser, page, product }) => {
  test.setTimeout(240_000);
  const writer = await browserOf(browser, product.origin);
  const second = await browserOf(browser, product.origin);
  await signIn(writer, accountOf(product.printed, "Avan Karim"));
  await signIn(second, accountOf(product.printed, "Noor Salih"));
  const form = writer.locator("#evidence");
  const file = form.getByLabel("Or a file that we were given");
  const add = form.getByRole("button", { name: "Add it" });

  await test.step("what is wrong with a file is said, and what was typed stays", async () => {
    await writer.goto("/desk/claims");
    await writer.getByRole("link", { name: /^Banks got memos on 17 September/ }).click();
    await writer.getByText("Add evidence", { exact: true }).click();
    await form.getByRole("radio", { name: "Against", exact: true }).check();
    await form.getByLabel("What it is").fill("Report of the central bank");
    await form.getByLabel("Who published it").fill("The central bank");
    await form.getByLabel("Dated", { exact: true }).fill("2024-09-20");
    await form.getByLabel("The words that matter").fill(QUOTE);
    const wrong = async (name: string, buffer: Buffer, why: string | RegExp) => {
      await file.setInputFiles({ name, mimeType: "application/pdf", buffer });
      await add.click();
      await expect(form.getByText(why)).toBeVisible();
      await expect(form.getByLabel("What it is")).toHaveValue("Report of the central bank");
      await expect(form.getByLabel("The words that matter")).toHaveValue(QUOTE);
    };
    await wrong("empty.pdf", Buffer.alloc(0), /^There is nothing in this file/);
    await wrong("large.pdf", Buffer.alloc(5 * 1024 * 1024, "%PDF-"), /^This file is larger than 4 MB/);
    await wrong(
      "picture.pdf",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]),
      /^This is no PDF, web page or plain text/,
    );
    await wrong("report.pdf", REPORT, "Say where the file came from.");
    await look(writer, "evidence-file-form");
  });

  await test.step("it is kept and looked through, and its page is told", async () => {
    await form.getByLabel("Where the file came from").fill(FROM);
    await add.click();
    await expectSaid(writer, "The evidence is added.");
    await expect(form.getByText("The quotation stands on page 2 of the PDF.")).toBeVisible({
      timeout: 60_000,
    });
    await expect(form.getByText(`A document that we hold: report.pdf. It came from: ${FROM}`)).toBeVisible();
    await writer.getByText("Add evidence", { exact: true }).click();
    await expect(file).toHaveValue("");
    await look(writer, "evidence-file-desk");
  });

  await test.step("readers are told of it by its hash, and programs too", async () => {
    await writer.getByRole("radio", { name: "Contradicted" }).check();
    await writer.getByLabel("What it rests on").fill("The bank’s own report says that there was none.");
    await writer.getByRole("button", { name: "Save the verdict" }).click();
    await expectSaid(writer, "The verdict is saved.");
    await step(writer, "Submit for publication", {
      label: "What changes, and why",
      text: "The bank’s report came to us.",
    });
    await second.goto(writer.url());
    await step(second, "Publish");
    await page.goto("/claims");
    await page
      .getByRole("link", { name: /Banks got memos on 17 September/ })
      .first()
      .click();
    await expect(page.getByText("A document held by the newsroom. It isn’t shown here.")).toBeVisible();
    await expect(page.getByText(sha256(REPORT))).toBeVisible();
    await expect(page.getByRole("link", { name: "Report of the central bank" })).toHaveCount(0);
    await expect(page.getByText("report.pdf")).toHaveCount(0);
    await look(page, "evidence-file-reader");
    const slug = new URL(page.url()).pathname.replace("/claims/", "");
    const answer = await page.request.get(`/api/v1/claims/${slug}`);
    expect((await answer.json()).verdict.evidence).toContainEqual(
      expect.objectContaining({
        url: null,
        document: { sha256: sha256(REPORT), mediaType: "application/pdf", cameFrom: FROM },
      }),
    );
  });
});
