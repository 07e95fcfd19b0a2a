// The search of parents' and staff pages: what somebody types on a bus, how it
// is found, and that nobody else hears of it.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { ADDRESS, PUBLIC } from "./portal.js";

const PAGES = { parents: "web/parents/search.html", staff: "staff/search.html" };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const places = {
  served: (path) => `/${path}`,
  "from disk": (path) => pathToFileURL(join(PUBLIC, path)).href,
};

const said = (page) => page.getByRole("status");
const results = (page) => page.locator("#_found ol > li");
const help = (page) => page.locator("#_found .worry");

// The page's own clock, so that nobody has to wait for hands to rest.
test.beforeEach(({ page }) => page.clock.install());

async function type(page, words) {
  await page.getByRole("searchbox").fill(words);
  // Until the hands rest, nothing is said.
  await page.clock.runFor(350);
}

for (const [how, address] of Object.entries(places)) {
  test(`a worried parent finds help first, ${how}`, async ({ page }) => {
    const faults = [];
    page.on("console", (told) => told.type() === "error" && faults.push(told.text()));
    page.on("pageerror", (fault) => faults.push(String(fault)));
    await page.goto(address(PAGES.parents));
    await type(page, "stranger talking to my sun");
    await expect(said(page)).toHaveText(/^Are you worried about your child\? \d+ pages? found\.$/);
    await expect(page.locator("#_found > :first-child")).toHaveClass("worry");
    await expect(help(page).getByRole("link", { name: "Who to contact" })).toBeVisible();
    await expect(help(page).getByRole("link", { name: "call 999" })).toBeVisible();
    await expect(results(page).first()).toContainText("A stranger is talking to my child");
    await results(page).first().getByRole("link").click();
    await expect(page.locator("h1")).toContainText("A stranger is talking to my child");
    expect(faults.filter((fault) => !fault.includes("favicon"))).toEqual([]);
  });

  test(`a teacher in a hurry finds the rule, ${how}`, async ({ page }) => {
    await page.goto(address(PAGES.staff));
    await type(page, "searching a phone");
    await expect(help(page)).toHaveCount(0);
    const first = results(page).first();
    await expect(first).toContainText(/search/i);
    const [, id] = (await first.getByRole("link").getAttribute("href")).split("#");
    await first.getByRole("link").click();
    if (id) await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });

  test(`a link can ask for words, ${how}`, async ({ page }) => {
    await page.goto(`${address(PAGES.parents)}?q=game+ages`);
    await expect(page.getByRole("searchbox")).toHaveValue("game ages");
    await expect(results(page).first()).toContainText("Games, apps and age ratings");
  });
}

const FORGIVEN = [
  // What is typed, and the page that is meant.
  ["filterring", "Filtering and monitoring policy"],
  ["monitering", "Filtering and monitoring policy"],
  ["chatbott", "AI and chatbots"],
  ["pasword", "Passwords and accounts policy"],
  ["behavior policy", "policy"],
  ["glosary age rateing", "What our words mean"],
  ["screens time", "Too much screen time"],
  ["vide", "Images and video policy"],
  ["SCREEN   TIME?!", "Too much screen time"],
];

test("slips, plurals and beginnings are forgiven", async ({ page }) => {
  await page.goto(`/${PAGES.parents}`);
  for (const [typed, meant] of FORGIVEN) {
    await type(page, typed);
    const first = await results(page).evaluateAll((all) => all.slice(0, 3).map((one) => one.innerText));
    expect(first.join("\n"), typed).toContain(meant);
  }
});

const WORRIED = [
  "scared", "he is scard", "my son is being bullied", "bulied at school", "stranger", "strangers online",
  "nude picture", "nudes", "she sent a nude", "blackmail", "blakmailed", "suicide", "suiside", "porn",
  "somebody hurt her", "self-harm", "self harm", "selfharm", "wants to meet up", "groomed", "threatend", "frightend",
];
const CALM = ["phone", "homework", "passwords", "form", "from", "more", "photo permission", "holiday", "lessons", "s"];

