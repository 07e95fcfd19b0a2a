// What is measured in a page as a browser has laid it out. Each answer is a
// list of faults in a line each, which begins with the element.

/** Everything that is wrong with where things are: wider than the window, cut
 * off, or over one another. */
export function misplaced(page) {
  return page.evaluate(() => {
    const faults = [];
    const tell = (element, fault) => {
      const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 50);
      const name = element.localName + (element.id ? `#${element.id}` : "") + [...element.classList].map((one) => `.${one}`).join("");
      faults.push(`${name} “${words}”: ${fault}`);
    };
    const root = document.documentElement;
    const wide = root.clientWidth;
    if (root.scrollWidth > wide) tell(root, `scrolls sideways, ${root.scrollWidth - wide} px`);

    // Words that are for screen readers alone are left of everything.
    const aside = ({ right }) => right <= 0;
    const scrolls = (element) => element.closest(".table, pre");
    const boxes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      if (!text.data.trim() || element.closest("svg, noscript, script")) continue;
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
      range.selectNodeContents(text);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1 || aside(rect)) continue;
        if (!scrolls(element) && (rect.left < -0.5 || rect.right > wide + 0.5)) tell(element, "is cut off at the side");
        // A line's box is higher than its letters: boxes of lines that stand
        // close may touch, letters may not.
        const inset = rect.height * 0.28;
        boxes.push({ element, left: rect.left, right: rect.right, top: rect.top + inset, bottom: rect.bottom - inset });
      }
    }
    for (const element of document.querySelectorAll("img, svg")) {
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      if (width > 0 && right > 0 && element.checkVisibility({ contentVisibilityAuto: true })) boxes.push({ element, left, right, top, bottom });
    }
    // What is scrolled inside its own box ends where that box does.
    for (const box of boxes) {
      const frame = scrolls(box.element)?.getBoundingClientRect();
      if (frame) {
        box.left = Math.max(box.left, frame.left);
        box.right = Math.min(box.right, frame.right);
      }
    }
    boxes.sort((one, other) => one.top - other.top);
    boxes.forEach((one, at) => {
      for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next++) {
        const other = boxes[next];
        if (other.left < one.right - 1 && other.right > one.left + 1 && other.element !== one.element) {
          const words = other.element.textContent.trim().slice(0, 50);
          tell(one.element, `is over ${other.element.localName} “${words}”`);
        }
      }
    });

    for (const element of document.body.querySelectorAll("*")) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const hides = (way) => way === "hidden" || way === "clip";
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) tell(element, "hides what is too wide");
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) tell(element, "hides what is too long");
      if (overflowY === "auto" && element.scrollHeight > element.clientHeight + 1) tell(element, "scrolls downwards in its own box");
      if (textOverflow !== "clip") tell(element, "ends in dots");
    }
    return faults;
  });
}

/** What can be tapped and is less than `least` pixels wide or high. */
export function small(page, least) {
  return page.evaluate((least) => {
    const inView = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((element) => inView(element) && !element.matches(".skip"))
      .map((element) => ({ element, ...element.getBoundingClientRect().toJSON() }))
      .filter(({ width, height }) => Math.min(width, height) < least - 0.01)
      .map(({ element, width, height }) => {
        const size = `${Math.round(width * 10) / 10} by ${Math.round(height * 10) / 10} px`;
        return `${element.outerHTML.slice(0, 100)}: is ${size}, less than ${least}`;
      });
  }, least);
}

/** What moves, or would move if it changed. */
export function moves(page) {
  return page.evaluate(() => {
    const faults = document.getAnimations().map((one) => `moves: ${one.effect?.target?.outerHTML?.slice(0, 80)}`);
    for (const element of document.querySelectorAll("*")) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      if (animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth") {
        faults.push(`${element.outerHTML.slice(0, 80)}: would move`);
      }
    }
    if (document.querySelector("marquee, blink, video[autoplay], animate, animateMotion, animateTransform")) {
      faults.push("something plays by itself");
    }
    return faults;
  });
}
