// The preview follows every save, and is usable by everybody.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const HERE = resolve(import.meta.dirname, "../..");
const SIGNPOST = resolve(HERE, process.env.SIGNPOST ?? "target/release/signpost");
const PAGE = "content/parents/phones-in-school.md";

let site, preview, address;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), "signpost-preview-"));
  cpSync(join(HERE, "content"), join(site, "content"), { recursive: true });
  preview = spawn(SIGNPOST, ["serve", "--port", "0", "--today", "2026-11-22", site], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(preview.stdout)) {
    address = /^Preview: (\S+)$/.exec(line)?.[1];
    break;
  }
  expect(address, "it says where it is").toBeTruthy();
});

test.afterAll(() => {
  preview?.kill();
  if (site) rmSync(site, { recursive: true, force: true });
});

/** Saves a page with one thing in it changed, and gives back what it said. */
function save(change) {
  const file = join(site, PAGE);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, change(before));
  return before;
}

test("a save shows where the reader is, and a mistake over the last good page", async ({ page }) => {
  const foreign = [];
  page.on("request", (request) => request.url().startsWith(address) || foreign.push(request.url()));
  await page.goto(address);
  const frame = page.frameLocator("#page");
  await page.getByRole("link", { name: "Parents" }).click();
  await expect(page.getByRole("link", { name: "Parents" })).toHaveAttribute("aria-current", "true");
  await page.goto(`${address}web/parents/phones-in-school.html`);
  await expect(frame.locator("main h1")).toBeVisible();
  const inner = page.frames().find((one) => one.name() === "page");
  await inner.evaluate(() => scrollTo(0, 300));

  const good = save((text) => `${text}\nThis sentence is new.\n`);
  await expect(frame.getByText("This sentence is new.")).toBeAttached();
  await expect.poll(() => inner.evaluate(() => scrollY)).toBe(300);

  save((text) => `${text}\nAsk [[role:dls]].\n`);
  const found = page.getByRole("region", { name: "What was found" });
  await expect(found).toContainText("There is no role “dls”");
  await expect(found).toContainText(PAGE);
  await expect(page.getByRole("status")).toContainText("the last version without an error");
  await expect(frame.getByText("This sentence is new.")).toBeAttached();

  save(() => good);
  await expect(found).toBeHidden();
  await expect(frame.getByText("This sentence is new.")).not.toBeAttached();
  expect(foreign).toEqual([]);
});

test("links to the school's own address stay in the preview", async ({ page }) => {
  await page.goto(`${address}staff/forms/index.html`);
  const frame = page.frameLocator("#page");
  const away = frame.locator('a[href^="https://www.thimblemere.example/"]').first();
  await expect(away).toBeAttached();
  await away.evaluate((link) => link.click());
  await expect(page).toHaveURL(/\/web\//);
});

for (const colorScheme of ["light", "dark"]) {
  test(`what stands around the page is for everybody, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 640, height: 800 } });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole("button", { name: "What was found" }).click();
    const said = await new AxeBuilder({ page }).exclude("#page").analyze();
    expect(said.violations).toEqual([]);
    await context.close();
  });
}