for (const view of Object.keys(PAGES)) {
  test(`words of somebody worried bring the help first, ${view}`, async ({ page }) => {
    await page.goto(`/${PAGES[view]}`);
    for (const words of WORRIED) {
      await type(page, words);
      await expect(help(page), words).toBeVisible();
      await expect(page.locator("#_found > :first-child"), words).toHaveClass("worry");
      await expect(said(page), words).toContainText("Are you worried about");
    }
    for (const words of CALM) {
      await type(page, words);
      await expect(help(page), words).toHaveCount(0);
    }
  });

  test(`nothing found says so, and nothing typed shows nothing, ${view}`, async ({ page }) => {
    await page.goto(`/${PAGES[view]}`);
    await expect(said(page)).toBeEmpty();
    await type(page, "xylophonist");
    await expect(said(page)).toHaveText("No page has these words.");
    await expect(page.getByRole("main").getByRole("link", { name: "A to Z" })).toBeVisible();
    await expect(page.locator("#_found").getByRole("link", { name: "01632 960100" })).toBeVisible();
    for (const empty of ["", "   ", "the", "?!"]) {
      await type(page, empty);
      await expect(said(page), `“${empty}”`).toBeEmpty();
      await expect(page.locator("#_found"), `“${empty}”`).toBeEmpty();
    }
  });

  test(`the search is used by keyboard alone, ${view}`, async ({ page }) => {
    const front = view === "parents" ? "/web/parents/index.html" : "/staff/index.html";
    await page.goto(front);
    await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Search" }).press("Enter");
    await expect(page.locator("h1")).toHaveText("Search");
    // Focus is where every page has it, until the reader moves it.
    expect(await page.evaluate(() => document.activeElement.tagName)).toBe("BODY");
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement.id === "_q")) break;
    }
    await page.keyboard.type("phone");
    await expect(results(page)).not.toHaveCount(0);
    await expect(page.getByRole("searchbox"), "typing goes on").toBeFocused();
    await page.keyboard.press("Enter");
    await expect(said(page), "whoever asks is led to the results").toBeFocused();
    await page.keyboard.press("Tab");
    await expect(results(page).first().getByRole("link")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("h1")).not.toHaveText("Search");
    await page.goBack();
    await expect(page.locator("h1")).toHaveText("Search");
  });

  test(`no request, no storage, no other address, ${view}`, async ({ page, context }) => {
    const asked = [];
    await page.goto(`/${PAGES[view]}`);
    // A browser asks for a site's icon when it likes.
    page.on("request", (request) => request.url().endsWith("/favicon.svg") || asked.push(request.url()));
    for (const words of ["nude picture", "phone", "xylophonist"]) {
      await type(page, words);
      await page.getByRole("searchbox").press("Enter");
    }
    expect(asked).toEqual([]);
    expect(page.url()).toBe(`${ADDRESS}/${PAGES[view]}`);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    // Without the script's help the page's own policy keeps the words here.
    const refused = await page.evaluate(
      () =>
        new Promise((told) => {
          document.addEventListener("securitypolicyviolation", (refusal) => told(refusal.effectiveDirective));
          HTMLFormElement.prototype.submit.call(document.forms[0]);
        }),
    );
    expect(refused).toBe("form-action");
    expect(page.url()).toBe(`${ADDRESS}/${PAGES[view]}`);
    expect(asked).toEqual([]);
  });

  test(`nothing is wrong with what is shown, ${view}`, async ({ page }) => {
    await page.goto(`/${PAGES[view]}`);
    for (const words of ["stranger", "phone", "xylophonist"]) {
      await type(page, words);
      for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
        const axe = new AxeBuilder({ page }).withTags(RULES);
        if (media.forcedColors) axe.disableRules(["color-contrast"]);
        const { violations } = await axe.analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), words).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${words}: scrolls sideways`).toBeLessThanOrEqual(0);
      for (const box of await page.locator("#_search input, #_search button").all()) {
        expect((await box.boundingBox()).height).toBeGreaterThanOrEqual(24);
      }
    }
  });

  test(`without script it says so and leads to the A to Z, ${view}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${ADDRESS}/${PAGES[view]}`);
    const told = page.locator("noscript p");
    await expect(told).toBeVisible();
    await expect(told).toContainText("The search does not work in your browser.");
    await expect(page.locator("#_q")).toBeHidden();
    await page.getByRole("main").getByRole("link", { name: "A to Z" }).first().click();
    await expect(page.locator("h1")).toHaveText("A to Z");
    await context.close();
  });
}
