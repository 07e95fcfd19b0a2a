//! The words of a block, as one reader is shown them.
//!
//! In: what a block shows. Out: lines for the digest. Roles, helplines,
//! guidance and terms count by their ids, since whatever is known of them can
//! change without anybody's approval. What a table, a procedure, a checklist
//! or an agreement says is a part of the text, so all the words of it count
//! that this reader is shown, and none that are not.

mod tables;

use std::fmt::Write as _;

use crate::audience::Audience;
use crate::model::{
    After, Agreement, AgreementId, Block, Check, Checklist, ChecklistId, Choice, Procedure,
    ProcedureId, Reply, RoleId, Site, Statement, Step,
};
use crate::source::Spanned;

/// The lines of a block for one reader.
pub(super) fn lines(site: &Site, block: &Block, audience: Audience) -> String {
    let mut lines = Lines {
        site,
        audience,
        text: String::new(),
    };
    match block {
        Block::Contacts(roles) => {
            for role in roles {
                lines.role("role", *role);
            }
        }
        Block::Helplines(helplines) => {
            for line in helplines {
                lines.say("helpline", &site.helpline(*line).id.value);
            }
        }
        Block::Routes(routes) => {
            for at in routes {
                lines.route(*at);
            }
        }
        Block::Guidance(ids) => {
            for id in ids {
                lines.say("guidance", &site.guidance(*id).id.value);
            }
        }
        Block::Glossary(ids) => {
            for id in ids {
                lines.say("term", &site.term(*id).id.value);
            }
        }
        Block::Systems(ids) => {
            for id in ids {
                lines.say("system", &site.system(*id).id.value);
            }
        }
        Block::Table(id) => lines.table(*id),
        Block::Procedure(id) => lines.procedure(*id),
        Block::Checklist(id) => lines.checklist(*id),
        Block::Agreement(id) => lines.agreement(*id),
        // An approval must not change what was approved.
        Block::Review => lines.say("review", ""),
        // Which duties there are is no part of the text, nor when they were
        // done.
        Block::Duties(roles) => {
            lines.say("duties", "");
            for role in roles {
                lines.role("of", *role);
            }
        }
    }
    lines.text
}

/// Lines that are being written.
struct Lines<'s> {
    site: &'s Site,
    audience: Audience,
    text: String,
}

