#!/usr/bin/env python3
"""Deterministic policy corpus for timing static site generators.

    gen_corpus.py N OUTDIR --for signpost|hugo|zola|mdbook|cobalt|eleventy|plain

Writes N policy-like Markdown pages (about 6 KB each) in ceil(N/50) sections,
and the least site (configuration and templates) with which the chosen
generator renders them: a page layout with header, navigation over the
sections, breadcrumb and footer, plus one index per section and a home page.
`plain` writes the Markdown files alone.

The Markdown body of page i depends on (seed, i, N) only: it is byte for byte
the same for every generator; only the front matter in front of it differs.
Every page is served at /section-SSS/policy-PPPPPP/ by every generator, so the
relative links between the pages hold everywhere.  For Signpost two things
differ, since its rules demand it: links name the source file, and the title
stands in the front matter only, not as a heading as well.

The navigation lists the first --nav sections (20 by default, 0 = all of them:
the output then grows with N*N/50), the home page always lists every section.

Standard library only.  No text is taken from anybody: the prose is drawn from
the word list below by a seeded generator.
"""
import argparse
import datetime
import html
import json
import os
import random
import re
import sys

PER_SECTION = 50
SITE = "Example Schools Online Safety Portal"

NOUNS = """school pupil parent carer teacher governor device account password
tablet laptop network filter report incident risk photograph message classroom
lesson policy review record guardian visitor volunteer assembly timetable
evidence concern safeguarding lead office trust board community website video
platform game notification timeline consent agreement register meeting trip
library corridor homework profile contact helpline counsellor duty response
threshold audit log backup licence supplier contract deadline term year""".split()
VERBS = """reports records reviews checks supports reminds blocks monitors
escalates confirms explains updates stores shares protects signs approves
teaches answers follows keeps limits notes schedules""".split()
ADJS = """clear prompt written shared secure local weekly annual calm trained
named filtered private public temporary personal suitable lawful recent urgent
accurate simple early open careful regular balanced""".split()
ADVS = """promptly;quietly;always;usually;together;carefully;first;every week;
before lessons;during breaks;after school;in writing;by telephone;with consent;
without delay;at home;on site""".replace("\n", "").split(";")
LINKS = """and because so while although once unless until whenever""".split()
TOPICS = """Mobile Devices;Image Sharing;Account Security;Filtering;Monitoring;
Remote Lessons;Social Platforms;Online Gaming;Reporting Concerns;Acceptable Use;
Data Retention;Visitor Access;Staff Conduct;Anti-Bullying;Artificial Intelligence;
Password Care;Video Calls;Parental Controls;Device Loans;Incident Response""".replace("\n", "").split(";")
SCOPES = """Early Years;Infants;Juniors;Seniors;Sixth Form;Boarding;Staff;
Governors;Visitors;Families;Clubs;Transport""".replace("\n", "").split(";")
HEADS = """Purpose;Who this covers;What we expect;How we respond;Roles and duties;
Keeping records;Training;Working with families;Review and change;When things go wrong""".replace("\n", "").split(";")
SUBHEADS = """In the classroom;At home;On trips;For new staff;For younger pupils;
For older pupils;Outside school hours;Shared equipment;Personal equipment;Records kept""".replace("\n", "").split(";")


class Text:
    def __init__(self, rng):
        self.r = rng

    def clause(self):
        r = self.r
        return (f"the {r.choice(ADJS)} {r.choice(NOUNS)} {r.choice(VERBS)} "
                f"the {r.choice(NOUNS)} {r.choice(ADVS)}")

    def sentence(self):
        r = self.r
        s = self.clause()
        if r.random() < 0.6:
            s += f" {r.choice(LINKS)} {self.clause()}"
        words = s.split()
        if r.random() < 0.25:
            k = r.randrange(len(words))
            words[k] = f"**{words[k]}**"
        elif r.random() < 0.2:
            k = r.randrange(len(words))
            words[k] = f"*{words[k]}*"
        s = " ".join(words)
        return s[0].upper() + s[1:] + "."

    def paragraph(self, n):
        return " ".join(self.sentence() for _ in range(n))

    def phrase(self, n=2):
        return " ".join(self.r.choice(ADJS if k < n - 1 else NOUNS) for k in range(n))


