//! The file that a link which leads nowhere was probably meant for.

use crate::diagnostic::is_slip;
use crate::model::Site;

impl Site {
    /// The page or document that `path` was probably meant for: its path
    /// under `content/`, with the end of its name. Nothing where two names
    /// only look alike: a wrong page that opens is worse than none.
    pub fn nearest_file(&self, path: &str) -> Option<String> {
        let path = path.replace('\\', "/").to_lowercase();
        let path = path.split(['#', '?']).next().unwrap_or("");
        let path = path.rsplit("content/").next().unwrap_or(path);
        let path = path.trim_start_matches(['.', '/']).trim_end_matches('/');
        let wanted = Wanted::of(path);
        let pages = self.pages.iter().filter(|page| !page.front.draft);
        let pages = pages.map(|page| format!("{}.md", page.path));
        let documents = self.downloads.iter();
        let documents = documents.map(|file| format!("files/{}", file.path));
        pages
            .chain(documents)
            .map(|file| (wanted.nearness(&file), file))
            .filter(|(nearness, _)| *nearness > 0)
            // The first of equals, so that the answer does not depend on luck.
            .fold(None, |best: Option<(u8, String)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                Some(_) | None => Some(next),
            })
            .map(|(_, file)| file)
    }
}

/// What a link says of the file it wants, in small letters.
struct Wanted<'p> {
    /// Without the end of its name.
    stem: &'p str,
    name: String,
    /// Whether a page can be meant, or a document only.
    document: bool,
}

impl Wanted<'_> {
    fn of(path: &str) -> Wanted<'_> {
        let ending = path.rsplit_once('.').filter(|(_, end)| !end.contains('/'));
        let document =
            ending.is_some_and(|(_, end)| !matches!(end, "md" | "html" | "htm" | "txt" | "docx"));
        let stem = ending.map_or(path, |(stem, _)| stem);
        let name = stem.rsplit('/').next().unwrap_or(stem);
        Wanted {
            stem,
            name: hyphened(name),
            document,
        }
    }

    fn nearness(&self, file: &str) -> u8 {
        let file = file.to_lowercase();
        let (stem, ending) = file.rsplit_once('.').unwrap_or((&file, ""));
        if self.name.is_empty() || self.document == (ending == "md") {
            return 0;
        }
        if stem == self.stem {
            return 5;
        }
        let name = stem.rsplit('/').next().unwrap_or(stem);
        // Every folder has its own.
        if name == "index" {
            return 0;
        }
        let name = hyphened(name);
        if name == self.name {
            4
        } else if is_slip(&self.name, &name) {
            3
        } else if strsim::osa_distance(&self.name, &name) == 2 && name.len() > 6 {
            2
        } else {
            u8::from(says_the_same(&self.name, &name))
        }
    }
}

fn hyphened(name: &str) -> String {
    name.replace("%20", "-").replace(['_', ' '], "-")
}

/// Whether all the words of one name, but the small ones, are in the other.
fn says_the_same(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split('-').filter(|word| word.len() >= 4);
        words.map(str::to_owned).collect()
    };
    let (a, b) = (words(a), words(b));
    let within =
        |a: &[String], b: &[String]| !a.is_empty() && a.iter().all(|word| b.contains(word));
    within(&a, &b) || within(&b, &a)
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn a_name_that_only_looks_alike_is_not_meant() {
        let near = |path: &str, file: &str| Wanted::of(path).nearness(file) > 0;
        for (path, file) in [
            ("photos-at-school.html", "parents/photos-at-school.md"),
            ("photos at school", "parents/photos-at-school.md"),
            ("photos-at-school.md", "parents/photos.md"),
            ("policies/e-safety.md", "policies/online-safety.md"),
            ("online-safty.md", "policies/online-safety.md"),
            ("form.pdf", "files/parents/Form.pdf"),
        ] {
            assert!(near(path, file), "{path}");
        }
        for (path, file) in [
            ("photos-at-school.md", "parents/phones-in-school.md"),
            ("photos-at-school.pdf", "parents/photos-at-school.md"),
            ("children/index.md", "staff/index.md"),
            ("", "parents/phones.md"),
        ] {
            assert!(!near(path, file), "{path}");
        }
    }
}
