// Every page of every view, as its readers may have set their device. A page is
// opened once and set in one way after another.

import { expect } from "@playwright/test";
import { findings } from "./axe.js";
import { misplaced, moves, small } from "./measure.js";
import { ADDRESS, PAGES, dressed } from "./portal.js";
import { kept, watch } from "./watch.js";
import { test } from "./window.js";

const WIDE = { width: 1280, height: 800 };
// 1280 pixels at 400 %: the width of WCAG 1.4.10, and of a small telephone.
const NARROW = { width: 320, height: 640 };

// What somebody who finds reading hard may ask of any page: WCAG 1.4.12.
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }";

const SETTINGS = [
  { name: "light", media: { colorScheme: "light" }, size: WIDE },
  { name: "dark", media: { colorScheme: "dark" }, size: WIDE },
  // In forced colours the reader has chosen them, not the page.
  { name: "forced colours", media: { forcedColors: "active" }, size: WIDE, off: ["color-contrast"] },
  { name: "320 px", media: { colorScheme: "light" }, size: NARROW },
  { name: "text at 200 %", media: { colorScheme: "light" }, size: WIDE, text: 2 },
];

/** Sets the size of letters as the browser's own settings do. */
async function letters(page, times) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 16 * times, fixed: 13 * times } });
  await session.detach();
}

/** Opens whatever is folded up, or closes it. */
async function fold(page, open) {
  await page.evaluate((open) => {
    for (const one of document.querySelectorAll("details")) one.open = open;
  }, open);
}

test("there are pages in every view", () => {
  for (const view of ["web/children/", "web/parents/", "staff/"]) {
    expect(PAGES.some((page) => page.startsWith(view)), view).toBe(true);
  }
});

for (const path of PAGES) {
  // The door is the first page that a child sees.
  const ofChildren = path.startsWith("web/children/") || path === "web/index.html";

  test(path, async ({ page }) => {
    // All policies at once: as long as a dozen pages.
    if (path.endsWith("/policy-pack.html")) test.slow();
    const faults = watch(page, `${ADDRESS}/`);
    await dressed(page, path);
    await page.goto(`/${path}`);
    await expect(page.locator("h1"), "one heading of the first rank").toHaveCount(1);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
    // axe takes what is folded up for hidden, even where a wide window shows it.
    await fold(page, true);
    for (const { name, media, size, text, off } of SETTINGS) {
      await test.step(name, async () => {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
        await letters(page, text ?? 1);
        expect.soft(await findings(page, off), `${name}: axe`).toEqual([]);
        expect.soft(await misplaced(page), `${name}: in its place`).toEqual([]);
        if (ofChildren) expect.soft(await small(page, 44), `${name}: large enough for a child`).toEqual([]);
      });
    }
    await test.step("letters, words and lines further apart", async () => {
      await letters(page, 1);
      await fold(page, false);
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        await page.evaluate((spaced) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(spaced);
          document.adoptedStyleSheets = [sheet];
        }, SPACED);
        expect.soft(await misplaced(page), `spaced, ${size.width} px: in its place`).toEqual([]);
      }
    });
    // Not even for those who have not asked for it.
    for (const reducedMotion of ["no-preference", "reduce"]) {
      await page.emulateMedia({ reducedMotion });
      expect.soft(await moves(page), "nothing moves").toEqual([]);
    }
    expect.soft(await kept(page), "nothing is kept on the device").toEqual([]);
    expect(faults).toEqual([]);
  });
}
