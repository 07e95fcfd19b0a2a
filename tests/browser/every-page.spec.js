// Every page of every view, as its readers may have set their device.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { ADDRESS, PAGES } from "./portal.js";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const WIDE = { width: 1280, height: 800 };
// 1280 pixels at 400 %: the width of WCAG 1.4.10, and of a small telephone.
const NARROW = { width: 320, height: 640 };

const SETTINGS = [
  { name: "light", media: { colorScheme: "light" }, size: WIDE },
  { name: "dark", media: { colorScheme: "dark" }, size: WIDE },
  { name: "forced colours", media: { forcedColors: "active" }, size: WIDE, off: ["color-contrast"] },
  { name: "narrow", media: { colorScheme: "light" }, size: NARROW },
];

test("there are pages in every view", () => {
  for (const view of ["web/children/", "web/parents/", "staff/"]) {
    expect(PAGES.some((page) => page.startsWith(view)), view).toBe(true);
  }
});

for (const path of PAGES) {
  test(path, async ({ page }) => {
    const faults = faultsOf(page);
    await page.goto(`/${path}`);
    for (const setting of SETTINGS) {
      await test.step(setting.name, async () => {
        await page.setViewportSize(setting.size);
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...setting.media });
        // In forced colours the reader has chosen them, not the page.
        const axe = new AxeBuilder({ page }).withTags(RULES).disableRules(setting.off ?? []);
        expect.soft(told(await axe.analyze()), setting.name).toEqual([]);
        expect.soft(await overflow(page), `${setting.name}: scrolls sideways`).toBe(0);
      });
    }
    expect(faults).toEqual([]);
  });
}

/** What goes wrong in a page from now on: anything refused, missing, or asked
 * of somebody else. */
function faultsOf(page) {
  const faults = [];
  page.on("console", (said) => {
    // Browsers ask for this of any host; a portal at a sub-path cannot have it.
    const icon = said.location().url === `${ADDRESS}/favicon.ico`;
    if (said.type() === "error" && !icon) faults.push(said.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${ADDRESS}/`)) faults.push(`asks for ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** Findings of axe in a line each. */
function told({ violations }) {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`),
  );
}

/** How many pixels the page is wider than the window. */
function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}
