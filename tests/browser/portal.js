// Where the built portal is, and which pages it has.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** The folder that holds `web` and `staff`: what `signpost build` made. */
export const PUBLIC = resolve(import.meta.dirname, "../..", process.env.PORTAL ?? "public");

/** Where the tests serve it. The trees stand at sub-paths, as on a shared host.
 * Two runs at a time need a port each. */
export const PORT = Number(process.env.PORTAL_PORT ?? 8123);
export const ADDRESS = `http://127.0.0.1:${PORT}`;

/** Every page a reader can rest on, by its path from `public`, sorted. */
export const PAGES = readdirSync(PUBLIC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !sendsOn(file))
  .map((file) => relative(PUBLIC, file).split(sep).join("/"))
  .sort();

/** Lets the page for a wrong address have its sheet, which it asks for where the
 * school's own host has it, at any depth. */
export async function dressed(page, path) {
  if (path !== "web/404.html") return;
  const sheet = (asked) => join(PUBLIC, "web", new URL(asked.request().url()).pathname);
  await page.route("/assets/*", (asked) => asked.fulfill({ path: sheet(asked) }));
}

/** Whether a page only sends its readers on to where it is now. */
function sendsOn(file) {
  return /<meta[^>]+http-equiv="refresh"/i.test(readFileSync(file, "utf8"));
}
