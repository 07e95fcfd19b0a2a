// Forms as they come out of a printer: how many sheets, and what is on them.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const HERE = resolve(import.meta.dirname, "../../target/browser-paper");
mkdirSync(HERE, { recursive: true });

/** What stands on each sheet of a page, printed on A4. */
async function sheets(page, path) {
  await page.goto(`/${path}`);
  const file = join(HERE, `${path.replaceAll("/", "-")}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  // A form feed ends each sheet.
  return text.split("\f").slice(0, -1);
}

const CHECKLISTS = [
  {
    path: "staff/technical/termly-checks.html",
    says: ["For staff. Not for the web.", "Thimblemere Primary School", "Termly technical checks"],
    signed: ["Network manager", "Computing lead", "Headteacher"],
  },
];

for (const { path, says, signed } of CHECKLISTS) {
  test(`${path} is one sheet to sign`, async ({ page }) => {
    const [sheet, ...more] = await sheets(page, path);
    expect(more).toEqual([]);
    for (const words of says) expect(sheet).toContain(words);
    for (const role of signed) {
      const line = sheet.split("\n").find((line) => line.startsWith(role));
      expect(line).toMatch(/Name +Signature +Date/);
    }
  });
}

test("what is only for paper is not seen on screen", async ({ page }) => {
  await page.goto("/staff/technical/termly-checks.html");
  const seen = await page.locator(".sign").innerText();
  expect(seen).toContain("Headteacher");
  expect(seen).not.toContain("Signature");
});
