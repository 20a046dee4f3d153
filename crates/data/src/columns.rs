//! The columns that a data file may have, under their names in both languages.

use dabiao_model::{ENTITY_HEADINGS, PERIOD_HEADINGS, Wording};

/// A column that has a meaning of its own; in a wide file every other heading is a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The metric's path or one of its titles.
    Metric,
    /// The metric's value.
    Value,
    /// The entity that the row speaks of.
    Entity,
    /// The period that the row speaks of.
    Period,
    /// The unit of the value.
    Unit,
    /// Whether the value is provisional.
    Flag,
    /// Where the value comes from.
    Source,
    /// The entity above this one.
    Parent,
    /// The name of the entity's level.
    Level,
    /// A title for people.
    Title,
    /// A remark for people; never read.
    Note,
}

impl Column {
    /// Every column.
    pub const ALL: [Column; 11] = [
        Column::Metric,
        Column::Value,
        Column::Entity,
        Column::Period,
        Column::Unit,
        Column::Flag,
        Column::Source,
        Column::Parent,
        Column::Level,
        Column::Title,
        Column::Note,
    ];

    /// The headings of the column, the English one that it is known by first.
    ///
    /// 单位名称 is not among them: it may mean an organisation's name or that of a unit of measure.
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Column::Metric => &["metric", "指标", "指标名称"],
            Column::Value => &["value", "数值", "值", "指标值"],
            Column::Entity => ENTITY_HEADINGS,
            Column::Period => PERIOD_HEADINGS,
            Column::Unit => &["unit", "单位", "计量单位"],
            Column::Flag => &["flag", "标记"],
            Column::Source => &["source", "来源", "数据来源"],
            Column::Parent => &["parent", "上级", "上级地区"],
            Column::Level => &["level", "层级", "级别"],
            Column::Title => &["title", "名称"],
            Column::Note => &["note", "备注", "说明"],
        }
    }

    /// The English heading that the column is known by.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names().first().copied().unwrap_or_default()
    }

    /// The Chinese heading that the column is known by.
    pub(crate) fn chinese(self) -> &'static str {
        self.names().iter().find(|name| !name.is_ascii()).copied().unwrap_or_default()
    }

    /// The heading as messages of each language have it.
    pub(crate) fn wording(self) -> Wording {
        Wording::Spelt { english: self.name().to_string(), chinese: self.chinese().to_string() }
    }

    /// The column that a heading names, in any case, trimmed and in full-width letters.
    ///
    /// ```
    /// use dabiao_data::Column;
    /// assert_eq!(Column::of_heading(" Metric "), Some(Column::Metric));
    /// assert_eq!(Column::of_heading("ＶＡＬＵＥ"), Some(Column::Value));
    /// assert_eq!(Column::of_heading("地区"), Some(Column::Entity));
    /// assert_eq!(Column::of_heading("market.pass_rate"), None);
    /// ```
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<Column> {
        let heading = plain(heading);
        Column::ALL.into_iter().find(|column| column.names().contains(&heading.as_str()))
    }
}

/// A word trimmed, in small letters and with full-width forms (U+FF01 to U+FF5E) as their plain ones.
pub(crate) fn plain(word: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        other => other,
    };
    word.trim().chars().map(narrow).map(|c| c.to_ascii_lowercase()).collect()
}
