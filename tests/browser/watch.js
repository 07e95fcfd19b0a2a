// What goes wrong in a page, and what it asks of anybody.

/** Faults of a page from now on: what is refused or missing, every request to
 * another place than `home`, and a socket to anywhere. */
export function watch(page, home) {
  const faults = [];
  // Browsers ask for this of any host; a portal at a sub-path cannot have it.
  const icon = (address) => new URL(address, home).pathname === "/favicon.ico";
  page.on("console", (said) => {
    if (said.type() === "error" && !icon(said.location().url)) faults.push(said.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(`cannot have ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) faults.push(`asks for ${request.url()}`);
  });
  page.on("websocket", (socket) => faults.push(`opens ${socket.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && !icon(response.url())) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** Whatever a page has left behind on its reader's device. */
export async function kept(page) {
  const cookies = (await page.context().cookies()).map(({ name }) => `cookie ${name}`);
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ...((await navigator.serviceWorker?.getRegistrations()) ?? []).map(() => "a service worker"),
  ]);
  return [...cookies, ...stored];
}
