// The pictures in the README and the manual, taken anew from the demo:
//
//   cargo build --release && cd tests/browser && npm ci && node pictures.js
//
// It builds the demo into a folder of its own and writes to docs/pictures.
// Needs Chromium (CHROMIUM) and pngquant, which keeps each below 120 kB.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const HERE = resolve(import.meta.dirname, "../..");
const SIGNPOST = resolve(HERE, process.env.SIGNPOST ?? "target/release/signpost");
const PICTURES = join(HERE, "docs/pictures");
/** The day on which the pictures are taken, so that a new one shows what has changed. */
const TODAY = ["--today", "2026-11-22"];
const MOST = 120_000;

const PAGES = [
  { name: "children", page: "web/children/index.html", width: 760, height: 700 },
  { name: "parents", page: "web/parents/index.html", width: 760, height: 620 },
  { name: "staff", page: "staff/first-hour.html", width: 760, height: 620 },
  { name: "children-phone", page: "web/children/index.html", width: 360, height: 1000 },
  { name: "worried-phone", page: "web/children/help.html", width: 360, height: 1000 },
  { name: "parents-phone", page: "web/parents/index.html", width: 360, height: 1000 },
  { name: "policy", page: "web/parents/policies/online-safety.html", width: 768, height: 760 },
  { name: "staff-front", page: "staff/index.html", width: 1280, height: 800 },
  { name: "review-desk", page: "staff/reviews.html", width: 1280, height: 800 },
];

/** A mistake that an editor makes: a role that nobody has. */
const MISTAKE = { file: "content/parents/phones-in-school.md", line: "\nAsk [[role:dls]].\n" };

const site = mkdtempSync(join(tmpdir(), "signpost-pictures-"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
try {
  cpSync(join(HERE, "content"), join(site, "content"), { recursive: true });
  execFileSync(SIGNPOST, ["build", ...TODAY, "--out", join(site, "public"), site], { stdio: "ignore" });
  for (const { name, page, width, height } of PAGES) {
    const sheet = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
    await sheet.goto(pathToFileURL(join(site, "public", page)).href);
    await keep(name, sheet);
  }
  await preview();
} finally {
  await browser.close();
  rmSync(site, { recursive: true, force: true });
}

/** The preview, with a mistake over the last good page. */
async function preview() {
  const serve = spawn(SIGNPOST, ["serve", "--port", "0", ...TODAY, site], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    let address;
    for await (const line of createInterface(serve.stdout)) {
      address = /^Preview: (\S+)$/.exec(line)?.[1];
      break;
    }
    const sheet = await browser.newPage({ viewport: { width: 1024, height: 640 }, colorScheme: "light" });
    await sheet.goto(`${address}web/parents/phones-in-school.html`);
    await sheet.frameLocator("#page").locator("main h1").waitFor();
    const file = join(site, MISTAKE.file);
    writeFileSync(file, readFileSync(file, "utf8") + MISTAKE.line);
    await sheet.getByRole("region", { name: "What was found" }).getByText("dls").first().waitFor();
    await keep("preview", sheet);
  } finally {
    serve.kill();
  }
}

/** Takes the picture, with few colours. */
async function keep(name, sheet) {
  const path = join(PICTURES, `${name}.png`);
  await sheet.screenshot({ path });
  execFileSync("pngquant", ["--force", "--strip", "--output", path, "64", path]);
  const size = statSync(path).size;
  if (size > MOST) throw new Error(`${path} has ${size} bytes, of ${MOST}`);
  await sheet.close();
}
