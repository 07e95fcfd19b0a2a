// Every page by keyboard alone: every control is reached in the order in which
// the page is read, the skip link first, and where the focus is can be seen.

import { expect } from "@playwright/test";
import { PAGES, dressed } from "./portal.js";
import { test } from "./window.js";

test.use({ viewport: { width: 1280, height: 800 } });

for (const path of PAGES) {
  test(`${path} by keyboard`, async ({ page }) => {
    await dressed(page, path);
    await page.goto(`/${path}`);
    const controls = await page.evaluate(listControls);
    await page.evaluate(noteStops);
    await pressTab(page, controls.length);
    const stops = await page.evaluate(() => noted);
    expect(stops, "a stop for every key").toHaveLength(controls.length);
    stops.forEach(({ name, faults }, at) => {
      expect(name, `stop ${at + 1}, in the order of reading`).toBe(controls[at]);
      expect.soft(faults, name).toEqual([]);
    });
    // The page for a wrong address has nothing before its main part to skip.
    if (!path.endsWith("404.html")) expect(controls[0]).toContain('class="skip"');
    // After the last control the reader is out of the page, and not in a trap.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement.matches(".skip"))).toBe(true);
  });
}

for (const path of PAGES.filter((path) => /(^|\/)(index|help)\.html$/.test(path))) {
  test(`${path}: the skip link leads to the main part`, async ({ page }) => {
    await page.goto(`/${path}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await expect(page.getByRole("main")).toBeInViewport();
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement.closest("main, footer")?.localName);
    const first = (await page.locator("main").locator("a[href], button, summary, input").count()) ? "main" : "footer";
    expect(inside).toBe(first);
  });
}

/** All controls that can be seen, in the order of the text, each by its tag and
 * its place. Nothing may ask for another order. */
function listControls() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const stops = all.filter((one) => one.tabIndex >= 0 && one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
  return stops.map((one, at) => {
    one.dataset.stop = at;
    return `${at}: ${one.outerHTML.replace(/ data-stop="\d+"/, "").slice(0, 90)}`;
  });
}

/** Presses Tab so many times, one after another, without asking in between. */
async function pressTab(page, times) {
  const session = await page.context().newCDPSession(page);
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const keys = Array.from({ length: times }, () => ["rawKeyDown", "keyUp"]).flat();
  await Promise.all(keys.map((type) => session.send("Input.dispatchKeyEvent", { type, ...tab })));
  await session.detach();
}

/** From now on notes, whenever Tab is let go, what has the focus and what is
 * wrong with how that is shown. */
function noteStops() {
  globalThis.noted = [];
  addEventListener("keyup", () => noted.push(focused()));

  function focused() {
    const one = document.activeElement;
    const faults = [];
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(one);
    const thick = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
    // The page for a wrong address has no style, and so its browser's own ring.
    const isPlain = document.styleSheets.length === 0 && outlineStyle === "auto";
    if (!isPlain && thick < 2) faults.push(`its outline is ${thick} px thick`);
    // Yellow beside black: one of the two is seen on any ground.
    if (!isPlain && (outlineColor === "rgba(0, 0, 0, 0)" || boxShadow === "none")) faults.push("its outline has not two colours");
    const rects = [...one.getClientRects()];
    const inWindow = rects.filter(({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
    if (inWindow.length === 0) faults.push("it is outside the window");
    const uncovered = inWindow.some((rect) => {
      const top = document.elementFromPoint((rect.left + rect.right) / 2, Math.min(Math.max((rect.top + rect.bottom) / 2, 0), innerHeight - 1));
      return top && (one.contains(top) || top.contains(one));
    });
    if (!uncovered) faults.push("something covers it");
    const at = one.dataset.stop;
    return { name: at === undefined ? `nothing (${one.localName})` : `${at}: ${one.outerHTML.replace(/ data-stop="\d+"/, "").slice(0, 90)}`, faults };
  }
}
