// A page that was built before its review was due, opened on a later day.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { PAGES, PUBLIC } from "./portal.js";

const due = (path) => /data-due="([\d-]+)"/.exec(readFileSync(join(PUBLIC, path), "utf8"))?.[1];
const waiting = PAGES.filter((path) => due(path));
const of = (folder) => waiting.find((path) => path.startsWith(folder));

/** Noon of the day that is so many days after a date, where the reader is. */
function noon(date, days) {
  const [year, month, day] = date.split("-").map(Number);
  return new Date(year, month - 1, day + days, 12);
}

const places = [
  ["served", (path) => `/${path}`],
  ["from disk", (path) => pathToFileURL(join(PUBLIC, path)).href],
];

for (const folder of ["web/parents/", "staff/"]) {
  for (const [how, address] of places) {
    test(`${folder} ${how}: a review becomes overdue the day after`, async ({ page }) => {
      const path = of(folder);
      const faults = [];
      page.on("console", (said) => said.type() === "error" && faults.push(said.text()));
      for (const [days, shown] of [[-400, 0], [-1, 0], [0, 0], [1, 1], [900, 1]]) {
        await page.clock.setFixedTime(noon(due(path), days));
        await page.goto(address(path));
        await page.waitForLoadState("load");
        const notice = page.locator("[role=status] .inset");
        await expect(notice, `${days} days after`).toHaveCount(shown);
        if (shown) {
          await expect(notice).toBeVisible();
          await expect(notice).toContainText("should have been reviewed by");
          // Coming back to the page does not say it twice.
          await page.evaluate(() => dispatchEvent(new Event("pageshow")));
          await expect(notice).toHaveCount(1);
        }
        // Whatever the day: nothing is taken away.
        await expect(page.locator(".review").first()).toContainText("To be reviewed by");
      }
      expect(faults.filter((fault) => !fault.includes("favicon"))).toEqual([]);
    });
  }
}

test("the reader's own calendar day counts", async ({ browser }) => {
  const path = of("web/parents/");
  // Ten at night on the due day in London is the next day in Auckland.
  const [year, month, day] = due(path).split("-").map(Number);
  const moment = new Date(Date.UTC(year, month - 1, day, 22));
  for (const [timezoneId, shown] of [["Etc/UTC", 0], ["Pacific/Auckland", 1]]) {
    const context = await browser.newContext({ timezoneId });
    const page = await context.newPage();
    await page.clock.setFixedTime(moment);
    await page.goto(pathToFileURL(join(PUBLIC, path)).href);
    await page.waitForLoadState("load");
    await expect(page.locator("[role=status] .inset"), timezoneId).toHaveCount(shown);
    await context.close();
  }
});

test("the notice that is added looks like the one that is built", async ({ page }) => {
  const built = PAGES.find((path) => {
    const text = readFileSync(join(PUBLIC, path), "utf8");
    return path.startsWith("web/parents/") && !due(path) && text.includes("should have been reviewed by");
  });
  expect(built, "the demo has an overdue policy").toBeTruthy();
  const look = async (path, date) => {
    if (date) await page.clock.setFixedTime(noon(date, 1));
    await page.goto(`/${path}`);
    const notice = page.locator("main .inset", { hasText: "should have been reviewed by" });
    return notice.evaluate((element) => {
      const { backgroundColor, borderInlineStart, padding, marginBlockStart, width } = getComputedStyle(element);
      const words = element.textContent.replace(/\d+ \w+ \d{4}/, "DAY").replace(/\s+/g, " ").replace("page", "policy");
      return { backgroundColor, borderInlineStart, padding, marginBlockStart, width, words };
    });
  };
  expect(await look(of("web/parents/policies/"), due(of("web/parents/policies/")))).toEqual(await look(built));
});

test("without a script the due date is there", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(PUBLIC, of("web/parents/"))).href);
  await expect(page.locator(".review time").last()).toBeVisible();
  await expect(page.locator("[role=status]")).toBeEmpty();
  await context.close();
});
