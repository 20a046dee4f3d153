//! Days and periods.

use dabiao_grammar::Role;
use dabiao_model::{Period, Step};
use dabiao_syntax::Moment;

use super::Writer;

impl Writer<'_> {
    /// A period where one is due.
    pub(super) fn moment(&mut self, moment: &Moment) {
        self.period(moment, self.is_end(moment));
    }

    /// A period among values, where the bare digits of a year would be a number.
    pub(super) fn moment_among_values(&mut self, moment: &Moment) {
        let is_year = moment.period.step() == Step::Year && !self.surface.is_chinese();
        self.period(moment, is_year || self.is_end(moment));
    }

    /// Two periods and all between them, or one period alone.
    pub(super) fn moments(&mut self, first: &Moment, last: &Moment) {
        self.moment(first);
        if first.span != last.span {
            self.mark("..", "至");
            self.moment(last);
        }
    }

    /// Whether the author wrote of the period's end. A day has none.
    fn is_end(&self, moment: &Moment) -> bool {
        let written = self.source.slice(moment.span);
        moment.period.step() != Step::Day && (written.starts_with("end") || written.ends_with(['底', '末']))
    }

    fn period(&mut self, moment: &Moment, is_end: bool) {
        let text = match (self.surface.is_chinese(), is_end) {
            (false, false) => moment.period.to_string(),
            (false, true) => format!("{} {}", self.surface.word(Role::Form, "end_of"), moment.period),
            (true, false) => chinese(moment.period),
            (true, true) => {
                let end =
                    if matches!(moment.period.step(), Step::Quarter | Step::Half) { "末" } else { "底" };
                format!("{}{end}", chinese(moment.period))
            }
        };
        self.leaf(text, moment.span);
    }
}

/// `2011年第二季度`
fn chinese(period: Period) -> String {
    let (start, end) = (period.start(), period.end());
    let (year, month) = (start.year(), start.month());
    match period.step() {
        Step::Year => format!("{year:04}年"),
        Step::Half => format!("{year:04}年{}", if month == 1 { "上半年" } else { "下半年" }),
        Step::Quarter => {
            let place = match month {
                1 => "一",
                4 => "二",
                7 => "三",
                _ => "四",
            };
            format!("{year:04}年第{place}季度")
        }
        Step::Month => format!("{year:04}年{month}月"),
        Step::Day => format!("{year:04}年{month}月{}日", end.day()),
    }
}
