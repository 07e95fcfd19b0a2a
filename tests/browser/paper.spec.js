// Forms as they come out of a printer: how many sheets, and what is on them.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";

const HERE = resolve(import.meta.dirname, "../../target/browser-paper");
mkdirSync(HERE, { recursive: true });

/** What stands on each sheet of a page, printed on A4. */
async function sheets(page, path) {
  await page.goto(`/${path}`);
  const file = join(HERE, `${path.replaceAll("/", "-")}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  // A form feed ends each sheet.
  return text.split("\f").slice(0, -1);
}

const CHECKLISTS = [
  {
    path: "staff/technical/termly-checks.html",
    says: ["For staff. Not for the web.", "Thimblemere Primary School", "Termly technical checks"],
    signed: ["Network manager", "Computing lead", "Headteacher"],
  },
];

for (const { path, says, signed } of CHECKLISTS) {
  test(`${path} is one sheet to sign`, async ({ page }) => {
    const [sheet, ...more] = await sheets(page, path);
    expect(more).toEqual([]);
    for (const words of says) expect(sheet).toContain(words);
    for (const role of signed) {
      const line = sheet.split("\n").find((line) => line.startsWith(role));
      expect(line).toMatch(/Name +Signature +Date/);
    }
  });
}

/** Forms, each with a line of each sort that it has. */
const AGREEMENTS = [
  {
    path: "web/children/age-5-to-7/my-screen-promise.html",
    says: ["My screen promise", "I ask first.", "My class", "Give the paper to your teacher."],
    signed: ["Me", "My grown-up"],
    line: /Name +Date/,
  },
  {
    path: "web/children/age-7-to-11/our-rules-for-screens.html",
    says: ["Our rules for screens", "I check if a thing is true."],
    signed: ["Me", "My parent or carer"],
    line: /Name +Date/,
  },
  {
    path: "web/parents/forms/photo-permission.html",
    says: ["Permission for pictures and work", "Child’s name", "give it to a", "We ask again"],
    signed: ["Parent or carer"],
    answers: 6,
  },
  { path: "web/parents/forms/family-agreement.html", signed: ["Parent or carer"] },
  { path: "web/parents/forms/bringing-a-phone.html", signed: ["Parent or carer", "Pupil"], answers: 5 },
  { path: "web/parents/forms/volunteers-and-contractors.html", signed: ["Volunteer or contractor"] },
  { path: "web/parents/forms/groups.html", signed: ["For the school"] },
  { path: "staff/forms/staff-code.html", signed: ["Member of staff", "Headteacher"] },
  { path: "staff/forms/device-receipt.html", signed: ["I have received it", "I have given it back"] },
];

for (const { path, says = [], signed, line = /Signature +Date/, answers = 0 } of AGREEMENTS) {
  test(`${path} is one sheet`, async ({ page }) => {
    const [sheet, ...more] = await sheets(page, path);
    expect(more).toEqual([]);
    const year = "Thimblemere Primary School, school year 2026 to 2027";
    for (const words of [year, ...says]) expect(sheet).toContain(words);
    for (const signer of signed) {
      const lines = sheet.split("\n").filter((line) => line.startsWith(signer));
      expect(lines.some((found) => line.test(found)), signer).toBe(true);
    }
    await page.emulateMedia({ media: "print" });
    expect(await emptyBoxes(page)).toBe(answers);
  });
}

/** How many empty boxes are drawn beside answers. */
function emptyBoxes(page) {
  return page.locator(".answers > li").evaluateAll((answers) => {
    const drawn = answers.map((answer) => getComputedStyle(answer, "::before"));
    const isBox = ({ content, borderTopWidth }) => content === '""' && borderTopWidth !== "0px";
    return drawn.filter(isBox).length;
  });
}

test("what is only for paper is not seen on screen", async ({ page }) => {
  await page.goto("/staff/technical/termly-checks.html");
  const seen = await page.locator(".sign").innerText();
  expect(seen).toContain("Headteacher");
  expect(seen).not.toContain("Signature");
});

test("the summary for governors is one sheet", async ({ page }) => {
  const [sheet, ...more] = await sheets(page, "staff/governors.html");
  expect(more).toEqual([]);
  for (const words of ["What waits", "Approved since", "with evidence", "Re-dated, not changed"]) {
    expect(sheet).toContain(words);
  }
});

test("the page for a worry is two sheets, one for each age", async ({ page }) => {
  const [younger, older, ...more] = await sheets(page, "web/children/help.html");
  expect(more).toEqual([]);
  expect(younger).toContain("Do not write back.");
  expect(younger).not.toContain("Read more");
  expect(older).toContain("Read more");
});

for (const { path, policies, mark } of [
  { path: "web/parents/policy-pack.html", policies: 12, mark: "Thimblemere Primary School. This is" },
  { path: "staff/policy-pack.html", policies: 14, mark: "Thimblemere Primary School. For staff. Not for the web." },
]) {
  test(`${path} prints each policy on a new sheet`, async ({ page }) => {
    const printed = await sheets(page, path);
    const titles = await page.locator("article.policy > h2").allInnerTexts();
    expect(titles).toHaveLength(policies);
    const contents = printed[0].replace(/\s+/g, " ");
    for (const words of ["All policies in one document", "as they stood on 22 November 2026", ": Overdue", ...titles]) {
      expect(contents).toContain(words);
    }
    // The head of each policy is at the top of a sheet, and there alone.
    const tops = printed.filter((sheet) => sheet.trimStart().startsWith(mark));
    const heads = tops.map((sheet) => sheet.split("\n").filter((line) => line.trim())[1].trim());
    expect(heads).toEqual(titles);
    expect(printed.join("").split(mark)).toHaveLength(policies + 1);
    const overdue = tops[titles.indexOf("Acceptable use policy")].replace(/\s+/g, " ");
    expect(overdue).toContain("This policy should have been reviewed by 14 October 2026.");
    expect(await astray(page), "links to nothing").toEqual([]);
  });
}

/** Links within a page, and names of its parts, that lead to nothing in it. */
function astray(page) {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll("[aria-labelledby], [aria-describedby]")].flatMap((one) =>
      ["aria-labelledby", "aria-describedby"].flatMap((name) => (one.getAttribute(name) ?? "").split(" ").filter(Boolean)),
    );
    const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute("href").slice(1));
    return [...names, ...links].filter((id) => !document.getElementById(id));
  });
}

test("a policy prints with its contents, its approval and where it came from", async ({ page }) => {
  const [sheet, ...more] = await sheets(page, "web/parents/policies/online-safety.html");
  for (const words of ["Online safety policy", "Approved on", "To be reviewed by", "On this page", "Who is responsible"]) {
    expect(sheet).toContain(words);
  }
  const last = more.at(-1).replace(/\s+/g, " ");
  expect(last).toContain("Printed from https://www.thimblemere.example/parents/policies/online-safety.html");
});
