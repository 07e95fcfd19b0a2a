//! Procedures.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::paper::FileIds;
use super::paths::{self, Branch, Leads};
use super::sink::{Ids, Sink};
use super::{READERS, Register, audiences, people, spanned};
use crate::audience::{Audience, Audiences};
use crate::diagnostic::{Diagnostics, did_you_mean};
use crate::load::Record;
use crate::load::raw::{At, RawBranch, RawProcedure, RawStep};
use crate::model::{
    self, After, Guidance, GuidanceId, HelplineId, Procedure, ProcedureId, RecordKind, RoleId,
    Step, doubt, guidance_help, helpline, helpline_help,
};
use crate::source::Spanned;

/// The most steps of a procedure: nobody follows more.
const MOST: usize = 1_000;

/// The most letters of a step.
const LONGEST: usize = 1_000;

/// The most roles, and the most helplines, that a step sends somebody to.
const WHOM: usize = 6;

/// The most answers to a question.
const ANSWERS: usize = 12;

/// The most things that are never to be done.
const NEVER: usize = 20;

/// What procedures name.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) register: Register<'a>,
    pub(super) guidance: &'a [Guidance],
}

/// All procedures.
pub(super) fn procedures(
    records: Vec<Record<RawProcedure>>,
    named: Named<'_>,
    unsure: &mut BTreeSet<model::Record>,
    diagnostics: &mut Diagnostics,
) -> Vec<Procedure> {
    let mut taken = FileIds::new();
    let mut all = Vec::with_capacity(records.len());
    for Record { file, value: raw } in records {
        let mut sink = Sink::of(&file, diagnostics);
        if sink.is_mended(&raw.readers.span()) {
            unsure.insert(model::Record::Procedure(ProcedureId::new(all.len())));
        }
        let readers = audiences(&raw.readers);
        let mut desk = Desk {
            named,
            readers,
            sink: &mut sink,
        };
        all.push(desk.procedure(raw, &mut taken));
    }
    all
}

/// The kinds of record that a procedure names.
fn names(steps: &[At<RawStep>], source: Option<&At<String>>) -> Vec<RecordKind> {
    let any = |names: fn(&RawStep) -> &[At<String>]| {
        steps.iter().any(|step| !names(step.get_ref()).is_empty())
    };
    let named = [
        (RecordKind::Role, any(|step| &step.roles)),
        (RecordKind::Helpline, any(|step| &step.helplines)),
        (RecordKind::Guidance, source.is_some()),
    ];
    let named = named.into_iter();
    named
        .filter_map(|(kind, is_named)| is_named.then_some(kind))
        .collect()
}

/// Where one procedure is read.
struct Desk<'a, 'f> {
    named: Named<'a>,
    readers: Audiences,
    sink: &'a mut Sink<'f>,
}

impl Desk<'_, '_> {
    fn procedure(&mut self, raw: RawProcedure, taken: &mut FileIds) -> Procedure {
        self.has_words_for_children(&raw);
        let RawProcedure {
            id,
            title,
            child,
            readers: _,
            summary,
            child_summary,
            source,
            edition,
            never,
            child_never,
            step,
        } = raw;
        let id = spanned(id);
        self.sink.own_id(&id, "procedure", taken);
        self.has_steps(&id, &step);
        self.at_most(NEVER, "things never to do", &never);
        self.at_most(NEVER, "things never to do", &child_never);
        let names = names(&step, source.as_ref());
        let mut ids = Ids::new();
        let steps: Vec<(Step, Leads)> = step
            .into_iter()
            .map(|step| self.step(step.into_inner(), &mut ids))
            .collect();
        let (mut steps, leads): (Vec<Step>, Vec<Leads>) = steps.into_iter().unzip();
        // Of too many steps that was said, and nobody is helped by more.
        if steps.len() <= MOST {
            for (step, after) in steps.iter_mut().zip(paths::after(&leads, self.sink)) {
                step.after = after;
            }
        }
        let (source, edition) = self.source(source, edition);
        Procedure {
            names,
            file: Arc::clone(self.sink.file),
            id,
            title: self.words(title),
            child_title: child.map(|child| self.words(child)),
            readers: self.readers,
            summary: summary.map(|summary| self.words(summary)),
            child_summary: child_summary.map(|summary| self.words(summary)),
            source,
            edition,
            never: never.into_iter().map(|line| self.words(line)).collect(),
            child_never: child_never
                .into_iter()
                .map(|line| self.words(line))
                .collect(),
            steps,
        }
    }

