//! Laws over conditions of every shape, in both languages at once, with lines broken and comments put wherever the
//! grammar has room for them.

use dabiao_format::same_meaning;
use dabiao_model::Language;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{WAYS, comments, format, read};

/// Stands for a place where the line may be broken.
const WRAP: char = '⏎';

fn leaf() -> impl Strategy<Value = String> {
    let leaves = [
        "a.b",
        "x",
        "市场.合格率",
        "「市场 合格率」",
        "target",
        "最小",
        "end",
        "90%",
        "9０．５％",
        "1_000",
        "2 points",
        "1个百分点",
        "3 家",
        "5 tce/万元",
        "35 「μg/m³」",
        "55 \"dB(A)\"",
        "\"pass\"",
        "“合格”",
        "yes",
        "否",
        "2011-12-31",
        "2011年第二季度",
        "2011年底",
        "end of 2011-05",
        "-5",
        "− 5%",
        "III",
        "a in 2005",
        "b of province",
        "c of 「广东省」 in 2011年",
        "甲 上年",
        "d last quarter",
        "e last half",
        "average of a over districts excluding self",
        "sum of a over last 3 years needing 2",
        "min of x over last 1 month",
        "yearly change of x since 2015",
        "count of t",
        "max of t.c",
        "省 的 甲",
        "全省的「甲 乙」",
        "2005年的 省 的 甲",
        "上年的 甲",
        "甲 近3年的平均值（至少2年有数据）",
        "（甲 + 乙） 最近2个季度的最大值",
        "各 区县（不含本地）的 甲 的平均值",
        "各区县的 省 的 甲 的中位数",
        "产值 自2015年起的年均变化率",
        "样品 的条数",
        "样品.金额 中 结果 = “合格” 且 甲 > 5 的合计",
        "样品 中 甲 属于｛1，2｝ 的记录中 非 乙 的占比",
        "(每个 村 都满足 甲 = 是)",
    ];
    select(leaves.to_vec()).prop_map(str::to_string)
}

fn infix() -> impl Strategy<Value = &'static str> {
    select(vec![
        ">=",
        "≥",
        "不低于",
        "at least",
        "<",
        "低于",
        "=",
        "为",
        "!=",
        "≠",
        "and",
        "且",
        "or",
        "或者",
        "+",
        "＋",
        "-",
        "−",
        "*",
        "×",
        "/",
        "÷",
    ])
}

fn tail() -> impl Strategy<Value = &'static str> {
    select(vec![
        "falls by at least 20%⏎since 2005",
        "rise at most 2 points⏎since end of 2011",
        "较2005年下降20%以上",
        "自2008年起下降不少于 x",
        "falls every year",
        "does not rise each quarter⏎in 2008..2011",
        "自2008年起逐年不下降",
        "in 80%..90%",
        "属于 1～x",
        "in {⏎\"a\",⏎b,⏎-5%⏎}",
        "达到 90% 以上",
        "控制在 5% 以内",
        "5% 以下",
        "不上升 每月",
    ])
}

/// A condition or a value; what makes no sense is left to the parser to refuse.
fn expr() -> impl Strategy<Value = String> {
    leaf().prop_recursive(5, 32, 4, |inner| {
        let forms = select(vec![
            ("all of (", ","),
            ("全部（", "，"),
            ("any of (", ","),
            ("at least 1 of (", ","),
            ("至少2项（", "、"),
            ("min(", ","),
            ("绝对值（", "，"),
        ]);
        prop_oneof![
            4 => (inner.clone(), infix(), inner.clone()).prop_map(|(a, op, b)| format!("{a} {op}⏎{b}")),
            2 => (inner.clone(), infix(), inner.clone()).prop_map(|(a, op, b)| format!("({a}⏎{op} {b})")),
            2 => (inner.clone(), tail()).prop_map(|(a, tail)| format!("{a} {tail}")),
            2 => inner.clone().prop_map(|a| format!("（⏎{a}⏎）")),
            1 => inner.clone().prop_map(|a| format!("not {a}")),
            1 => inner.clone().prop_map(|a| format!("-{a}")),
            2 => (forms, vec(inner.clone(), 1..4))
                .prop_map(|((form, comma), parts)| format!("{form}⏎{}⏎)", parts.join(&format!("{comma}⏎")))),
            1 => (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("(if {a}⏎then⏎{b}⏎else⏎{c})")),
            1 => inner.clone().prop_map(|a| format!("round(⏎{a} to 0.1% half up)")),
            1 => inner.prop_map(|a| format!("(share of t⏎where (⏎{a})⏎among ok)")),
        ]
    })
}

/// Puts something at each place where the line may be broken.
fn filled(text: &str, fillings: &[u8]) -> String {
    let mut fillings = fillings.iter().cycle().enumerate();
    let mut filled = String::new();
    for c in text.chars() {
        match c {
            WRAP => {
                let (index, filling) = fillings.next().unwrap_or((0, &0));
                filled += &match filling {
                    0 => "\n".to_string(),
                    1 => format!(" # behind {index}\n   "),
                    2 => format!("\n    # alone {index}\n"),
                    _ => " ".to_string(),
                };
            }
            _ => filled.push(c),
        }
    }
    filled
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn conditions(
        (head, condition, warning) in (select(vec!["target ", "目标 编号：", "", "assume a = "]), expr(), expr()),
        fillings in vec(0..12_u8, 1..20),
    ) {
        let text = filled(&format!("{head}{condition}\n  warn: {warning}\n期限：2011年底 # end\n"), &fillings);
        let tree = read(&text);
        prop_assume!(!tree.diagnostics.iter().any(|found| found.is_error()));
        for to in WAYS {
            let out = format(&text, to);
            prop_assert!(same_meaning(&tree, &read(&out)));
            prop_assert_eq!(comments(&text), comments(&out));
            prop_assert_eq!(format(&out, to), out);
        }
        // Comments move to the next place with room for them, and the two languages order their clauses differently.
        let plain = |text: &str| {
            let bare = comments(text).iter().fold(text.to_string(), |text, comment| text.replacen(comment, "", 1));
            bare.split_whitespace().collect::<String>()
        };
        let chinese = format(&text, Some(Language::Chinese));
        let back = format(&format(&chinese, Some(Language::English)), Some(Language::Chinese));
        prop_assert_eq!(plain(&chinese), plain(&back));
    }
}