impl Lines<'_> {
    /// A word that says what it is, and the text on one line.
    fn say(&mut self, what: &str, text: &str) {
        let _ = writeln!(self.text, "{what} {}", plain(text));
    }

    /// The same, where there is a text.
    fn maybe(&mut self, what: &str, text: Option<&String>) {
        if let Some(text) = text {
            self.say(what, text);
        }
    }

    fn role(&mut self, what: &str, role: RoleId) {
        let id = &self.site.role(role).id.value;
        self.say(what, id);
    }

    /// A text in the words for this reader: children have their own.
    fn words(&mut self, what: &str, text: &str, child: Option<&String>) {
        match (self.audience, child) {
            (Audience::Children, Some(child)) => self.say(what, child),
            (Audience::Children, None) | (Audience::Parents | Audience::Staff, _) => {
                self.say(what, text);
            }
        }
    }

    /// A route is a part of the text: who hears about what, and how fast.
    fn route(&mut self, at: usize) {
        let route = &self.site.routes[at];
        self.say("about", &route.about.value);
        self.say("within", &route.within.value);
        for (word, roles) in [("to", &route.to), ("instead", &route.instead)] {
            for role in roles {
                self.role(word, role.value);
            }
        }
    }

    fn procedure(&mut self, id: ProcedureId) {
        let Procedure {
            file: _,
            id: _,
            title,
            child_title,
            readers: _,
            summary,
            child_summary,
            source,
            edition,
            never,
            child_never,
            names: _,
            steps,
        } = self.site.procedure(id);
        self.said("title", title, child_title.as_ref());
        let (summary, never) = match self.audience {
            Audience::Children => (child_summary, child_never),
            Audience::Parents | Audience::Staff => (summary, never),
        };
        for (what, text) in summary
            .iter()
            .map(|summary| ("summary", summary))
            .chain(never.iter().map(|line| ("never", line)))
        {
            self.say(what, &text.value);
        }
        if let (Some(source), true) = (source, self.audience != Audience::Children) {
            let source = &self.site.guidance(*source).id.value;
            self.say("from", source);
            self.maybe("edition", edition.as_ref().map(|edition| &edition.value));
        }
        for step in steps {
            self.step(step);
        }
    }

    fn step(&mut self, step: &Step) {
        let Step {
            text,
            child,
            note,
            roles,
            helplines,
            after,
        } = step;
        self.said("step", text, child.as_ref());
        if self.audience != Audience::Children {
            self.maybe("note", note.as_ref().map(|note| &note.value));
        }
        for role in roles {
            self.role("turn to", role.value);
        }
        for line in helplines {
            let line = &self.site.helpline(line.value).id.value;
            self.say("turn to helpline", line);
        }
        match after {
            After::End => self.say("end", ""),
            After::Step(to) => self.say("then", &(to.index() + 1).to_string()),
            After::Answers(answers) => {
                for Reply { text, child, to } in answers {
                    self.said("answer", text, child.as_ref());
                    self.say("leads to", &(to.index() + 1).to_string());
                }
            }
        }
    }

    /// The same, of texts with their places.
    fn said(&mut self, what: &str, text: &Spanned<String>, child: Option<&Spanned<String>>) {
        self.words(what, &text.value, child.map(|child| &child.value));
    }

    fn checklist(&mut self, id: ChecklistId) {
        let Checklist {
            id: _,
            file: _,
            title,
            child_title,
            readers: _,
            intro,
            child_intro,
            signed_by,
            checks,
        } = self.site.checklist(id);
        let for_grown_ups = self.audience != Audience::Children;
        self.said("title", title, child_title.as_ref());
        if for_grown_ups {
            self.maybe("intro", value(intro.as_ref()));
        } else {
            self.maybe("intro", value(child_intro.as_ref()));
        }
        for role in signed_by {
            self.role("signed by", role.value);
        }
        for check in checks {
            if !check.audiences().contains(self.audience) {
                continue;
            }
            let Check {
                text,
                child,
                section,
                note,
            } = check.inspect();
            self.said("check", text, child.as_ref());
            if for_grown_ups {
                self.maybe("section", value(section.as_ref()));
                self.maybe("note", value(note.as_ref()));
            }
        }
    }

    /// What is signed is a part of the text. The school year is not: the same
    /// words are asked for anew each September.
    fn agreement(&mut self, id: AgreementId) {
        let Agreement {
            id: _,
            file: _,
            title,
            child_title,
            readers: _,
            year: _,
            intro,
            child_intro,
            about,
            signed_by,
            statements,
            choices,
            return_to,
            child_return_to,
        } = self.site.agreement(id);
        let for_grown_ups = self.audience != Audience::Children;
        self.said("title", title, child_title.as_ref());
        let intro = if for_grown_ups { intro } else { child_intro };
        self.maybe("intro", value(intro.as_ref()));
        for Statement {
            text,
            child,
            section,
        } in statements
        {
            self.said("statement", text, child.as_ref());
            self.maybe("section", value(section.as_ref()).filter(|_| for_grown_ups));
        }
        for choice in choices {
            let Choice {
                text,
                child,
                answers,
                note,
            } = choice;
            self.said("choice", text, child.as_ref());
            self.maybe("note", value(note.as_ref()).filter(|_| for_grown_ups));
            for answer in answers {
                self.say("answer", &answer.value);
            }
        }
        for line in about {
            self.say("about", &line.value);
        }
        for signer in signed_by {
            self.say("signed by", &signer.value);
        }
        self.said("return to", return_to, child_return_to.as_ref());
    }
}

/// The words of a text that may be left out.
fn value(text: Option<&Spanned<String>>) -> Option<&String> {
    text.map(|text| &text.value)
}

/// A text of a record on one line, with single spaces.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}