    fn has_steps(&mut self, id: &Spanned<String>, steps: &[At<RawStep>]) {
        if steps.is_empty() {
            self.sink.value(
                id,
                format!("There is nothing to do in “{}”.", id.value),
                "Write [[step]] on a line of its own, and below it id = \"…\" and text = \"…\", once for each step.",
            );
        }
        self.at_most(MOST, "steps", steps);
    }

    /// Holds a list to a length that can be followed.
    fn at_most<T>(&mut self, most: usize, what: &str, list: &[At<T>]) {
        if let Some(first) = list.get(most) {
            self.sink.value(
                &Spanned::new((), first.span()),
                format!("There are more than {most} {what}, too many for anybody to follow."),
                "Part the procedure into several, each with a file and an id of its own.",
            );
        }
    }

    fn step(&mut self, raw: RawStep, ids: &mut Ids) -> (Step, Leads) {
        let RawStep {
            id,
            text,
            child,
            note,
            roles,
            helplines,
            next,
            branches,
            end,
        } = raw;
        let id = spanned(id);
        self.sink.id(&id, "step", ids);
        self.at_most(WHOM, "roles to turn to in this step", &roles);
        self.at_most(WHOM, "helplines to turn to in this step", &helplines);
        self.at_most(ANSWERS, "answers to this question", &branches);
        let step = Step {
            text: self.words(text),
            child: child.map(|child| self.words(child)),
            note: note.map(|note| self.words(note)),
            roles: roles
                .into_iter()
                .take(WHOM)
                .filter_map(|name| self.role(&spanned(name)))
                .collect(),
            helplines: helplines
                .into_iter()
                .take(WHOM)
                .filter_map(|name| self.helpline(&spanned(name)))
                .collect(),
            // Known when all steps are.
            after: After::End,
        };
        let branches = branches.into_iter().take(ANSWERS).map(|branch| {
            let RawBranch { answer, child, to } = branch.into_inner();
            for words in std::iter::once(&answer).chain(&child) {
                self.judge(words);
            }
            Branch {
                answer: spanned(answer),
                child: child.map(spanned),
                to: spanned(to),
            }
        });
        let leads = Leads {
            branches: branches.collect(),
            id,
            next: next.map(spanned),
            end: end
                .filter(|end| *end.get_ref())
                .map(|end| Spanned::new((), end.span())),
        };
        (step, leads)
    }

    fn role(&mut self, name: &Spanned<String>) -> Option<Spanned<RoleId>> {
        let whole = ("procedure", self.readers);
        people::shown_role(name, whole, self.named.register, self.sink)
    }

    fn helpline(&mut self, name: &Spanned<String>) -> Option<Spanned<HelplineId>> {
        let Register {
            helplines,
            all_helplines,
            unsure,
            ..
        } = self.named.register;
        let Some(id) = helpline::find(helplines, &name.value) else {
            let known = helplines.iter().map(|line| line.id.value.as_str());
            if doubt::surely_lacks(all_helplines, known, &name.value) {
                self.sink.report(
                    RecordKind::Helpline.must_exist(),
                    name,
                    RecordKind::Helpline.unknown(&name.value),
                    helpline_help(helplines, &name.value),
                );
            }
            return None;
        };
        let seen = helplines[id.index()].shown_to();
        let hidden = self.readers.without(seen.or(Audiences::STAFF));
        if !hidden.is_empty() && !unsure.contains(&model::Record::Helpline(id)) {
            self.sink.report(
                &READERS,
                name,
                format!(
                    "This procedure is for {hidden}, who may not see the helpline “{}”.",
                    name.value
                ),
                format!("Name a helpline that is for {hidden}, or take them out of the procedure's “for”."),
            );
        }
        Some(Spanned::new(id, name.span.clone()))
    }

