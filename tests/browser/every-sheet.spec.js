// Every page as it comes out of a printer on A4: nothing is cut, and links to
// elsewhere are written out.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "@playwright/test";
import { PAGES, dressed } from "./portal.js";
import { test } from "./window.js";

const HERE = resolve(import.meta.dirname, "../../target/browser-sheets");
mkdirSync(HERE, { recursive: true });

const SITE = "https://www.thimblemere.example/";

// What a printer takes for a page without a style, which is that for a wrong
// address; all others say it themselves.
const PAPER = { preferCSSPageSize: true, format: "A4", margin: { top: "12mm", right: "12mm", bottom: "12mm", left: "12mm" } };

// The narrowest margin of a sheet is 12 mm; half of it is for what a printer may do.
const MARGIN = 17;

const read = (file, how) => execFileSync("pdftotext", [how, file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });

/** Words without what the end of a line may do to them. */
const plain = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u200b\u2010\u2011-]+/g, "");

for (const path of PAGES) {
  test(`${path} on paper`, async ({ page }) => {
    await dressed(page, path);
    // All policies at once: as long as a dozen pages.
    if (path.endsWith("/policy-pack.html")) test.slow();
    await page.goto(`/${path}`);
    const file = join(HERE, `${path.replaceAll("/", "-")}.pdf`);
    writeFileSync(file, await page.pdf(PAPER));
    await page.emulateMedia({ media: "print" });
    const { texts, addresses, tables } = await page.evaluate(shown, SITE);

    const printed = plain(read(file, "-raw"));
    const missing = texts.filter((text) => !printed.includes(plain(text)));
    expect.soft(missing, "words that are not on the paper").toEqual([]);
    const unwritten = addresses.filter((address) => !printed.includes(plain(address.replace(/^https?:\/\/(www\.)?|\/$/g, ""))));
    expect.soft(unwritten, "links that are not written out").toEqual([]);
    expect.soft(tables, "what scrolls on a screen is whole").toEqual([]);
    expect(outside(read(file, "-bbox")), "words over the edge of the sheet").toEqual([]);
  });
}

/** What is to be on the paper: words, and the addresses of links elsewhere. */
function shown(own) {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || parentElement.closest("noscript, script, title, desc") || !visible(parentElement)) continue;
    range.selectNodeContents(walker.currentNode);
    const { right, width } = range.getBoundingClientRect();
    // Words for screen readers alone are left of the page.
    if (width > 0 && right > 0) texts.push(data.trim());
  }
  // Pages of the portal itself are named by their titles, and so are documents
  // on the sheet of a procedure, which is to stay one sheet.
  const elsewhere = `a[href^="http"]:not([href^="${own}"], .procedure .said a)`;
  const links = [...document.querySelectorAll(elsewhere)].filter(visible);
  const tables = [...document.querySelectorAll(".table, .matrix, pre")]
    .filter((one) => visible(one) && getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 100));
  return { texts, addresses: links.map((link) => link.getAttribute("href")), tables };
}

/** Words whose box does not lie within the margins of their sheet. */
function outside(boxes) {
  const out = [];
  let wide = 0;
  let high = 0;
  for (const line of boxes.split("\n")) {
    const sheet = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
    if (sheet) [wide, high] = sheet.slice(1).map(Number);
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!word) continue;
    const [left, top, right, bottom] = word.slice(1, 5).map(Number);
    const fits = left >= MARGIN && top >= MARGIN && right <= wide - MARGIN && bottom <= high - MARGIN;
    if (!fits) out.push(`${word[5]}: ${[left, top, right, bottom].map(Math.round)} of ${wide} by ${high}`);
  }
  return out;
}
