// Follows the preview: shows each new edition at the place where the reader
// is, and what was found over the last good one.
"use strict";
(() => {
  const part = (id) => document.getElementById(id);
  const frame = part("page");
  const found = part("found");
  const more = part("more");
  let run = null;
  let edition = null;
  let address = null;
  let place = null;
  let openedItself = false;

  const start = location.pathname === "/" ? "/web/index.html" : location.pathname + location.search;
  frame.src = start + location.hash;

  const line = (tag, text, name) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  };

  const open = (is) => {
    found.hidden = !is;
    more.setAttribute("aria-expanded", String(is));
  };

  // One finding: what is wrong, where, and what to do.
  const entry = (one) => {
    const item = document.createElement("li");
    const said = line("p", "");
    said.append(line("strong", one.level === "error" ? "Error: " : "Warning: "), one.message);
    item.append(said, line("p", `${one.file}, line ${one.line}`, "place"));
    if (one.help) item.append(line("p", one.help));
    return item;
  };

  const show = (said) => {
    const what = said.found;
    if (!what) return;
    address = what.address;
    part("day").textContent = what.day ? `as on ${what.day}` : "";
    part("summary").textContent =
      what.errors && said.isThere ? `${what.summary} This is the last version without an error.` : what.summary;
    document.querySelector("header").className = what.errors ? "broken" : "";
    const list = document.createElement("ol");
    list.append(...what.findings.map(entry));
    found.replaceChildren(list);
    if (what.failure) found.replaceChildren(line("p", what.failure));
    if (what.more) found.append(line("p", `And ${what.more} more: signpost check --all shows them.`));
    more.hidden = !what.findings.length && !what.failure;
    // What is wrong opens by itself, and goes away when it is mended.
    if (what.errors && found.hidden) {
      open(true);
      openedItself = true;
    } else if (more.hidden || (openedItself && !what.errors)) {
      open(false);
      openedItself = false;
    }
    const isNew = run !== null && (run !== said.run || edition !== said.edition);
    run = said.run;
    edition = said.edition;
    if (isNew) again();
  };

  // The same page in its new form, at the same place.
  const again = () => {
    try {
      place = [frame.contentWindow.scrollX, frame.contentWindow.scrollY];
      frame.contentWindow.location.reload();
    } catch {
      frame.src = start;
    }
  };

  // A link to somewhere else opens there; one to the site's own address on the
  // web leads to the same page here.
  const follow = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link) return;
    const to = link.href;
    if (address && (to === address || to.startsWith(`${address}/`))) {
      event.preventDefault();
      frame.contentWindow.location.assign(`/web${to.slice(address.length) || "/"}`);
    } else if (/^https?:/.test(to) && new URL(to).origin !== location.origin) {
      event.preventDefault();
      window.open(to, "_blank", "noopener,noreferrer");
    }
  };

  frame.addEventListener("load", () => {
    const inner = frame.contentWindow;
    let here;
    try {
      here = inner.location.pathname + inner.location.search + inner.location.hash;
      inner.document.addEventListener("click", follow);
    } catch {
      return;
    }
    if (here.startsWith("/web/") || here.startsWith("/staff/")) history.replaceState(null, "", here);
    document.title = `Preview: ${inner.document.title}`;
    if (place) inner.scrollTo(...place);
    place = null;
    for (const link of document.querySelectorAll("nav a")) {
      const view = link.pathname.replace("index.html", "");
      const isDoor = view === "/web/";
      const isHere = isDoor ? here === "/web/index.html" || here === "/web/" : here.startsWith(view);
      if (isHere) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  });

  more.addEventListener("click", () => {
    open(found.hidden);
    openedItself = false;
  });
  part("narrow").addEventListener("click", (event) => {
    const is = document.body.classList.toggle("narrow");
    event.currentTarget.setAttribute("aria-pressed", String(is));
  });

  const news = new EventSource("/_signpost/events");
  news.addEventListener("message", (event) => show(JSON.parse(event.data)));
  news.addEventListener("error", () => {
    part("summary").textContent = "The preview has ended. Run signpost serve again, and this page goes on.";
  });
})();
