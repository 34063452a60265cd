//! Documents within a script: what `cat <<EOF` writes into a file, or gives to another command.

/// A document within a script.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct HereDocument {
    /// The lines of the script before its first line.
    pub(super) before: usize,
    /// The file that it is written into, if the command names one.
    pub(super) file: Option<String>,
    pub(super) text: String,
}

/// Returns the documents of a script, and the script with an empty line in the place of each of theirs. `None` for a text without.
pub(super) fn documents(text: &str) -> Option<(String, Vec<HereDocument>)> {
    let mut script = String::new();
    let mut found: Vec<HereDocument> = Vec::new();
    let mut end: Option<String> = None;
    for (number, line) in text.lines().enumerate() {
        match (&end, found.last_mut()) {
            (Some(word), Some(_)) if line.trim() == word => end = None,
            (Some(_), Some(document)) => {
                document.text.push_str(line);
                document.text.push('\n');
            }
            _ => {
                script.push_str(line);
                if let Some(word) = word_of(line) {
                    found.push(HereDocument {
                        before: number.saturating_add(1),
                        file: file_of(line),
                        text: String::new(),
                    });
                    end = Some(word);
                }
            }
        }
        script.push('\n');
    }
    // A document that does not end is a shift of bits, or a text about scripts.
    (end.is_none() && !found.is_empty()).then_some((script, found))
}

/// Returns the word that ends the document which a line opens: `EOF` of `cat <<-'EOF' > file`.
fn word_of(line: &str) -> Option<String> {
    let (_, behind) = line.split_once("<<")?;
    let behind = behind.strip_prefix('-').unwrap_or(behind).trim_start();
    let behind = behind.trim_start_matches(['\'', '"', '\\']);
    let word: String = behind
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        .then_some(word)
}

/// Returns the file behind `>`, `>>` or `tee` of a line.
fn file_of(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_file = |word: &&&str| !word.starts_with(['-', '<', '>', '|']);
    let at = words.iter().position(|word| matches!(*word, ">" | ">>" | "tee"));
    let behind = at.and_then(|at| words.iter().skip(at.saturating_add(1)).find(is_file));
    let joined = words
        .iter()
        .filter(|word| !word.contains("<<"))
        .find_map(|word| word.strip_prefix(">>").or_else(|| word.strip_prefix('>')));
    let name = behind.copied().or(joined)?;
    (!name.is_empty()).then(|| name.trim_matches(['"', '\'']).to_owned())
}
