//! Laws over the corpus with its blanks, lines and comments changed at random.

use dabiao_format::same_meaning;
use proptest::prelude::*;

use super::{WAYS, comments, format, read, texts};

/// What a line may be changed by.
#[derive(Debug, Clone, Copy)]
enum Change {
    Nothing,
    BlankBefore,
    Indent,
    Comment,
    CommentBefore,
    IndentedCommentBefore,
    Return,
}

fn changed(line: &str, change: Change) -> String {
    match change {
        Change::Nothing => format!("{line}\n"),
        Change::BlankBefore => format!("\n \n{line}\n"),
        Change::Indent => format!("\t   {line}\n"),
        Change::Comment => format!("{line}# 目 behind\n"),
        Change::CommentBefore => format!("# before\n{line}\n"),
        Change::IndentedCommentBefore => format!("\n   # before  \n{line}\n"),
        Change::Return => format!("{line}  \r\n"),
    }
}

fn any_change() -> impl Strategy<Value = Change> {
    use Change::{BlankBefore, Comment, CommentBefore, Indent, IndentedCommentBefore, Nothing, Return};
    prop::sample::select(vec![
        Nothing,
        BlankBefore,
        Indent,
        Comment,
        CommentBefore,
        IndentedCommentBefore,
        Return,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn blanks_and_comments(text in prop::sample::select(texts()), changes in prop::collection::vec(any_change(), 300)) {
        let lines = text.1.lines().zip(changes.into_iter().cycle());
        let text: String = lines.map(|(line, change)| changed(line, change)).collect();
        let tree = read(&text);
        // A comment without a blank before it may join a quote that goes on; such a text is another one.
        prop_assume!(!tree.diagnostics.iter().any(|found| found.is_error()));
        for to in WAYS {
            let out = format(&text, to);
            prop_assert!(same_meaning(&tree, &read(&out)));
            prop_assert_eq!(comments(&text), comments(&out));
            prop_assert_eq!(format(&out, to), out);
        }
    }

    #[test]
    fn any_text_ends_in_a_text_or_a_refusal(text in "(target|目标|by|：|:|a|「b」|\"c\"|[(){}（）]|>=|and|且|90%|,|，|\n|#| |2011年|falls|较){0,24}") {
        for to in WAYS {
            let tree = read(&text);
            match dabiao_format::format(&tree, &dabiao_format::Options { to }) {
                Ok(out) => prop_assert!(same_meaning(&tree, &read(&out)), "{}", out),
                Err(refusal) => prop_assert!(
                    refusal.diagnostics.iter().all(|one| one.code != dabiao_model::Code::MeaningChanged),
                    "{}", refusal
                ),
            }
        }
    }
}