def sections_of(n):
    return max(1, -(-n // PER_SECTION))


def section_id(s):
    return f"section-{s:03d}"


def section_title(s):
    return f"{TOPICS[s % len(TOPICS)]} {s:03d}"


def page_id(i):
    return f"policy-{i:06d}"


def page_title(seed, i):
    r = random.Random(f"{seed}/title/{i}")
    return f"{r.choice(TOPICS)} for {r.choice(SCOPES)} {i:06d}"


def page_date(seed, i):
    r = random.Random(f"{seed}/date/{i}")
    return (datetime.date(2021, 1, 4) + datetime.timedelta(days=r.randrange(1800))).isoformat()


def page_summary(seed, i):
    return Text(random.Random(f"{seed}/summary/{i}")).sentence().replace("*", "")


def link(seed, frm, to):
    a, b = frm // PER_SECTION, to // PER_SECTION
    target = f"../{page_id(to)}/" if a == b else f"../../{section_id(b)}/{page_id(to)}/"
    return f"[{page_title(seed, to)}]({target})"


def body(seed, i, n):
    r = random.Random(f"{seed}/body/{i}")
    t = Text(r)
    out = [f"# {page_title(seed, i)}", "", t.paragraph(4) + "[^note]", ""]
    heads = r.sample(HEADS, 4)
    subs = r.sample(SUBHEADS, 4)
    for k, h in enumerate(heads):
        out += [f"## {h}", "", t.paragraph(4), ""]
        if k < 3:
            others = [r.randrange(n), (i // PER_SECTION) * PER_SECTION + r.randrange(PER_SECTION)]
            other = min(others[k % 2], n - 1)
            out += [f"{t.sentence()} See {link(seed, i, other)}. {t.sentence()}", ""]
        if k == 0:
            for _ in range(3):
                out.append(f"- {t.sentence()}")
                for _ in range(2):
                    out.append(f"  - {t.phrase()} and {t.phrase()}")
            out.append("")
        elif k == 1:
            out += [f"### {subs[0]}", ""]
            for j in range(3):
                out.append(f"{j + 1}. {t.sentence()}")
                out.append(f"   - {t.phrase()}")
                out.append(f"   - {t.phrase(3)}")
            out += ["", f"### {subs[1]}", "", t.paragraph(3), ""]
        elif k == 2:
            out += [f"### {subs[2]}", "", t.paragraph(3), "",
                    "| Item | Owner | Check | When | Risk | Review |",
                    "| --- | :-- | --- | --: | :-: | --- |"]
            for j in range(20):
                out.append(f"| {t.phrase()} | {r.choice(NOUNS)} | {r.choice(VERBS)} | "
                           f"{r.randrange(1, 53)} weeks | {r.choice(('low', 'medium', 'high'))} | "
                           f"20{r.randrange(24, 29)}-{r.randrange(1, 13):02d} |")
            out.append("")
        else:
            out += [f"### {subs[3]}", "", t.paragraph(4), ""]
    out += [f"[^note]: {t.sentence()} {t.sentence()}", ""]
    return "\n".join(out)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def nav_list(nsec, cap):
    k = nsec if cap == 0 else min(cap, nsec)
    return [(section_id(s), section_title(s)) for s in range(k)]


# --- one writer per generator -------------------------------------------------

LAYOUT = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>@TITLE@ - @SITE@</title>
<meta name="description" content="@DESC@">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="site-header"><p class="brand"><a href="/">@SITE@</a></p>
<nav aria-label="Sections"><ul>
@NAV@
<li><a href="/">All sections</a></li>
</ul></nav></header>
<nav aria-label="Breadcrumb" class="crumbs"><ol>
<li><a href="/">Home</a></li>@CRUMBS@
</ol></nav>
<main id="main">
@MAIN@
</main>
<footer class="site-footer"><p>@SITE@</p>@FOOT@
<p><a href="#main">Back to top</a></p></footer>
</body>
</html>
"""


def layout(**k):
    s = LAYOUT
    for name in ("TITLE", "DESC", "NAV", "CRUMBS", "MAIN", "FOOT"):
        s = s.replace(f"@{name}@", k.get(name, ""))
    return s.replace("@SITE@", SITE)


def gen_plain(g):
    for i, sec in g.pages():
        write(f"{g.out}/content/{sec}/{page_id(i)}.md", g.body(i))


def gen_hugo(g):
    menu = "".join(f'[[menu.main]]\nname = "{t}"\nurl = "/{s}/"\nweight = {k + 1}\n'
                   for k, (s, t) in enumerate(g.nav))
    write(f"{g.out}/hugo.toml",
          f'baseURL = "https://portal.example.org/"\ntitle = "{SITE}"\n' + menu)
    nav = '{{ range .Site.Menus.main }}<li><a href="{{ .URL }}">{{ .Name }}</a></li>\n{{ end }}'
    base = layout(
        TITLE="{{ .Title }}", DESC="{{ .Description }}", NAV='{{ partial "nav.html" . }}',
        CRUMBS='{{ if .IsPage }}<li><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a></li>'
               '{{ end }}{{ if not .IsHome }}<li aria-current="page">{{ .Title }}</li>{{ end }}',
        MAIN='{{ block "main" . }}{{ end }}',
        FOOT='{{ if .IsPage }}<p>Last reviewed {{ .Date.Format "2006-01-02" }}</p>{{ end }}')
    write(f"{g.out}/layouts/_default/baseof.html", base)
    write(f"{g.out}/layouts/partials/nav.html", nav)
    write(f"{g.out}/layouts/_default/single.html", '{{ define "main" }}{{ .Content }}{{ end }}\n')
    write(f"{g.out}/layouts/_default/list.html",
          '{{ define "main" }}<h1>{{ .Title }}</h1>\n<ul>\n{{ range .Pages.ByTitle }}<li><a href="{{ .RelPermalink }}">'
          '{{ .Title }}</a> <time>{{ .Date.Format "2006-01-02" }}</time></li>\n{{ end }}</ul>{{ end }}\n')
    write(f"{g.out}/layouts/index.html",
          '{{ define "main" }}<h1>{{ .Title }}</h1>\n<ul>\n{{ range .Site.Sections.ByTitle }}<li>'
          '<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>\n{{ end }}</ul>{{ end }}\n')
    for s in range(g.nsec):
        write(f"{g.out}/content/{section_id(s)}/_index.md", f"---\ntitle: {section_title(s)}\n---\n")
    for i, sec in g.pages():
        write(f"{g.out}/content/{sec}/{page_id(i)}.md", g.yaml(i) + g.body(i))


def gen_zola(g):
    menu = ",\n".join(f'  {{ url = "/{s}/", name = "{t}" }}' for s, t in g.nav)
    write(f"{g.out}/config.toml",
          f'base_url = "https://portal.example.org"\ntitle = "{SITE}"\ncompile_sass = false\n'
          f"build_search_index = false\n\n[extra]\nnav = [\n{menu}\n]\n")
    head = layout(
        TITLE="{% block title %}{% endblock %}", DESC="{% block desc %}{% endblock %}",
        NAV='{% for s in config.extra.nav %}<li><a href="{{ s.url }}">{{ s.name }}</a></li>\n{% endfor %}',
        CRUMBS="{% block crumbs %}{% endblock %}", MAIN="{% block main %}{% endblock %}",
        FOOT="{% block foot %}{% endblock %}")
    t = f"{g.out}/templates"
    write(f"{t}/base.html", head)
    write(f"{t}/page.html", '{% extends "base.html" %}{% block title %}{{ page.title }}{% endblock %}'
          '{% block desc %}{{ page.description }}{% endblock %}{% block crumbs %}'
          '{% set sec = get_section(path=page.ancestors | last, metadata_only=true) %}'
          '<li><a href="{{ sec.path }}">{{ sec.title }}</a></li>'
          '<li aria-current="page">{{ page.title }}</li>{% endblock %}'
          '{% block main %}{{ page.content | safe }}{% endblock %}'
          '{% block foot %}<p>Last reviewed {{ page.date }}</p>{% endblock %}\n')
    write(f"{t}/section.html", '{% extends "base.html" %}{% block title %}{{ section.title }}{% endblock %}'
          '{% block crumbs %}<li aria-current="page">{{ section.title }}</li>{% endblock %}'
          '{% block main %}<h1>{{ section.title }}</h1>\n<ul>\n{% for p in section.pages %}<li>'
          '<a href="{{ p.path }}">{{ p.title }}</a> <time>{{ p.date }}</time></li>\n{% endfor %}</ul>{% endblock %}\n')
    write(f"{t}/index.html", '{% extends "base.html" %}{% block title %}{{ config.title }}{% endblock %}'
          '{% block main %}<h1>{{ config.title }}</h1>\n<ul>\n{% for s in section.subsections %}'
          '{% set sub = get_section(path=s, metadata_only=true) %}<li><a href="{{ sub.path }}">{{ sub.title }}</a></li>\n'
          '{% endfor %}</ul>{% endblock %}\n')
    write(f"{g.out}/content/_index.md", "+++\n+++\n")
    for s in range(g.nsec):
        write(f"{g.out}/content/{section_id(s)}/_index.md",
              f'+++\ntitle = "{section_title(s)}"\nsort_by = "title"\n+++\n')
    for i, sec in g.pages():
        write(f"{g.out}/content/{sec}/{page_id(i)}.md",
              f'+++\ntitle = "{page_title(g.seed, i)}"\ndate = {page_date(g.seed, i)}\n'
              f'description = "{page_summary(g.seed, i)}"\n+++\n\n' + g.body(i))


def gen_mdbook(g):
    # mdBook knows no sections in its templates: the navigation is written into
    # the theme, the breadcrumb is book / chapter, the section index is a
    # chapter whose list is part of its Markdown.
    write(f"{g.out}/book.toml", f'[book]\ntitle = "{SITE}"\nlanguage = "en"\nsrc = "src"\n')
    nav = "\n".join(f'<li><a href="/{s}/">{html.escape(t)}</a></li>' for s, t in g.nav)
    write(f"{g.out}/theme/index.hbs", layout(
        TITLE="{{ chapter_title }}", DESC="{{ description }}", NAV=nav,
        CRUMBS='<li aria-current="page">{{ chapter_title }}</li>', MAIN="{{{ content }}}",
        FOOT="<p>{{ book_title }}</p>"))
    summary = ["# Summary", "", "[Home](index.md)", ""]
    home = [f"# {SITE}", ""]
    for s in range(g.nsec):
        sid, st = section_id(s), section_title(s)
        summary.append(f"- [{st}]({sid}/index.md)")
        home.append(f"- [{st}]({sid}/index.md)")
        idx = [f"# {st}", ""]
        for i in range(s * PER_SECTION, min(g.n, (s + 1) * PER_SECTION)):
            title = page_title(g.seed, i)
            summary.append(f"  - [{title}]({sid}/{page_id(i)}/index.md)")
            idx.append(f"- [{title}]({page_id(i)}/index.md) {page_date(g.seed, i)}")
        write(f"{g.out}/src/{sid}/index.md", "\n".join(idx) + "\n")
    write(f"{g.out}/src/SUMMARY.md", "\n".join(summary) + "\n")
    write(f"{g.out}/src/index.md", "\n".join(home) + "\n")
    for i, sec in g.pages():
        write(f"{g.out}/src/{sec}/{page_id(i)}/index.md", g.body(i))


def gen_cobalt(g):
    # The pages are Cobalt "posts": the only kind that another page can list.
    write(f"{g.out}/_cobalt.yml",
          f'site:\n  title: "{SITE}"\n  base_url: https://portal.example.org\n'
          "posts:\n  dir: policies\n  default:\n    layout: page.liquid\n"
          "pages:\n  default:\n    layout: page.liquid\n")
    write(f"{g.out}/_data/nav.json", json.dumps([{"url": f"/{s}/", "name": t} for s, t in g.nav]))
    write(f"{g.out}/_layouts/page.liquid", layout(
        TITLE="{{ page.title }}", DESC="{{ page.description }}",
        NAV='{% for s in site.data.nav %}<li><a href="{{ s.url }}">{{ s.name }}</a></li>\n{% endfor %}',
        CRUMBS='{% if page.data.section %}<li><a href="/{{ page.data.section }}/">{{ page.data.section_title }}</a></li>'
               '{% endif %}<li aria-current="page">{{ page.title }}</li>',
        MAIN="{{ page.content }}",
        FOOT='{% if page.data.section %}<p>Last reviewed {{ page.published_date | date: "%Y-%m-%d" }}</p>{% endif %}'))
    for s in range(g.nsec):
        sid, st = section_id(s), section_title(s)
        write(f"{g.out}/{sid}/index.liquid",
              f'---\ntitle: "{st}"\npermalink: /{sid}/\ndata:\n  index_of: {sid}\n---\n'
              "<h1>{{ page.title }}</h1>\n<ul>\n{% for p in collections.posts.pages %}"
              "{% if p.data.section == page.data.index_of %}<li><a href=\"/{{ p.permalink }}\">{{ p.title }}</a> "
              '<time>{{ p.published_date | date: "%Y-%m-%d" }}</time></li>\n{% endif %}{% endfor %}</ul>\n')
    links = "\n".join(f'<li><a href="/{section_id(s)}/">{section_title(s)}</a></li>' for s in range(g.nsec))
    write(f"{g.out}/index.liquid", f'---\ntitle: "{SITE}"\npermalink: /\n---\n<h1>{SITE}</h1>\n<ul>\n{links}\n</ul>\n')
    for i, sec in g.pages():
        write(f"{g.out}/policies/{sec}/{page_id(i)}.md",
              f'---\ntitle: "{page_title(g.seed, i)}"\npublished_date: {page_date(g.seed, i)} 09:00:00 +0000\n'
              f'description: "{page_summary(g.seed, i)}"\npermalink: /{sec}/{page_id(i)}/\n'
              f'data:\n  section: {sec}\n  section_title: "{section_title(i // PER_SECTION)}"\n---\n\n' + g.body(i))


def gen_eleventy(g):
    write(f"{g.out}/eleventy.config.cjs", """module.exports = function (config) {
  try { config.amendLibrary("md", (md) => md.use(require("markdown-it-footnote"))); }
  catch (e) { console.error("markdown-it-footnote not found: footnotes stay text"); }
  config.addFilter("ymd", (d) => d.toISOString().slice(0, 10));
  return { dir: { input: "src", output: "_site" } };
};
""")
    write(f"{g.out}/src/_data/nav.json", json.dumps([{"url": f"/{s}/", "name": t} for s, t in g.nav]))
    write(f"{g.out}/src/_data/sections.json", json.dumps(
        [{"url": f"/{section_id(s)}/", "name": section_title(s)} for s in range(g.nsec)]))
    write(f"{g.out}/src/_includes/base.njk", layout(
        TITLE="{{ title }}", DESC="{{ description }}",
        NAV='{% for s in nav %}<li><a href="{{ s.url }}">{{ s.name }}</a></li>\n{% endfor %}',
        CRUMBS='{% if isPolicy %}<li><a href="/{{ section }}/">{{ sectionTitle }}</a></li>{% endif %}'
               '<li aria-current="page">{{ title }}</li>',
        MAIN="{{ content | safe }}", FOOT="{% if isPolicy %}<p>Last reviewed {{ page.date | ymd }}</p>{% endif %}"))
    for s in range(g.nsec):
        sid, st = section_id(s), section_title(s)
        write(f"{g.out}/src/{sid}/{sid}.json", json.dumps(
            {"layout": "base.njk", "tags": [sid], "section": sid, "sectionTitle": st, "isPolicy": True}))
        write(f"{g.out}/src/{sid}.njk", f'---\nlayout: base.njk\ntitle: "{st}"\nlists: {sid}\n'
              f"permalink: /{sid}/index.html\n---\n<h1>{{{{ title }}}}</h1>\n<ul>\n{{% for p in collections[lists] %}}<li>"
              '<a href="{{ p.url }}">{{ p.data.title }}</a> <time>{{ p.date | ymd }}</time></li>\n{% endfor %}</ul>\n')
    write(f"{g.out}/src/index.njk", f'---\nlayout: base.njk\ntitle: "{SITE}"\n---\n<h1>{SITE}</h1>\n<ul>\n'
          '{% for s in sections %}<li><a href="{{ s.url }}">{{ s.name }}</a></li>\n{% endfor %}</ul>\n')
    for i, sec in g.pages():
        write(f"{g.out}/src/{sec}/{page_id(i)}.md", g.yaml(i) + g.body(i))


# --- Signpost: a school with the least that it needs, and N guides for parents

SIGNPOST_BANDS = ("title", "tell", "next", "secret", "emergency", "not_there",
                  "about_them", "closed", "unread")


def signpost_body(g, i):
    """The same body with links to source files and without its own title."""
    text = g.body(i).split("\n", 2)[2]
    return re.sub(r"\]\((\.\./(?:\.\./section-\d+/)?)(policy-\d+)/\)",
                  lambda m: f"]({m[1][3:]}{m[2]}.md)", text)


def gen_signpost(g):
    c = f"{g.out}/content"
    write(f"{c}/school.toml",
          f'name = "{SITE}"\nphone = "01632 960199"\nemail = "office@school.example"\n'
          'postal = ["1 Example Road", "Exampleton"]\nstatus = "example"\n'
          'address = "https://portal.example.org"\n')
    everyone = 'for = ["children", "parents", "staff"]\n'
    write(f"{c}/people.toml", "\n".join(
        f'[[role]]\nid = "{k}"\ntitle = "{t}"\nkind = "{kind}"\nchild_name = "{t}"\n{everyone}'
        f'holders = [{{ name = "{t} Example", name_for = ["parents", "staff"] }}]\n'
        for k, t, kind in (("teacher", "Teacher", "person"), ("lead", "Lead", "person"),
                           ("services", "Services", "outside"), ("night", "Night services", "outside"))))
    write(f"{c}/helplines.toml", "\n".join(
        f'[[helpline]]\nid = "{k}"\nname = "{k.title()}"\npurpose = "Somebody to ask"\n'
        f'child_purpose = "Somebody to talk to"\n{everyone}phone = "01632 96000{n}"\n'
        'hours = "always"\nfree = true\nsource = "https://www.example.org/"\nverified = 2026-10-01\n'
        for n, k in enumerate(("outside", "police", "emergency", "advice"))))
    write(f"{c}/help.toml",
          '[children]\nadults = ["teacher", "lead"]\noutside = "outside"\n'
          + "".join(f'[children.{k}]\nks1 = "Tell a grown-up."\nks2 = "Tell a grown-up you trust."\n'
                    for k in SIGNPOST_BANDS)
          + '[children.do_not]\nks1 = ["Do not wait."]\nks2 = ["Do not wait."]\n'
          '[parents]\nintro = "Ask us."\nschool = ["lead"]\nclosed = "Ring them."\n'
          'services = "services"\nservices_out_of_hours = "night"\npolice = "police"\n'
          'emergency = "emergency"\nadvice = "advice"\n')
    for s in range(g.nsec):
        write(f"{c}/parents/{section_id(s)}/index.md",
              f'+++\ntitle = "{section_title(s)}"\n+++\n\nGuides on one subject.\n')
    for i, sec in g.pages():
        write(f"{c}/parents/{sec}/{page_id(i)}.md",
              f'+++\ntitle = "{page_title(g.seed, i)}"\nsummary = "{page_summary(g.seed, i)}"\n+++\n\n'
              + signpost_body(g, i))


class Gen:
    def __init__(self, n, out, seed, cap):
        self.n, self.out, self.seed = n, out, seed
        self.nsec = sections_of(n)
        self.nav = nav_list(self.nsec, cap)

    def pages(self):
        for i in range(self.n):
            yield i, section_id(i // PER_SECTION)

    def body(self, i):
        return body(self.seed, i, self.n)

    def yaml(self, i):
        return (f'---\ntitle: "{page_title(self.seed, i)}"\ndate: {page_date(self.seed, i)}\n'
                f'description: "{page_summary(self.seed, i)}"\n---\n\n')


PEERS = {"signpost": gen_signpost, "hugo": gen_hugo, "zola": gen_zola, "mdbook": gen_mdbook,
         "cobalt": gen_cobalt, "eleventy": gen_eleventy, "plain": gen_plain}


def main():
    p = argparse.ArgumentParser(description="Write a deterministic policy corpus for one generator.")
    p.add_argument("n", type=int)
    p.add_argument("outdir")
    p.add_argument("--for", dest="peer", choices=sorted(PEERS), required=True)
    p.add_argument("--seed", default="signpost")
    p.add_argument("--nav", type=int, default=20, help="sections in the navigation, 0 = all")
    a = p.parse_args()
    if a.n < 1:
        p.error("N must be at least 1")
    if os.path.isdir(a.outdir) and os.listdir(a.outdir):
        p.error(f"{a.outdir} is not empty")
    PEERS[a.peer](Gen(a.n, a.outdir.rstrip("/"), a.seed, a.nav))
    print(f"{a.n} pages in {sections_of(a.n)} sections for {a.peer} at {a.outdir}", file=sys.stderr)


if __name__ == "__main__":
    main()
