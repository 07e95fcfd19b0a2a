// The poster for a classroom: one sheet, with a code that another program reads.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const HERE = resolve(import.meta.dirname, "../../target/browser-poster");
mkdirSync(HERE, { recursive: true });

const POSTER = "/web/children/poster.html";
const HELP = "https://www.thimblemere.example/children/help.html";

/** What zbarimg reads in a picture. */
function read(picture) {
  return execFileSync("zbarimg", ["--quiet", "--nodbus", "--raw", picture], { encoding: "utf8" }).trim();
}

for (const colorScheme of ["light", "dark"]) {
  test(`the code on screen leads to the help page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(POSTER);
    const picture = join(HERE, `code-${colorScheme}.png`);
    await page.locator(".qr").screenshot({ path: picture });
    expect(read(picture)).toBe(HELP);
  });
}

test("the poster is one sheet, and its code can be read from paper", async ({ page }) => {
  await page.goto(POSTER);
  const file = join(HERE, "poster.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  expect(text.split("\f").slice(0, -1)).toHaveLength(1);
  for (const words of ["Who can I talk to?", "Your teacher", "0800 1111", "999"]) {
    expect(text).toContain(words);
  }
  execFileSync("pdftoppm", ["-r", "100", "-png", "-singlefile", file, join(HERE, "poster")]);
  expect(read(join(HERE, "poster.png"))).toBe(HELP);
});
