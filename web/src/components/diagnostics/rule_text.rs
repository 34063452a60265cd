//! The text of a rule: headings, paragraphs, lists and fenced examples of its Markdown, in English.

use yew::prelude::*;

/// A part of the text.
#[derive(Debug, PartialEq)]
enum Block<'a> {
    Heading(&'a str),
    Paragraph(String),
    List(Vec<String>),
    Example(String),
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found: Vec<Block<'_>> = Vec::new();
    let mut lines = text.lines();
    let mut apart = true;
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let example: Vec<&str> = lines
                .by_ref()
                .take_while(|line| !line.starts_with("```"))
                .collect();
            found.push(Block::Example(example.join("\n") + "\n"));
            apart = true;
        } else if let Some(heading) = line.strip_prefix("## ") {
            found.push(Block::Heading(heading));
            apart = true;
        } else if line.trim().is_empty() {
            apart = true;
        } else if let Some(item) = line.strip_prefix("- ") {
            match found.last_mut() {
                Some(Block::List(items)) => items.push(item.to_owned()),
                _ => found.push(Block::List(vec![item.to_owned()])),
            }
            apart = false;
        } else {
            let line = line.trim();
            let open = match found.last_mut() {
                Some(Block::Paragraph(text)) if !apart => Some(text),
                Some(Block::List(items)) if !apart => items.last_mut(),
                _ => None,
            };
            match open {
                Some(text) => {
                    text.push(' ');
                    text.push_str(line);
                }
                None => found.push(Block::Paragraph(line.to_owned())),
            }
            apart = false;
        }
    }
    found
}

/// Code between backticks.
fn inline(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(index, piece)| {
            if index % 2 == 1 {
                html! { <code>{ piece.to_owned() }</code> }
            } else {
                html! { { piece.to_owned() } }
            }
        })
        .collect()
}

/// The text as elements.
pub fn rule_text(page: &str) -> Html {
    html! {
        <div class="rule-text" lang="en">
            { for blocks(page).iter().map(|block| match block {
                Block::Heading(text) => html! { <h4>{ inline(text) }</h4> },
                Block::Paragraph(text) => html! { <p>{ inline(text) }</p> },
                Block::List(items) => html! { <ul>{ for items.iter().map(|item| html! { <li>{ inline(item) }</li> }) }</ul> },
                Block::Example(text) => html! { <pre class="upstream" translate="no">{ text.clone() }</pre> },
            }) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use dualstack_core::lint::notes;

    use super::*;

    #[test]
    fn paragraphs_lists_and_examples_are_told_apart() {
        let text = "One\nline.\n\nTwo.\n\n## Why\n\n- a\n  more\n- b\n\n```yaml,x\na: 1\n\nb: 2\n```\nEnd.\n";
        assert_eq!(
            blocks(text),
            [
                Block::Paragraph("One line.".into()),
                Block::Paragraph("Two.".into()),
                Block::Heading("Why"),
                Block::List(vec!["a more".into(), "b".into()]),
                Block::Example("a: 1\n\nb: 2\n".into()),
                Block::Paragraph("End.".into()),
            ]
        );
    }

    #[test]
    fn no_page_holds_markdown_that_would_be_shown_as_it_is() {
        for notes in notes() {
            let page = notes.body();
            for block in blocks(&page) {
                if let Block::Paragraph(text) = block {
                    let bad = text.starts_with(['#', '|', '*']) || text.contains("](") || text.contains("**");
                    assert!(!bad, "{}: {text}", notes.rule.meta.code);
                }
            }
        }
    }
}
