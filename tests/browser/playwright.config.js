import { defineConfig } from "@playwright/test";
import { ADDRESS, PORT, PUBLIC } from "./portal.js";

export default defineConfig({
  testMatch: "*.spec.js",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A page is opened a dozen times over in one test; on a busy machine that
  // takes a while, and is no fault of the page.
  timeout: 180_000,
  reporter: [["list", { printSteps: false }]],
  outputDir: "../../target/browser",
  use: {
    baseURL: ADDRESS,
    browserName: "chromium",
    // A colour is judged where it ends, not on its way there.
    contextOptions: { reducedMotion: "reduce" },
    // Debian's own: nothing is downloaded for these tests.
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" },
  },
  webServer: {
    command: `python3 -m http.server ${PORT} --bind 127.0.0.1 --directory "${PUBLIC}"`,
    url: `${ADDRESS}/web/index.html`,
    reuseExistingServer: false,
    stderr: "ignore",
  },
});
