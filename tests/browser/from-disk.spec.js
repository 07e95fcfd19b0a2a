// The portal opened with a double click, from a USB stick or a shared drive; and
// the same pages where scripts are off, and where there is no style.

import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { misplaced } from "./measure.js";
import { PAGES, PUBLIC } from "./portal.js";
import { watch } from "./watch.js";
import { test } from "./window.js";

for (const path of PAGES) {
  // The page for a wrong address is only ever sent by a server, at any depth.
  if (path.endsWith("404.html")) continue;

  test(`${path} from disk, without scripts, without style`, async ({ page }) => {
    const address = pathToFileURL(join(PUBLIC, path)).href;
    const faults = watch(page, pathToFileURL(PUBLIC).href);
    await page.goto(address);
    await expect(page.locator("h1")).toHaveCount(1);
    const words = await page.locator("body").innerText();
    expect(faults).toEqual([]);

    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setScriptExecutionDisabled", { value: true });
    await page.reload();
    // Without its script a page for searching leads to the A to Z instead.
    if (!path.endsWith("search.html")) {
      expect(await page.locator("body").innerText(), "the same words without scripts").toBe(words);
    }
    const look = await page.evaluate(lookOf);
    await page.evaluate(() => {
      for (const sheet of document.styleSheets) sheet.disabled = true;
    });
    expect(await page.evaluate(lookOf), "the style sheet was used").not.toBe(look);
    await expect(page.locator("h1")).toBeVisible();
    expect.soft(await misplaced(page), "without style: in its place").toEqual([]);
    expect.soft(await page.evaluate(hidden), "without style: can be seen").toEqual([]);
    await session.send("Emulation.setScriptExecutionDisabled", { value: false });
    await session.detach();
  });
}

function lookOf() {
  const { fontFamily, lineHeight, margin, backgroundColor } = getComputedStyle(document.body);
  return [fontFamily, lineHeight, margin, backgroundColor].join();
}

/** Links that nobody can see, other than those that are folded up. */
function hidden() {
  return [...document.querySelectorAll("a[href]")]
    .filter((link) => !link.closest("details:not([open]), template, [hidden]") && !link.checkVisibility())
    .map((link) => link.outerHTML.slice(0, 100));
}
