import { lines, madePdf } from "#lib/pipeline/pdf/testing/made-pdf";
import { expect, test } from "./journey";
import { look } from "./look";
import { accountOf, browserOf, expectSaid, signIn, step } from "./newsroom";

/** Evidence that is a PDF: found on a page of it, said to be primary, kept by an archive too; and a scan, of which nothing can be read. */

test.use({ start: "newsroom: pdf" });

const QUOTE = "The memo was sent to no bank by the international department";
const REPORT = madePdf([
  lines(60, 740, "Report of the central bank"),
  lines(60, 740, "The memo was sent to no bank by", "the inter-", "national department."),
]);
const ARCHIVED = "https://web.archive.org/web/2024/https://bank.example/report.pdf";

test("a quotation is found on a page of a PDF, and readers are told which", async ({
  browser,
  page,
  product,
  otherSite,
}) => {
  test.setTimeout(240_000);
  const put = (path: string, bytes: Uint8Array) =>
    otherSite.put(path, { body: Buffer.from(bytes).toString("latin1"), type: "application/pdf" });
  const writer = await browserOf(browser, product.origin);
  const second = await browserOf(browser, product.origin);
  await signIn(writer, accountOf(product.printed, "Avan Karim"));
  await signIn(second, accountOf(product.printed, "Noor Salih"));

  await test.step("an editor gives its address, its archived address, and what kind of source it is", async () => {
    await writer.goto("/desk/claims");
    await writer.getByRole("link", { name: /^Banks got memos on 17 September/ }).click();
    await writer.getByText("Add evidence", { exact: true }).click();
    await expect(writer.getByText("Primary evidence: The thing itself")).toBeVisible();
    await look(writer, "pdf-form");
    await writer.getByRole("radio", { name: "Against", exact: true }).check();
    await writer.getByLabel("What it is").fill("Report of the central bank");
    await writer.getByLabel("Its address").fill(put("/report.pdf", REPORT));
    await writer.getByLabel("Where an archive keeps it").fill(ARCHIVED);
    await writer.getByRole("radio", { name: "Primary evidence" }).check();
    await writer.getByLabel("Who published it").fill("The central bank");
    await writer.getByLabel("Dated", { exact: true }).fill("2024-09-20");
    await writer.getByLabel("The words that matter").fill(QUOTE);
    await writer.getByRole("button", { name: "Add it" }).click();
    await expectSaid(writer, "The evidence is added.");
    await expect(writer.getByText("The quotation stands on page 2 of the PDF.")).toBeVisible({
      timeout: 60_000,
    });
    await expect(writer.getByText("Primary evidence", { exact: false }).first()).toBeVisible();
  });

  await test.step("of a scan it is said that it holds no text", async () => {
    const form = writer.locator("#evidence");
    await writer.getByText("Add evidence", { exact: true }).click();
    await form.getByRole("radio", { name: "Against", exact: true }).check();
    await form.getByLabel("What it is").fill("A scan");
    await form.getByLabel("Its address").fill(put("/scan.pdf", madePdf([[]])));
    await form.getByLabel("The words that matter").fill(QUOTE);
    await form.getByRole("button", { name: "Add it" }).click();
    await expect(writer.getByText(/this PDF holds no text; it may be a scan/)).toBeVisible({
      timeout: 60_000,
    });
    await look(writer, "pdf-desk");
  });

  await test.step("another editor publishes it, and readers are told the page", async () => {
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
    await expect(page.getByText("The quotation stands on page 2 of that PDF.")).toBeVisible();
    await expect(page.getByText(/, Primary evidence/)).toBeVisible();
    await expect(
      page.getByRole("link", { name: "Archived copy : Report of the central bank" }),
    ).toHaveAttribute("href", ARCHIVED);
    await look(page, "pdf-reader");
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText("The quotation stands on page 2 of that PDF.")).toBeVisible();
  });
});
