// Procedures: on one sheet of paper, and in boxes that hold their words.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PAGES, PUBLIC } from "./portal.js";

const text = (path) => readFileSync(join(PUBLIC, path), "utf8");
const WITH_STEPS = PAGES.filter((path) => text(path).includes('<ol class="steps">'));
const DRAWN = WITH_STEPS.filter((path) => text(path).includes('<svg class="chart'));

// Of the pages that show more than the steps only the procedure itself is one
// sheet; these are nothing else, but for a sentence or two.
const ALONE = WITH_STEPS.filter((path) => !/<h2 id=/.test(text(path).split("<main")[1].split("</main>")[0]));

test("there are procedures to look at", () => {
  expect(WITH_STEPS.length).toBeGreaterThan(10);
  expect(ALONE.length).toBeGreaterThan(8);
  expect(DRAWN.length).toBeGreaterThan(9);
});

for (const path of ALONE) {
  test(`${path} on one sheet`, async ({ page }) => {
    await page.goto(`/${path}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width, height] = pdf.match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/).map(Number);
    const sides = [width, height].sort((one, other) => one - other).map(Math.round);
    expect(sides, "A4").toEqual([595, 842]);
  });
}

for (const path of DRAWN) {
  test(`${path}: the drawing`, async ({ page }) => {
    await page.goto(`/${path}`);
    // The widest letters that a reader's system may fall back to, and the
    // theme's own.
    for (const font of [null, "DejaVu Sans", "Verdana", "Liberation Sans"]) {
      await page.evaluate((font) => {
        if (font) document.body.style.fontFamily = font;
        for (const drawn of document.querySelectorAll("details.drawn")) drawn.open = true;
      }, font);
      expect.soft(await page.evaluate(sticksOut), font ?? "the theme's").toEqual([]);
    }
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll(".chart text")].map((text) => {
        const scale = text.getScreenCTM().a;
        const around = parseFloat(getComputedStyle(text.closest(".procedure")).fontSize);
        return parseFloat(getComputedStyle(text).fontSize) * scale >= around - 0.01;
      }),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes, "no text is smaller than the page's").not.toContain(false);
  });

  test(`${path}: the drawing on paper`, async ({ page }) => {
    await page.goto(`/${path}`);
    await page.emulateMedia({ media: "print" });
    // Six points, give or take what rounding does.
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll(".chart text")]
        .filter((text) => text.getBoundingClientRect().width > 0)
        .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a),
    );
    for (const size of new Set(sizes)) expect(size).toBeGreaterThanOrEqual(7.9);
  });
}

/** The words in drawings that reach over the edge of their box. */
function sticksOut() {
  const out = [];
  for (const chart of document.querySelectorAll(".chart")) {
    const boxes = [...chart.querySelectorAll(".step, .ask, .end, .reply")].map((box) => box.getBBox());
    for (const text of chart.querySelectorAll("text")) {
      const words = text.getBBox();
      const holds = (box) =>
        box.x <= words.x &&
        words.x + words.width <= box.x + box.width &&
        box.y - 4 <= words.y &&
        words.y + words.height <= box.y + box.height + 4;
      if (!boxes.some(holds)) out.push(text.textContent);
    }
  }
  return out;
}
