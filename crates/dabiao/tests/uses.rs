//! What is said of a `use` that cannot be followed, to readers of either language.

use std::fs;

use dabiao::{Language, Source};
use dabiao_syntax::ItemKind;

#[test]
fn each_fault_is_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("plan.dabiao");
    fs::write(&rules, "use \"../outside.dabiao\"\n引用 「没有.dabiao」\nx.rate >= 90%\n").unwrap();
    let in_file = dabiao::load(&[&rules], Vec::new());
    let in_text = dabiao::load::<&str>(&[], vec![Source::new("text", "use \"a.dabiao\"\nx.rate >= 90%\n")]);
    assert!(in_file.plan.is_none() && in_text.plan.is_none());
    let found: Vec<_> =
        in_file.diagnostics.iter().chain(&in_text.diagnostics).filter(|one| one.is_error()).collect();
    let told: Vec<(String, String)> = found
        .iter()
        .map(|one| (one.message(Language::English), one.label(Language::Chinese).unwrap_or_default()))
        .collect();
    let expected = [
        ("`../outside.dabiao` leads out of the plan's folder", "不在方案文件夹内"),
        ("`没有.dabiao` cannot be used", "没有这个文件或文件夹"),
        ("`a.dabiao` is not shipped, and this text stands in no folder", "没有所在的文件夹"),
    ];
    assert_eq!(told, expected.map(|(message, label)| (message.to_string(), label.to_string())));
}

/// A text in memory uses shipped files, and so does a plan in a folder.
#[test]
fn shipped_files_need_no_copy() {
    let rules = "use \"common/units.dabiao\"\nuse \"common/water.dabiao\"\n\
        metric w.class\n  type: water_class\nmetric a.rate\n  type: 起/万台\n\
        target w.class > 劣V\ntarget a.rate < 0.5 accident/ten_thousand_devices\n";
    let in_text = dabiao::load::<&str>(&[], vec![Source::new("text", rules)]);
    assert_eq!(codes(&in_text), "");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.dabiao"), rules).unwrap();
    assert_eq!(codes(&dabiao::load(&[folder.path()], Vec::new())), "");
    let names: Vec<String> = in_text
        .plan
        .unwrap()
        .targets()
        .scales
        .into_iter()
        .map(|scale| scale.origin.titles.concat())
        .collect();
    assert_eq!(names, ["地表水水质类别"], "only what the metrics use is listed");
}

/// A shipped name gives way to the plan's own, and a shipped file to the plan's own file.
#[test]
fn the_plans_own_comes_first() {
    let own = dabiao::load::<&str>(
        &[],
        vec![Source::new(
            "text",
            "use \"common/counts.dabiao\"\nuse \"common/noise.dabiao\"\nunit complaint \"件\"\n\
             assume noise_limit.class_2_day = 58 dB\n  because: \"stricter\"\n\
             metric c\n  type: complaint\nmetric n\n  type: dB\n\
             target c <= 3 件\ntarget n <= noise_limit.class_2_day\n",
        )],
    );
    assert_eq!(codes(&own), "");
    let list = own.plan.unwrap().targets();
    assert_eq!(list.assumptions.iter().map(|one| &*one.value).collect::<Vec<_>>(), ["58 dB"]);

    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("common")).unwrap();
    fs::write(folder.path().join("common/units.dabiao"), "unit shop \"店\"\n").unwrap();
    let plan = folder.path().join("plan.dabiao");
    fs::write(&plan, "use \"common/units.dabiao\"\nmetric s\n  type: shop\ntarget s >= 3 店\n").unwrap();
    assert_eq!(codes(&dabiao::load(&[&plan], Vec::new())), "");
    fs::write(&plan, "use \"common/units.dabiao\"\nmetric s\n  type: enterprise\ntarget s >= 3 家\n")
        .unwrap();
    assert_eq!(codes(&dabiao::load(&[&plan], Vec::new())), "E0205, E0203");
}

