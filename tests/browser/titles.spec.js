// The name of a page in a browser's tab, in its history, and as the first thing
// that a screen reader says: no two pages of a reader have the same.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PAGES, PUBLIC } from "./portal.js";

for (const tree of ["web/", "staff/"]) {
  test(`every page of ${tree} has a title of its own`, () => {
    const seen = new Map();
    const twice = [];
    for (const path of PAGES.filter((path) => path.startsWith(tree))) {
      const title = /<title>([^<]+)<\/title>/.exec(readFileSync(join(PUBLIC, path), "utf8"))?.[1].trim();
      expect(title, path).toBeTruthy();
      if (seen.has(title)) twice.push(`${seen.get(title)} and ${path}: ${title}`);
      seen.set(title, path);
    }
    expect(twice).toEqual([]);
  });
}