    /// The law or guidance that it comes from, and the edition of that.
    fn source(
        &mut self,
        source: Option<At<String>>,
        edition: Option<At<String>>,
    ) -> (Option<GuidanceId>, Option<Spanned<String>>) {
        let (source, edition) = (source.map(spanned), edition.map(spanned));
        let Named { register, guidance } = self.named;
        let all = register.all_guidance;
        let Some(source) = source else {
            if let Some(edition) = &edition {
                self.sink.value(
                    edition,
                    "This is an edition of nothing: there is no “source”.",
                    "Add the law or guidance that it is an edition of, as in source = \"kcsie\".",
                );
            }
            return (None, None);
        };
        let known = guidance.iter().map(|guidance| guidance.id.value.as_str());
        let Some(at) = known.clone().position(|id| id == source.value) else {
            if doubt::surely_lacks(all, known, &source.value) {
                self.sink.report(
                    RecordKind::Guidance.must_exist(),
                    &source,
                    RecordKind::Guidance.unknown(&source.value),
                    guidance_help(guidance, &source.value),
                );
            }
            return (None, None);
        };
        let editions = guidance[at].editions.iter();
        let editions = editions.map(|edition| edition.name.value.as_str());
        if let Some(edition) = &edition
            && !editions.clone().any(|name| name == edition.value)
            && doubt::surely_lacks(all, editions.clone(), &edition.value)
        {
            self.sink.value(
                edition,
                format!("“{}” has no edition “{}”.", source.value, edition.value),
                did_you_mean("editions", &edition.value, editions),
            );
        }
        (Some(GuidanceId::new(at)), edition)
    }

    /// A text that is printed as it stands.
    fn words(&mut self, text: At<String>) -> Spanned<String> {
        self.judge(&text);
        spanned(text)
    }

    fn judge(&mut self, text: &At<String>) {
        let at = Spanned::new((), text.span());
        let words = text.get_ref().trim();
        if words.chars().nth(LONGEST).is_some() {
            self.sink.value(
                &at,
                format!("This is longer than {LONGEST} letters, too long for one step."),
                "Part it into several steps, or move what explains it to a page.",
            );
        } else if words.contains("[[") || words.contains("](") {
            self.sink.value(
                &at,
                "References and links are not read here: this would be shown as it stands.",
                "Write plain words. Whom to turn to goes below, as in roles = [\"dsl\"] or helplines = [\"childline\"].",
            );
        }
    }

    /// Whoever is a child has a word for each thing that they read.
    fn has_words_for_children(&mut self, raw: &RawProcedure) {
        if !self.readers.contains(Audience::Children) {
            return;
        }
        let steps = raw.step.iter().map(At::get_ref);
        let answers = steps.clone().flat_map(|step| &step.branches);
        let answers = answers.map(At::get_ref);
        let steps = steps.map(|step| (step.child.is_some(), "step", step.text.span()));
        let answers =
            answers.map(|branch| (branch.child.is_some(), "answer", branch.answer.span()));
        let words: Vec<_> = steps.chain(answers).collect();
        if raw.child.is_none() && words.iter().all(|(said, _, _)| !said) {
            self.sink.value(
                &Spanned::new((), raw.readers.span()),
                "This procedure is for children, but has no words for them.",
                "Add child = \"…\" with a heading for them below the title, and one to each step and each answer; or take children out of this list.",
            );
            return;
        }
        if raw.child.is_none() {
            self.sink.value(
                &Spanned::new((), raw.title.span()),
                "This procedure is for children, but has no heading for them.",
                "Add it below the title, as in child = \"Your phone at school\".",
            );
        }
        for (_, what, span) in words.into_iter().filter(|(said, _, _)| !said) {
            self.sink.value(
                &Spanned::new((), span),
                format!("This {what} is for children too, but has no words for them."),
                "Add them beside it, as in child = \"…\".",
            );
        }
        if let (Some(first), []) = (raw.never.first(), &raw.child_never[..]) {
            self.sink.value(
                &Spanned::new((), first.span()),
                "Children are not told what never to do here.",
                "Add child_never = [\"…\"] in words for them.",
            );
        }
    }
}
