//! A line-by-line reading of labels that knows nothing of the program, nor of
//! the parser.

/// What is left of a policy when staff's quotes and sections are taken out.
pub(crate) fn without_staff(body: &str) -> String {
    let mut kept = Vec::new();
    let mut section: Option<usize> = None;
    let (mut quote, mut fence) = (false, false);
    let lines: Vec<&str> = body.lines().collect();
    for (n, line) in lines.iter().enumerate() {
        if quote && line.trim().is_empty() {
            quote = false;
        }
        let start = line.trim_start();
        if start.starts_with("```") {
            fence = !fence;
        }
        let underlined = lines.get(n + 1).is_some_and(|next| *next == "---");
        let level = match line.bytes().take_while(|b| *b == b'#').count() {
            0 if underlined => 2,
            marks => marks,
        };
        if level > 0 && !fence {
            if section.is_some_and(|open| level <= open) {
                section = None;
            }
            let only_staff = line.ends_with(".staff}") || line.ends_with(".Staff}");
            if section.is_none() && only_staff && !line.to_lowercase().contains(".parents") {
                section = Some(level);
            }
        }
        let label = start.trim_start_matches('>').trim().to_lowercase();
        if !fence && start.starts_with('>') && label == "[!staff]" {
            quote = true;
        }
        if !quote && section.is_none() {
            kept.push(*line);
        }
    }
    kept.join("\n") + "\n"
}
