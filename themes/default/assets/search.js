// Searches the pages of one view, in the reader's own browser.
//
// search-index.js, made with the pages, gave `signpostSearch`: the pages with
// their parts, and for each word the parts it stands in. The page gives the
// words to say, in <template>s. What is typed is sent nowhere and kept nowhere:
// no request, no storage, no change of the address.
(function () {
  "use strict";

  const index = window.signpostSearch;
  const field = document.getElementById("_q");
  if (!index || !field) return;

  // As many results as somebody in a hurry reads.
  const MOST = 20;
  // Where a word counts for more than in the text of a part.
  const IN_TITLE = 4;
  const IN_HEADING = 2.5;
  // A page that fits so much worse than the best is in the way. One that has
  // every word, but none in its title, is not.
  const WORTH = 0.15;
  // How long the reader's hands have to rest, in milliseconds: a screen reader
  // is to say one result and not one for each letter.
  const PAUSE = 250;

  // ---- Words ----

  // A text's words; src/render/search/words.rs does the same.
  function words(text) {
    const small = text.toLowerCase().replace(/’/g, "'").split(/[^\p{L}\p{N}']+/u);
    return small.map((word) => word.replace(/\u0027s$/, "").replace(/\u0027/g, "")).filter(Boolean);
  }

  // A word without its accents, and without the -s of a plural.
  function plain(word) {
    const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
    if (bare.length < 4) return bare;
    if (/[^aeiou]ies$/.test(bare)) return bare.slice(0, -3) + "y";
    if (/(ss|x|z|ch|sh)es$/.test(bare)) return bare.slice(0, -2);
    return /[^su]s$/.test(bare) ? bare.slice(0, -1) : bare;
  }

  // Whether two words differ by a slip or, if they are long, by two: a letter
  // too few, too many, another, or two that changed places. British and
  // American spelling are as near.
  function near(typed, word) {
    const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
    if (Math.abs(typed.length - word.length) > most) return false;
    let before = [];
    let last = Array.from({ length: word.length + 1 }, (_, at) => at);
    for (let i = 1; i <= typed.length; i++) {
      const row = [i];
      for (let j = 1; j <= word.length; j++) {
        const other = typed[i - 1] === word[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + other);
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return false;
      before = last;
      last = row;
    }
    return last[word.length] <= most;
  }

  // Whether one word is the other with an ending: search, searching.
  function ended(word, root) {
    return root.length >= 4 && word.startsWith(root) && word.length - root.length <= 3;
  }

  // ---- What there is to find ----

  const small = new Set(index.small);
  const known = Object.keys(index.words).map((key) => ({ key, word: plain(key) }));
  const isKnown = new Set([...known.map(({ word }) => word), ...small]);
  const worried = index.worried.map((phrase) => words(phrase).map(plain));
  // Parts are numbered through all pages.
  const parts = [];
  index.pages.forEach(([path, title, sections, lang], page) => {
    sections.forEach(([id, heading, extract]) => {
      parts.push({ page, path, title, lang, id, heading, extract });
    });
  });

  // The parts that a word stands in: each number is the distance from the last.
  function places(key) {
    let at = 0;
    return index.words[key].split(" ").map((step) => (at += Number(step)));
  }

  // How much a word counts in a part: more in a title, more in a heading.
  function weight(part, word) {
    part.heads = part.heads || new Set(words(part.heading || part.title).map(plain));
    if (!part.heads.has(word)) return 1;
    return part.heading ? IN_HEADING : IN_TITLE;
  }

  // The words of the index that a typed word may mean, and how well each fits.
  // Slips are looked for only where nothing has the word as it was typed.
  function meant(typed) {
    const found = [];
    for (const { key, word } of known) {
      if (word === typed) found.push({ key, word, fit: 1 });
      else if (ended(typed, word) || ended(word, typed)) found.push({ key, word, fit: 0.8 });
      else if (typed.length > 1 && word.startsWith(typed)) found.push({ key, word, fit: 0.5 });
      else if (!isKnown.has(typed) && near(typed, word)) found.push({ key, word, fit: 0.6 });
    }
    return found;
  }

  // How well each part fits one word: {part number: points}. A word that
  // stands everywhere tells little.
  function fits(typed) {
    const points = new Map();
    for (const { key, word, fit } of meant(typed)) {
      const at = places(key);
      const rare = Math.log(1 + parts.length / at.length);
      for (const number of at) {
        const worth = fit * rare * weight(parts[number], word);
        if (worth > (points.get(number) || 0)) points.set(number, worth);
      }
    }
    return points;
  }

  // ---- Searching ----

  // The pages that fit, the best first, each with the part that fits best.
  function search(typed) {
    const pages = new Map();
    for (const word of typed) {
      const best = new Map();
      for (const [number, points] of fits(word)) {
        const part = parts[number];
        const found = pages.get(part.page) || { sum: 0, words: 0, parts: new Map() };
        pages.set(part.page, found);
        found.parts.set(number, (found.parts.get(number) || 0) + points);
        best.set(part.page, Math.max(points, best.get(part.page) || 0));
      }
      for (const [page, points] of best) {
        pages.get(page).sum += points;
        pages.get(page).words += 1;
      }
    }
    const found = Array.from(pages.values(), (page) => {
      const [number] = Array.from(page.parts).reduce((a, b) => (b[1] > a[1] ? b : a));
      // One word of four is worth less than a quarter.
      return { part: parts[number], worth: (page.sum * page.words) / typed.length };
    });
    found.sort((a, b) => b.worth - a.worth);
    return found.filter(({ worth }) => worth >= found[0].worth * WORTH).map(({ part }) => part);
  }

  // Whether somebody types this who is worried: then help comes first. Of short
  // words too many are almost like another: from five letters slips are
  // forgiven, and a word counts while it is still being typed.
  function isWorried(typed) {
    const isLast = (word) => typed[typed.length - 1] === word;
    const almost = (word, other) =>
      (isLast(word) && other.startsWith(word)) || (!isKnown.has(word) && near(word, other));
    const same = (word, other) =>
      word === other || ended(word, other) || (word.length >= 5 && almost(word, other));
    return worried.some((phrase) =>
      typed.some((_, at) => phrase.every((word, n) => at + n < typed.length && same(typed[at + n], word))),
    );
  }

  // ---- Showing ----

  const found = document.getElementById("_found");
  const said = document.getElementById("_said");

  function copy(id) {
    const template = document.getElementById(id);
    return template && document.importNode(template.content, true);
  }

  function result({ path, title, lang, id, heading, extract }) {
    const line = document.createElement("li");
    const link = line.appendChild(document.createElement("a"));
    link.href = path + (id && "#" + id);
    link.textContent = title;
    if (heading) {
      const under = copy("_under");
      under.querySelector("span>span").textContent = heading;
      line.appendChild(under);
    }
    if (extract) line.appendChild(document.createElement("p")).textContent = extract;
    if (lang) line.lang = lang;
    return line;
  }

  function show() {
    const typed = words(field.value).slice(0, 12);
    const asked = typed.filter((word) => !small.has(word) && word.length > 1).map(plain);
    found.textContent = "";
    if (!asked.length) {
      said.textContent = "";
      return;
    }
    const pages = search(asked);
    const say = [];
    const help = isWorried(typed.map(plain)) && copy("_worried");
    if (help) {
      say.push(help.querySelector("h2").textContent);
      found.appendChild(help);
    }
    // Somebody worried is not told that there is nothing for them.
    const counts = copy("_counts").children;
    if (pages.length || !help) say.push(counts[Math.min(pages.length, MOST + 1)].textContent);
    if (pages.length) {
      const list = found.appendChild(document.createElement("ol"));
      list.className = "listing";
      pages.slice(0, MOST).forEach((part) => list.appendChild(result(part)));
    } else if (!help) {
      found.appendChild(copy("_none"));
    }
    // Said once: a screen reader reads it whenever it changes.
    const now = say.join(" ");
    if (said.textContent !== now) said.textContent = now;
  }

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  // Whoever asks for the results is led to them, and a telephone puts its
  // keyboard away. The form itself goes nowhere.
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
    if (said.textContent) said.focus();
  });
  // Back from a result, the words may still stand there.
  addEventListener("pageshow", () => field.value && show());

  document.getElementById("_search").hidden = false;
  // A link can ask for words: search.html?q=phones.
  const linked = new URLSearchParams(location.search).get("q");
  if (linked) {
    field.value = linked.slice(0, field.maxLength);
    show();
  }
})();
