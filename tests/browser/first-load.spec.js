// How much somebody waits for who opens the page for worried children, with
// nothing of the portal on the device yet.

import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

for (const path of ["web/children/help.html", "web/parents/help.html"]) {
  test(`${path}: 40 kB and 6 requests at most`, async ({ page }) => {
    const answers = [];
    page.on("response", (response) => answers.push(response));
    await page.goto(`/${path}`, { waitUntil: "networkidle" });
    const loads = await Promise.all(
      answers
        // Browsers ask for this of any host.
        .filter((response) => !response.url().endsWith("/favicon.ico"))
        .map(async (response) => [new URL(response.url()).pathname, gzipSync(await response.body()).length]),
    );
    const told = loads.map(([file, bytes]) => `${file}: ${bytes}`).join(", ");
    expect(loads.length, told).toBeLessThanOrEqual(6);
    expect(loads.reduce((sum, [, bytes]) => sum + bytes, 0), told).toBeLessThanOrEqual(40_000);
  });
}