/// A shipped assumption may be called by its title, and is shown with the standard that it is taken from.
#[test]
fn shipped_assumptions_name_their_standard() {
    let text = "use \"common/noise.dabiao\"\n指标 夜间噪声\n  类型：分贝\n目标 夜间噪声 不高于 「2类声环境功能区夜间限值」\n";
    let plan = dabiao::Plan::parse(text).unwrap();
    let [limit] = &plan.targets().assumptions[..] else { panic!("one limit is used") };
    assert_eq!((&*limit.value, limit.source.as_deref()), ("50 dB", Some("GB 3096-2008 声环境质量标准")));
    assert_eq!(limit.cite, ["5.1 表1"]);
    let mut metrics = plan.metrics();
    metrics.set("夜间噪声", "49").unwrap();
    let report = plan.evaluate(&metrics).as_of("2011-12-31").run().unwrap();
    let told = dabiao::render_explanation(&report, "夜间噪声", Language::Chinese, dabiao::Style::default());
    assert!(
        told.contains("2类声环境功能区夜间限值 = 50 分贝") && told.contains("GB 3096-2008 声环境质量"),
        "{told}"
    );
}

/// What a path may be, on every system.
#[test]
fn paths_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    for name in ["more", "empty"] {
        fs::create_dir(place(name)).unwrap();
    }
    fs::write(place("more/a.dabiao"), "use \"more/b.dabiao\"\nunit shop \"店\"\n").unwrap();
    fs::write(place("more/b.dabiao"), "use \"more/a.dabiao\"\nuse \"more/b.dabiao\"\nunit stall \"摊\"\n")
        .unwrap();
    for (path, expected) in [
        ("more", ""),
        ("./more/a.dabiao", ""),
        ("more/a.dabiao\"\nuse \"more\"\nuse \"more/a.dabiao", ""),
        ("common", ""),
        ("empty", "E0210 empty-folder"),
        ("more\\a.dabiao", "E0210 backslashes"),
        ("more/aa.dabiao", "E0210 similar"),
        ("comon/units.dabiao", "E0210 similar"),
        ("nothing/here.dabiao", "E0210"),
        ("/etc/hosts", "E0210 outside"),
        ("C:/plan.dabiao", "E0210 outside"),
        ("more/../../a.dabiao", "E0210 outside"),
        ("", "E0210 outside"),
    ] {
        let plan = place("plan.dabiao");
        fs::write(&plan, format!("use \"{path}\"\nx.rate >= 90%\n")).unwrap();
        assert_eq!(codes(&dabiao::load(&[&plan], Vec::new())), expected, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("a.dabiao"), "unit shop \"店\"\n").unwrap();
    std::os::unix::fs::symlink(outside.path().join("a.dabiao"), folder.path().join("a.dabiao")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("more")).unwrap();
    let plan = folder.path().join("plan.dabiao");
    for path in ["a.dabiao", "more", "more/a.dabiao"] {
        fs::write(&plan, format!("use \"{path}\"\nx.rate >= 90%\n")).unwrap();
        assert_eq!(codes(&dabiao::load(&[&plan], Vec::new())), "E0210 outside", "{path}");
    }
}

/// The shipped files are right together and each alone, and hold nothing but declarations.
#[test]
fn shipped_files_are_right() {
    for file in dabiao_rules::SHIPPED {
        let found = dabiao::load::<&str>(&[], vec![Source::new("text", format!("use \"{}\"\n", file.path))]);
        assert_eq!(codes(&found), "", "{}", file.path);
        let tree = dabiao_syntax::parse(Source::new(file.path, file.text));
        let is_declaration = |kind: &ItemKind| {
            matches!(
                kind,
                ItemKind::Unit { .. }
                    | ItemKind::Scale { .. }
                    | ItemKind::Assume { .. }
                    | ItemKind::Use { .. }
            )
        };
        assert!(tree.items.iter().all(|item| is_declaration(&item.kind)), "{}", file.path);
    }
    let together = dabiao_rules::SHIPPED.iter().map(|file| Source::new(file.path, file.text)).collect();
    let errors: Vec<_> =
        dabiao::load::<&str>(&[], together).diagnostics.into_iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "no name is declared twice: {errors:?}");
}

/// The codes of what was found, each with its wording.
fn codes(loaded: &dabiao::Loaded) -> String {
    let found = loaded.diagnostics.iter().filter(|one| one.code != dabiao::Code::UndeclaredMetric);
    let told =
        found.map(|one| format!("{} {}", one.code, one.variant.unwrap_or_default()).trim().to_string());
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn targets_tell_their_weight_and_veto() {
    let rules = "plan p\n  grade: A >= 60, D otherwise\ntarget a: x >= 9\n  weight: 2.5\n  veto: yes\ny >= 9";
    let list = dabiao::Plan::parse(rules).unwrap().targets();
    let told: Vec<_> = list.targets.iter().map(|target| (target.weight.as_deref(), target.veto)).collect();
    assert_eq!(told, [(Some("2.5"), true), (None, false)]);
}
