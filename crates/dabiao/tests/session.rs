//! A session's answer after any edits is the answer from nothing.

use dabiao::{Diagnostic, Language, Session};
use proptest::prelude::*;
use proptest::sample::select;

const NAMES: [&str; 4] = ["a.dabiao", "b.dabiao", "c.dabiao", "d.dabiao"];

fn line() -> impl Strategy<Value = &'static str> {
    select(vec![
        "metric x.rate\n  type: percent in 0%..100%",
        "metric y",
        "target x.rate >= 90%",
        "target x.rate >= 90",
        "target t1: y falls every year since 2010",
        "target t1: y < 3",
        "target x.rat >= 80%",
        "unit household",
        "scale water: III < II < I",
        "target z >= II",
        "assume least = 90%",
        "target w: x.rate >= least",
        "target broken >=",
        "use \"common/units.dabiao\"",
        "section \"s\"",
        "target 「y」 > 3 household",
        "test \"t\"\n  given: y = 3\n  expect: t1 met",
        "# a remark",
        "",
    ])
}

#[derive(Debug, Clone)]
enum Edit {
    Write(usize, Vec<&'static str>),
    Type(usize, usize, char),
    Remove(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = || 0..NAMES.len();
    prop_oneof![
        2 => (file(), prop::collection::vec(line(), 0..6)).prop_map(|(file, lines)| Edit::Write(file, lines)),
        4 => (file(), any::<usize>(), select(vec!['9', ' ', '\n', 'x', '%', '>', '"', '目'])).prop_map(|(file, at, c)| Edit::Type(file, at, c)),
        1 => file().prop_map(Edit::Remove),
    ]
}

fn shown(diagnostics: &[Diagnostic]) -> String {
    dabiao::render_diagnostics_json(diagnostics, Language::English)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_said_after_edits_is_what_is_said_from_nothing(edits in prop::collection::vec(edit(), 1..12)) {
        let mut session = Session::new();
        let mut texts: [Option<String>; 4] = Default::default();
        for edit in edits {
            match edit {
                Edit::Write(file, lines) => texts[file] = Some(lines.join("\n")),
                Edit::Type(file, at, c) => {
                    if let Some(text) = &mut texts[file] {
                        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                        text.insert(places[at.checked_rem(places.len()).unwrap()], c);
                    }
                }
                Edit::Remove(file) => texts[file] = None,
            }
            let mut fresh = Session::new();
            for (name, text) in NAMES.iter().zip(&texts) {
                match text {
                    Some(text) => {
                        session.set(name, text);
                        fresh.set(name, text);
                    }
                    None => session.remove(name),
                }
            }
            prop_assert_eq!(shown(&session.diagnostics()), shown(&fresh.diagnostics()));
            let (kept, new) = (session.load(), fresh.load());
            let targets = |loaded: &dabiao::Loaded| loaded.plan.as_ref().map(|plan| serde_json::to_string(&plan.targets()).unwrap());
            prop_assert_eq!(targets(&kept), targets(&new));
        }
    }
}

#[test]
fn a_document_stands_in_the_place_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("a.dabiao"), folder.path().join("b.dabiao"));
    std::fs::write(&a, "use \"b.dabiao\"\ntarget x >= 1").unwrap();
    std::fs::write(&b, "target y >=").unwrap();
    let mut session = Session::new();
    session.set(&a.display().to_string(), "use \"b.dabiao\"\ntarget x >= 2");
    assert!(
        session.diagnostics().iter().any(Diagnostic::is_error),
        "the file that is used is read from the disk"
    );
    session.set(&b.display().to_string(), "target y >= 1");
    let plan = session.load().plan.unwrap();
    let texts: Vec<String> = plan.targets().targets.into_iter().map(|target| target.condition).collect();
    assert_eq!(texts, ["x >= 2", "y >= 1"]);
}
