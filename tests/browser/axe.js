// What axe-core finds in a page, in a line each that names the element.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of quality.md: WCAG 2.2 at A and AA, and what is good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Findings of axe in a page as it is shown now. It is put into the page once,
 * since a page is looked at many times over; our pages have no frames. */
export async function findings(page, off = []) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  return page.evaluate(
    async ([values, off]) => {
      const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
      const options = { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"], iframes: false };
      const { violations } = await axe.run(document, options);
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`),
      );
    },
    [RULES, off],
  );
}
