//! The names of fields.

use dabiao_grammar::Rule;

use crate::Key;

/// The field of a name that the grammar accepted.
pub(super) fn key(text: &str) -> Option<Key> {
    Some(match text {
        "allow" | "容许" => Key::Allow,
        "also" | "又名" => Key::Also,
        "because" | "理由" | "因为" => Key::Because,
        "bonus" | "加分" => Key::Bonus,
        "by" | "期限" => Key::By,
        "cite" | "依据" => Key::Cite,
        "columns" | "列" => Key::Columns,
        "confidence" | "置信度" => Key::Confidence,
        "each" | "周期" => Key::Each,
        "expect" | "预期" => Key::Expect,
        "given" | "给定" => Key::Given,
        "grade" | "分级" => Key::Grade,
        "若无" => Key::IfNone,
        "judge" | "判定" => Key::Judge,
        "language" | "语言" => Key::Language,
        "milestone" | "里程碑" => Key::Milestone,
        "owner" | "责任" | "责任单位" => Key::Owner,
        "penalty" | "扣分" => Key::Penalty,
        "period" | "期间" => Key::Period,
        "reason" | "原因" => Key::Reason,
        "score" | "计分" => Key::Score,
        "source" | "来源" => Key::Source,
        "title" | "标题" | "名称" => Key::Title,
        "track" | "路径" => Key::Track,
        "type" | "类型" => Key::Type,
        "value" | "取值" => Key::Value,
        "veto" | "一票否决" => Key::Veto,
        "warn" | "预警" => Key::Warn,
        "weight" | "权重" => Key::Weight,
        "when" | "适用" => Key::When,
        "with" | "配合" => Key::With,
        // Between its two words there may be any number of blanks.
        _ if text.starts_with("if") => Key::IfNone,
        _ => return None,
    })
}

/// Whether one item may have the field several times.
pub(super) fn repeats(key: Key) -> bool {
    matches!(key, Key::Allow | Key::Bonus | Key::Expect | Key::Given | Key::Milestone | Key::Penalty)
}

/// Whether a line of the grammar is a field.
pub(super) fn is_field(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::texts_field
            | Rule::names_field
            | Rule::expr_field
            | Rule::moment_field
            | Rule::type_field
            | Rule::allow_field
            | Rule::step_field
            | Rule::given_field
            | Rule::expect_field
            | Rule::periods_field
            | Rule::quantity_field
            | Rule::veto_field
            | Rule::score_field
            | Rule::grade_field
            | Rule::judge_field
            | Rule::confidence_field
            | Rule::milestone_field
            | Rule::track_field
            | Rule::adjustment_field
            | Rule::columns_field
            | Rule::if_none_field
    )
}
