//! How texts look: source and answer in both surfaces.

use dabiao_model::Language;

use super::{files, format};

/// Compares a text in its own surface and in the other one with the snapshot of that name.
fn check(name: &str, text: &str) {
    let own = format(text, None);
    let english = format(text, Some(Language::English));
    let chinese = format(text, Some(Language::Chinese));
    let other = if own == english { &chinese } else { &english };
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let answer = format!("{text}\n════ formatted\n{own}\n════ in the other language\n{other}");
    settings.bind(|| insta::assert_snapshot!(name, answer));
}

#[test]
fn corpus() {
    for (name, text) in files("grammar/corpus/ok") {
        check(&name, &text);
    }
}

#[test]
fn wraps() {
    check(
        "wraps",
        r#"target narrow: a.b >= 1 and
c.d >= 2 or e
target wide: market_sampling.pass_rate >= 90% and food_sampling.pass_rate >= 95% and key_product_sampling.pass_rate >= 95%
target nested: (market_sampling.pass_rate_of_the_first_half + market_sampling.pass_rate_of_the_second_half) / 2 >= 90% and food_sampling.pass_rate >= 95%
target unbroken: a_metric_with_a_very_long_name_that_goes_on.and_on_and_on_until_the_line_is_far_too_wide.for_it >= 1
metric a.metric_with_titles "a title that is rather long and goes on for a while" "another title, which is about as long as that"
target listed: all of (
a, b >= 2 and
 c,
 at least 2 of (
 d, e, f))
  value: at least 1 of (
  a,
  b)
  cite: "a", "b",
    "c"
  owner: the_first_organisation_of_several, the_second_organisation_of_several, the_third_organisation, the_fourth
target by_width: energy.consumption_per_unit_of_gross_domestic_product falls by at least substantial_reduction since 2005
target like_an_item: all of (
a, target, b)
"#,
    );
}

#[test]
fn blank_lines() {
    check(
        "blank_lines",
        r#"


# file

# plan
syntax 1
plan p
  source: "s"
  # inside
  period: 2011


  language: en
    # last

   # apart
organisation a
organisation b


organisation c
metric d
  type: number
metric e
target e >= 1
target d >= 1
  # one
  title: "d"
# next
target f >= 1
target g >= 1


# end

"#,
    );
}

#[test]
fn nothing() {
    for text in ["", "\n\n", "\u{FEFF}", "  \r\n"] {
        assert_eq!(format(text, None), "");
    }
    assert_eq!(format("\u{FEFF}# a\r\n\r\n\r\n  # b  \r\n", None), "# a\n\n# b\n");
}
