// What people come for, by keyboard alone: a child who is frightened, a parent
// with a worry, a teacher in the first hour. With scripts and without.

import { expect, test } from "@playwright/test";
import { PAGES } from "./portal.js";

/** Goes on with Tab until a link or a control with these words has the focus,
 * which has to be seen; says after how many keys. */
async function tabTo(page, words, most) {
  for (let keys = 1; keys <= most; keys++) {
    await page.keyboard.press("Tab");
    const now = page.locator(":focus");
    if (!words.test((await now.innerText()).replace(/\s+/g, " ").trim())) continue;
    await expect(now, `${words} is in the window`).toBeInViewport();
    expect(await now.evaluate((one) => parseFloat(getComputedStyle(one).outlineWidth)), `${words} is seen to have the focus`).toBeGreaterThanOrEqual(2);
    return keys;
  }
  throw new Error(`${page.url()}: no ${words} within ${most} keys`);
}

const heading = (page) => page.locator("h1");

for (const scripts of ["on", "off"]) {
  test.describe(`scripts ${scripts}`, () => {
    test.use({ javaScriptEnabled: scripts === "on", viewport: { width: 1024, height: 768 } });

    test(`a frightened child comes from the door to help, scripts ${scripts}`, async ({ page }) => {
      await page.goto("/web/index.html");
      // The skip link, and then the door.
      expect(await tabTo(page, /^I am a child$/, 2)).toBe(2);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("Stay safe online");
      // The skip link, the school's name, and help before all else.
      expect(await tabTo(page, /^Who can I talk to\?$/, 3)).toBe(3);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("Who can I talk to?");
      await expect(page.getByText("Your teacher").first()).toBeInViewport();
      // Nothing but the way out and the way back is before who can be called.
      await tabTo(page, /Call 0800 1111/, 7);
      await tabTo(page, /childline\.org\.uk/, 1);
      await tabTo(page, /Call 999/, 1);
    });

    test(`help is the same two keys away on every page for children, scripts ${scripts}`, async ({ page }) => {
      const pages = PAGES.filter((path) => /^web\/children\//.test(path) && !/(help|poster)\.html$/.test(path));
      expect(pages.length).toBeGreaterThan(20);
      for (const path of pages) {
        await page.goto(`/${path}`);
        expect(await tabTo(page, /^Who can I talk to\?$/, 3), path).toBe(3);
      }
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("Who can I talk to?");
    });

    test(`a child goes to its own pages and back, scripts ${scripts}`, async ({ page }) => {
      await page.goto("/web/children/index.html");
      await tabTo(page, /^Reception, Years 1 and 2$/, 6);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toBeVisible();
      const first = await heading(page).innerText();
      await tabTo(page, /^What can I do/, 25);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText(/What can I do/);
      await tabTo(page, /^Back to /, 6);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText(first);
    });

    test(`a worried parent comes to a number to ring, scripts ${scripts}`, async ({ page }) => {
      await page.goto("/web/index.html");
      await tabTo(page, /^I am a grown-up$/, 3);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("For parents and carers");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();
      // Past the skip link the worry is the first thing.
      await tabTo(page, /^Who to contact$/, 1);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("Who to contact");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await tabTo(page, /^Call 01632 96010/, 8);
      await expect(page.locator(":focus")).toHaveAttribute("href", /^tel:01632\d{6}$/);
    });

    test(`a parent opens the menu and closes it, on a telephone, scripts ${scripts}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto("/web/parents/index.html");
      const policies = page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Policies" });
      await expect(policies).toBeHidden();
      const keys = await tabTo(page, /^Menu$/, 6);
      await page.keyboard.press("Enter");
      await expect(policies).toBeVisible();
      await page.keyboard.press("Space");
      await expect(policies).toBeHidden();
      await page.keyboard.press("Enter");
      await expect(page.locator(":focus"), "opening and closing leaves the focus").toHaveText("Menu");
      await tabTo(page, /^Policies$/, 12);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("Policies");
      expect(keys).toBeLessThan(6);
    });

    test(`a teacher comes to the first hour, scripts ${scripts}`, async ({ page }) => {
      // The laptop in a classroom.
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto("/staff/index.html");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await tabTo(page, /^Read this first$/, 1);
      await page.keyboard.press("Enter");
      await expect(heading(page)).toHaveText("The first hour");
      const first = page.locator("#in-danger-now + p");
      await expect(first, "what comes first is in the window").toBeInViewport({ ratio: 1 });
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await tabTo(page, /01632 960/, 13);
    });

    test(`staff open and close what is folded up, scripts ${scripts}`, async ({ page }) => {
      await page.goto("/staff/people.html");
      const duties = page.locator(".contact details").first();
      await tabTo(page, /^Duties/, 60);
      await expect(duties.locator("ul")).toBeHidden();
      await page.keyboard.press("Enter");
      await expect(duties.locator("ul")).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(duties.locator("ul")).toBeHidden();
    });
  });
}

test("a parent searches, thinks better of it and finds", async ({ page }) => {
  await page.goto("/web/parents/index.html");
  await tabTo(page, /^Search$/, 6);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Search");
  const words = page.getByRole("searchbox");
  while (!(await words.evaluate((one) => one === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.type("holiday");
  // Escape empties a box for searching in any browser.
  await page.keyboard.press("Escape");
  await expect(words).toHaveValue("");
  await page.keyboard.type("stranger");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toBeFocused();
  await tabTo(page, /^A stranger is talking to my child/, 6);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(/^A stranger is talking to my child/);
});
