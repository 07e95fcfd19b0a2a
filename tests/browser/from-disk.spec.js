// The portal opened with a double click, from a USB stick or a shared drive.

import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PAGES, PUBLIC } from "./portal.js";

for (const path of PAGES) {
  // The page for a wrong address is only ever sent by a server, at any depth.
  if (path.endsWith("404.html")) continue;

  test(`${path} from disk`, async ({ page }) => {
    const faults = [];
    page.on("console", (said) => said.type() === "error" && faults.push(said.text()));
    page.on("requestfailed", (request) => faults.push(`cannot have ${request.url()}`));
    await page.goto(pathToFileURL(join(PUBLIC, path)).href);
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await styled(page), "the style sheet is used").toBe(true);
    expect(faults).toEqual([]);
  });
}

/** Whether the page looks different from one without its style sheets. */
function styled(page) {
  return page.evaluate(() => {
    const look = () => {
      const { fontFamily, lineHeight, margin, backgroundColor } = getComputedStyle(document.body);
      return [fontFamily, lineHeight, margin, backgroundColor].join();
    };
    const with_ = look();
    for (const sheet of document.styleSheets) sheet.disabled = true;
    return with_ !== look();
  });
}
