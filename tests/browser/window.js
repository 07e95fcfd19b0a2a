// One window in which page after page is opened. Each worker has one: a window
// of its own for every test took longer than most of what is looked at in it.
// A test that fails takes its worker, and so its window, with it.

import { test as base } from "@playwright/test";
import { ADDRESS } from "./portal.js";

// The day on which the demo is built, so that no script has a date to speak of.
const TODAY = new Date(2026, 10, 22, 12);

/** What a test may have listened to. */
const HEARD = ["console", "pageerror", "request", "requestfailed", "response", "websocket"];

export const test = base.extend({
  shared: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: ADDRESS });
      const page = await context.newPage();
      await page.clock.setFixedTime(TODAY);
      await use(page);
      await context.close();
    },
    { scope: "worker" },
  ],

  // As a new window would be: nothing of how the last page was looked at stays.
  page: async ({ shared, viewport }, use) => {
    await shared.setViewportSize(viewport);
    await shared.emulateMedia({ media: null, colorScheme: null, forcedColors: null, contrast: null, reducedMotion: "reduce" });
    await use(shared);
    for (const one of HEARD) shared.removeAllListeners(one);
  },
});
